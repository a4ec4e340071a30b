import { creditOf } from '@pyladder/exam';
import { expect, test } from 'vitest';
import { givenBuilt, listFaults } from '../../testing/built.ts';
import { block } from '../../testing/given-pack.ts';
import { python } from '../../testing/given-python.ts';

const sound = {
  kind: 'select-many',
  code: block('marks = {{marks}}', 'best = marks[:2]', 'best.append(0)', 'print(best)'),
  params: '{ marks: { sample: [4, 5, 6, 7], size: 3 } }',
  where: '[]',
  claims: block(
    '- check: len(marks) == 3',
    '- check: len(best) == 3',
    '- check: len(best) == 4',
    '  because: The slice has two elements.',
    '- says: The lists `marks` and `best` are one.',
    '  check: marks is best',
    '  because: A slice is a list of its own.',
    '- check: best[1] == {{marks[1]}}',
  ).slice(1),
  misconceptions: '[slice-end-inclusive]',
  explain: 'A slice is a new list, which ends before the second index.',
  variants: '3',
};

const items = (fields = {}) => givenBuilt({ ...sound, ...fields }, python);
const faults = async (fields: Record<string, string>) => (await listFaults({ ...sound, ...fields }, python)).join('\n');
const list = (...claims: string[]) => block(...claims).slice(1);

test('each claim is a key exactly if Python says so on its own, whatever the program prints', async () => {
  for (const { code, options, answer, stem, proof } of await items()) {
    expect(options).toHaveLength(5);
    for (const { text, key } of options) {
      const check = text.startsWith('`') ? text.replaceAll('`', '') : 'marks is best';
      const outcome = await python.run('3.12', 0, { code: `${code}print(${check})\n`, stdin: '', misconceptions: [] });
      expect('stdout' in outcome && outcome.stdout.endsWith('True\n')).toBe(key);
    }
    const keys = options.filter(({ key }) => key).length;
    expect(answer).toEqual({ type: 'choices', pick: keys });
    expect(stem).toBe(`Which of these are true? Choose ${keys}.`);
    expect(proof.runs).toHaveLength(8);
  }
});

test('who takes a false claim for true is told the belief that makes it so, and the sentence that corrects it', async () => {
  for (const { options } of await items()) {
    expect(options.find(({ text }) => text === '`len(best) == 4`')).toEqual({
      text: '`len(best) == 4`',
      key: false,
      misconceptions: [['slice-end-inclusive']],
      because: 'The slice has two elements.',
    });
    expect(options.filter(({ key }) => key).every(({ misconceptions }) => misconceptions.length === 0)).toBe(true);
  }
});

test('choosing everything earns nothing, and half of what is right earns half', async () => {
  for (const { options } of await items({ variants: '1' })) {
    const ids = options.map((_, index) => String(index));
    const keys = ids.filter((_, index) => options[index]?.key);
    const key = { type: 'choices' as const, ids: keys };
    expect(creditOf(key, { type: 'choices', options: keys })).toBe(1);
    expect(creditOf(key, { type: 'choices', options: ids })).toBeLessThan(0.5);
  }
});

test('of many claims each variant shows others', async () => {
  const built = await items({ params: '{ marks: [[4, 5, 6]] }', shown: '4', variants: '4' });
  const shown = built.map(({ options }) => options.map(({ text }) => text).join());
  expect(new Set(shown).size).toBe(4);
  expect(built.every(({ options }) => options.length === 4)).toBe(true);
});

test('claims may say what a snippet prints or raises, and the stem may ask for all of them', async () => {
  const claims = list(
    "- run: int('{{marks[0]}}')",
    '  prints: ""',
    "- run: int('{{marks[0]}}.5')",
    '- run: marks[3]',
    '  raises: IndexError',
    '- run: marks.index(0)',
    '- run: print(marks[0]',
    '  because: The bracket is never closed, so nothing runs.',
    '- run: best.index(0)',
    '  because: The 0 was appended.',
  );
  for (const { options, stem, answer } of await items({
    claims,
    raises: 'ValueError',
    pick: 'all',
    misconceptions: '[]',
  })) {
    expect(options.filter(({ key }) => !key).map(({ text }) => text)).toEqual(['`best.index(0)`', '`print(marks[0]`']);
    expect(answer).toEqual({ type: 'choices', pick: null });
    expect(stem).toBe('Which of these are true? Choose all that apply.');
  }
});

