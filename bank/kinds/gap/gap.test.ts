import { expect, test } from 'vitest';
import { givenBuilt, listFaults } from '../../testing/built.ts';
import { block } from '../../testing/given-pack.ts';
import { python } from '../../testing/given-python.ts';

const sound = {
  kind: 'gap',
  code: block('for number in range(⟨1⟩, ⟨2⟩):', "    print(number, end=' ')"),
  tokens: "['{{first}}', '{{last}}', '{{last + 1}}', '{{first + 1}}']",
  answer: "['{{first}}', '{{last + 1}}']",
  params: '{ first: [2, 3], last: [6, 7] }',
  where: 'last > first + 1',
  misconceptions: '[range-stop-inclusive]',
  explain: 'The range begins with {{first}} and stops before {{last + 1}}.',
  variants: '2',
};

const items = (fields = {}) => givenBuilt({ ...sound, ...fields }, python);
const faults = async (fields: Record<string, string>) => (await listFaults({ ...sound, ...fields }, python)).join('\n');

test('a candidate sees the gaps and is told what the program is to print', async () => {
  for (const { code, highlighted, stem, proof } of await items()) {
    expect(code).toBe("for number in range(⟨1⟩, ⟨2⟩):\n    print(number, end=' ')\n");
    expect(highlighted.flat().filter(([, tone]) => tone === 'gap')).toHaveLength(2);
    expect(stem).toBe(`Fill the gaps so that the program prints \`${proof.stdout.trim()}\`.`);
    expect(proof.runs).toHaveLength(8);
  }
});

