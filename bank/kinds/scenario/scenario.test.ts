import { drawForm, findExamCredential } from '@pyladder/exam';
import { expect, test } from 'vitest';
import { givenBuilt, listFaults } from '../../testing/built.ts';
import { block, ladder } from '../../testing/given-pack.ts';
import { python } from '../../testing/given-python.ts';

const list = (...lines: string[]) => block(...lines).slice(1);

const first = [
  '- kind: output',
  '  misconceptions: [range-stop-inclusive, range-step-ignored, range-start-exclusive]',
  '  explain: The range stops before its second number, and takes every second one.',
];
const second = [
  '- kind: select-many',
  '  objective: while-loops',
  '  difficulty: 0.5',
  '  misconceptions: [range-stop-inclusive]',
  '  claims:',
  '    - check: total > {{start}}',
  '    - check: number < {{stop}}',
  '    - { check: "number == {{stop}}", because: The range stops before it. }',
  '    - { check: total == number, because: More than one number was added. }',
  '    - { check: total < 0, because: Nothing below 0 was added. }',
  '  shown: 4',
  '  explain: The variable of a loop keeps its last value.',
];

const sound = {
  kind: 'scenario',
  text: 'A shop counts every second of its {{stop}} shelves.',
  explain: '',
  misconceptions: '',
  items: list(...first, ...second),
  params: '{ first: [0], start: [1, 2], stop: [7, 8, 9, 10] }',
  variants: '3',
};

const items = (fields: Record<string, string> = {}) => givenBuilt({ ...sound, ...fields }, python);
const faults = async (fields: Record<string, string>) => (await listFaults({ ...sound, ...fields }, python)).join('\n');

test('the items of a scenario share a text, a program and its draw, and each is proven as its own kind', async () => {
  const built = await items();
  const sets = [...Map.groupBy(built, ({ set }) => set?.id).values()];
  expect(sets).toHaveLength(3);
  for (const [one, other, ...more] of sets) {
    expect(more).toEqual([]);
    expect([one?.kind, other?.kind]).toEqual(['output', 'select-many']);
    expect([one?.set?.index, other?.set?.index, one?.set?.size]).toEqual([0, 1, 2]);
    expect(one?.code).toBe(other?.code);
    expect(one?.set?.text).toBe(other?.set?.text);
    expect(one?.set?.text).toContain(`${/, (\d+), 2/.exec(one?.code ?? '')?.[1]} shelves`);
    expect(one?.template).toBe(other?.template);
    expect([one?.objective, one?.difficulty, other?.objective, other?.difficulty]).toEqual([
      'for-loops',
      0.7,
      'while-loops',
      0.5,
    ]);
    expect([one?.proof.runs.length, other?.proof.runs.length]).toEqual([8, 8]);
    expect(one?.options.find(({ key }) => key)?.text).toBe(one?.proof.stdout.trimEnd());
  }
});

test('a form holds a scenario whole or not at all', async () => {
  const pcep = findExamCredential(ladder, 'pcep');
  if (pcep === null) throw new Error('the ladder begins with PCEP');
  const exam = { ...pcep, exam: { ...pcep.exam, items: 2, passMark: 0.6 } };
  const sections = [{ ...(pcep.sections.find(({ id }) => id === 'flow-control') ?? pcep.sections[0]), items: 2 }];
  const form = drawForm({ ...exam, sections } as typeof pcep, await items(), { random: () => 0.3, avoid: new Set() });
  expect(form.map(({ set }) => set?.index)).toEqual([0, 1]);
  expect(new Set(form.map(({ set }) => set?.id)).size).toBe(1);
});

test('the same template and seed give the same items to the byte, sets and all', async () => {
  expect(JSON.stringify(await items())).toBe(JSON.stringify(await items()));
});

test('an item may have a program of its own', async () => {
  const own = [...second, '  code: |', '    total = {{start}} + 1', '    number = 0'];
  const built = await items({
    items: list(...first, ...own)
      .replace('misconceptions: [range-stop-inclusive]', 'misconceptions: []')
      .replace('check: "number == {{stop}}"', 'check: "number == 1"'),
  });
  expect(new Set(built.filter(({ kind }) => kind === 'select-many').map(({ code }) => code.split('\n')[1]))).toEqual(
    new Set(['number = 0']),
  );
});

test.each([
  ['there is one item only', { items: list(...first) }, 'Write a list of 2 to 4 items'],
  ['an item is of no kind', { items: list('- kind: essay', ...second) }, 'as its kind'],
  ['an item is a scenario itself', { items: list('- kind: scenario', ...second) }, 'as its kind'],
  ['the question stands at the top', { stem: 'What now?' }, 'Write stem into each of the items.'],
  [
    'an objective is not of the section',
    { items: list(...first, ...second).replace('while-loops', 'recursion') },
    'objective: recursion → `flow-control` has no objective `recursion`.',
  ],
  ['an item does not say why', { items: list(...first.slice(0, 2), ...second) }, 'explain'],
])('a file is refused if %s', async (_name, fields, words) => {
  await expect(items(fields)).rejects.toThrow(words.split(' → ')[1] ?? words);
});

test.each([
  [
    'an item wants a program and there is none',
    { code: '' },
    '- kind: output → An item of kind output has no program.',
  ],
  [
    'an item fails a gate of its kind',
    { items: list(...first, ...second).replace('[range-stop-inclusive]', '[slice-from-one]') },
    'misconceptions: [slice-from-one] → `slice-from-one` changes no claim',
  ],
  [
    'an item cannot be built',
    { items: list(...first, ...second).replace('total > {{start}}', 'totals > 1') },
    '- check: totals > 1 → No variant can be built: item 2: `totals > 1` stops with `NameError`.',
  ],
  [
    'an item is explained in a word',
    { items: list(...first, ...second).replace('The variable of a loop keeps its last value.', 'So it is.') },
    'explain: So it is. → The explanation is too short',
  ],
  [
    'a stem asks for what is not so',
    { items: list(...first, '  stem: What is not printed?', ...second) },
    'stem: What is not printed? → This text asks for what is not so.',
  ],
  ['its text is a story of its own', { text: 'A shop has shelves. '.repeat(60) }, 'Keep to 1,000.'],
])('a template is refused if %s', async (_name, fields, words) => {
  expect(await faults(fields)).toContain(words);
});

test('a question that words itself needs no stem in a scenario either', async () => {
  const beliefs = '  misconceptions: [range-stop-inclusive, range-step-ignored, range-start-exclusive]';
  const explain = '  explain: By then everything in the range has been added to the total.';
  const trace = ['- kind: trace', '  variable: total', '  line: 4', explain, beliefs];
  const built = await items({ items: list(...first, ...trace) });
  expect(built.find(({ kind }) => kind === 'trace')?.stem).toMatch(/`total`/);
});