test('a question about Python itself needs no program', async () => {
  const claims = list(
    '- check: "{{n}} // 2 * 2 == {{n}}"',
    '  because: The fraction is dropped.',
    '- check: "{{n}} % 2 == 1"',
    '- check: "{{n}} / 2 == {{n // 2}}"',
    '  because: The exact quotient has a fraction.',
    '- check: "{{n}} ** 2 > {{n}}"',
  );
  const built = await items({ code: '', params: '{ n: [3, 5, 9] }', misconceptions: '[]', claims });
  expect(new Set(built.map(({ options }) => options.map(({ text }) => text).join())).size).toBe(3);
  expect(built.map(({ code }) => code)).toEqual(['', '', '']);
});

test.each([
  [
    'no claim is true',
    { claims: list('- check: marks == 1', '- check: marks == 2', '- check: marks == 3', '- check: marks == 4') },
    'none of the claims shown is true',
  ],
  [
    'every claim is true',
    {
      claims: list(
        '- check: marks != 1',
        '- check: len(marks) == 3',
        '- check: len(best) == 3',
        '- check: best[2] == 0',
      ),
    },
    'all of the claims shown are true',
  ],
  [
    'a claim is neither true nor false',
    {
      claims: list(
        '- check: marks[0]',
        '- check: len(marks) == 3',
        '- check: len(best) == 3',
        '- check: len(best) == 4',
      ),
    },
    '- check: marks[0] → No variant can be built: `marks[0]` is neither True nor False',
  ],
  [
    'a claim stops with an error',
    {
      claims: list(
        '- check: mark == 3',
        '- check: len(marks) == 3',
        '- check: len(best) == 3',
        '- check: len(best) == 4',
      ),
    },
    '`mark == 3` stops with `NameError`',
  ],
  [
    'a claim never ends',
    {
      claims: list(
        "- run: 'while True: pass'",
        '  prints: "1"',
        '- check: len(marks) == 3',
        '- check: len(best) == 3',
        '- check: len(best) == 4',
      ),
    },
    'does not end',
  ],
  [
    'a claim may differ from run to run',
    {
      claims: list(
        "- check: hash('a') > 0",
        '- check: len(marks) == 3',
        '- check: len(best) == 3',
        '- check: len(best) == 4',
      ),
    },
    'hash() may differ from run to run',
  ],
  [
    'a claim reaches outside',
    {
      claims: list(
        "- check: open('/etc/passwd').read() == ''",
        '- check: len(marks) == 3',
        '- check: len(best) == 3',
        '- check: len(best) == 4',
      ),
    },
    'uses',
  ],
  [
    'a claim is not the same on every CPython',
    {
      claims: list(
        '- run: "print(t\'a\' != 1)"',
        '  prints: "True"',
        '- check: len(marks) == 3',
        '- check: len(best) == 3',
        '- check: len(best) == 4',
        '  because: It has three.',
      ),
    },
    'does not do the same on CPython',
  ],
  [
    'a false claim is explained by nobody',
    {
      claims: list(
        '- check: len(marks) == 3',
        '- check: len(best) == 3',
        '- check: len(best) == 5',
        '- check: best[2] == 0',
      ),
    },
    '- check: len(best) == 5 → Nothing says why this is false',
  ],
  [
    'a snippet is said to do nothing',
    {
      claims: list('- run: print(1)', '- check: len(marks) == 3', '- check: len(best) == 3', '- check: len(best) == 4'),
    },
    '- run: print(1) → The claim does not say what comes of it.',
  ],
  [
    'two claims read the same',
    {
      claims: list(
        '- check: len(marks) == 3',
        '- check: len(marks)  == 3',
        '- check: len(best) == 3',
        '- check: len(best) == 4',
      ),
    },
    'two claims read',
  ],
  [
    'a belief changes no claim',
    { misconceptions: '[slice-end-inclusive, range-stop-inclusive]' },
    '`range-stop-inclusive` changes no claim',
  ],
  ['more are to be shown than there are', { shown: '6' }, 'There are 5 claims, 6 are to be shown'],
  ['distractors are written', { distractors: '[{ text: a, because: It is one. }]' }, 'take no `distractors`'],
  [
    'a claim speaks of the others',
    { claims: sound.claims.replace('says: The lists `marks` and `best` are one.', 'says: None of the above') },
    'None of the above → This text speaks of other options',
  ],
  ['a claim is a page long', { claims: sound.claims.replace('The lists', 'The lists '.repeat(50)) }, 'Keep to 400.'],
  [
    'a placeholder makes a claim long',
    { claims: sound.claims.replace('says: The lists `marks` and `best` are one.', `says: "{{'long ' * 60}}"`) },
    'too long to be read',
  ],
])('a template is refused if %s', async (_name, fields, words) => {
  expect(await faults(fields)).toContain(words);
});