test('one gap is not called several', async () => {
  const one = { code: block('for number in range({{first}}, ⟨1⟩):', "    print(number, end=' ')") };
  const [item] = await items({
    ...one,
    tokens: "['{{last}}', '{{last + 1}}', '{{last + 2}}']",
    answer: "['{{last + 1}}']",
  });
  expect(item?.stem).toMatch(/^Fill the gap so that the program prints `/);
});

test('every filling that prints the goal is right, and no other', async () => {
  for (const { code, options, answer, proof } of await items()) {
    if (answer?.type !== 'slots') throw new Error('gaps are slots');
    const texts = options.map(({ text }) => text);
    for (const [first, start] of texts.entries()) {
      for (const [second, stop] of texts.entries()) {
        const filled = code.replace('⟨1⟩', start).replace('⟨2⟩', stop);
        const outcome = await python.run('3.12', 0, { code: filled, stdin: '', misconceptions: [] });
        const isRight = outcome.status === 'finished' && outcome.stdout === proof.stdout;
        expect(answer.accepted.some(([a, b]) => a === first && b === second)).toBe(isRight);
      }
    }
  }
});

test('a wrong token comes with what the program then does, and with the belief that takes it for right', async () => {
  const [item] = await items({ params: '{ first: [2], last: [6] }', variants: '1' });
  if (item?.answer?.type !== 'slots') throw new Error('gaps are slots');
  const six = item.options.findIndex(({ text }) => text === '6');
  expect(item.answer.faults).toContainEqual({
    slot: 1,
    option: six,
    misconceptions: [['range-stop-inclusive']],
    because: 'The program then prints `2 3 4 5`.',
  });
  expect(item.answer.faults).toHaveLength(6);
});

test('an author may say more of a token', async () => {
  const tokens = "['{{first}}', { token: '{{last}}', gap: 2, because: '{{last}} is left out.' }, '{{last + 1}}']";
  const [item] = await items({ tokens, params: '{ first: [2], last: [6] }', variants: '1' });
  const words = item?.answer?.type === 'slots' ? item.answer.faults.map(({ because }) => because) : [];
  expect(words).toContain('The program then prints `2 3 4 5`. 6 is left out.');
  expect(words).toContain('The program then prints `6`.');
});

test('tokens that can change places are right both ways', async () => {
  const [item] = await items({
    code: block('print(⟨1⟩ + ⟨2⟩)'),
    tokens: "['1', '2', '40', '500']",
    answer: "['2', '40']",
    params: '{}',
    where: '[]',
    misconceptions: '[]',
    explain: 'Two and forty give 42, whichever of them comes first.',
    variants: '1',
  });
  const texts = item?.options.map(({ text }) => text) ?? [];
  const accepted = item?.answer?.type === 'slots' ? item.answer.accepted : [];
  expect(accepted.map((filling) => filling.map((index) => texts[index]).join(' '))).toEqual(['2 40', '40 2']);
});

test('a filling that never ends is told as such and holds nothing up', async () => {
  const [item] = await items({
    code: block('n = 3', 'while n > 0:', '    n ⟨1⟩ 1', 'print(n)'),
    tokens: "['-=', '+=', '==', '=']",
    answer: "['-=']",
    params: '{}',
    where: '[]',
    misconceptions: '[]',
    explain: 'The loop ends when n is 0, so n has to become less.',
    variants: '1',
  });
  const words = item?.answer?.type === 'slots' ? item.answer.faults.map(({ because }) => because) : [];
  expect(words).toContain('The program then never ends.');
});

test('the same template gives the same items to the byte', async () => {
  expect(JSON.stringify(await items())).toBe(JSON.stringify(await items()));
});

test.each([
  ['a program without gaps', { code: block('print(1)') }, 'code: | → The program has no gaps.'],
  [
    'gaps out of order',
    { code: block('print(⟨2⟩)', 'print(⟨1⟩)') },
    'print(⟨2⟩) → The gap ⟨2⟩ is out of order. Number the gaps',
  ],
  ['an answer for some gaps only', { answer: "['{{first}}']" }, 'has 2 gaps, the answer 1 tokens'],
  ['an answer that is no token', { answer: "['{{first}}', '9 + 9']" }, 'the answer `9 + 9` is none of the tokens'],
  ['an answer that does not print what its author says', { prints: "'5 4 3'" }, 'which is not what `prints` says'],
  [
    'fillings that are all right',
    { code: block('print(⟨1⟩ * 0 + ⟨2⟩ * 0)') },
    'No variant can be built: every filling is right',
  ],
  [
    'too many right fillings',
    { code: block('print(⟨1⟩ > 0, ⟨2⟩ > 5)'), misconceptions: '[]' },
    'fillings are right, at most 4 can be',
  ],
  [
    'a gap that takes anything',
    { code: block('print(⟨1⟩ * 0 + ⟨2⟩)'), misconceptions: '[]' },
    'every token can stand in gap 1',
  ],
  ['two tokens that read the same', { tokens: "['{{first}}', '{{last + 1}}', '2', '3']" }, 'two tokens read'],
  ['a stem that hides the goal', { stem: 'Fill the gaps.' }, 'stem: Fill the gaps. → The stem does not say'],
  ['a program that prints nothing', { code: block('str(⟨1⟩ + ⟨2⟩)') }, 'no output to ask for'],
  [
    'an output that no sentence holds',
    { code: block('for number in range(⟨1⟩, ⟨2⟩):', "    print(number, end='   ')") },
    'a stem cannot tell this output',
  ],
  ['distractors', { distractors: '[{ text: "1", because: No. }]' }, 'gap items take no `distractors`'],
  [
    'a belief that misleads nobody',
    { misconceptions: '[range-stop-inclusive, slice-from-one]' },
    '`slice-from-one` makes no wrong answer look right in any of 2 variants',
  ],
  [
    'a right filling that is right on some CPythons only',
    { code: block('import sys', 'print(⟨1⟩ + ⟨2⟩, sys.version_info[1])') },
    'does not do the same on CPython',
  ],
])('refused: %s', async (_name, fields, words) => {
  expect(await faults(fields)).toContain(words);
});

test.each([
  ['tokens: []', { tokens: '[]' }, 'Write a list of 3 to 7 tokens'],
  ['a token that YAML takes for a number', { tokens: '[1, 2, 3]' }, "Write the token in quotes: '<='"],
])('a file that says %s is refused with what to write', async (_name, fields, words) => {
  await expect(faults(fields)).rejects.toThrow(words);
});
