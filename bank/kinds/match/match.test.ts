import { expect, test } from 'vitest';
import { givenBuilt, listFaults } from '../../testing/built.ts';
import { block } from '../../testing/given-pack.ts';
import { python } from '../../testing/given-python.ts';

const list = (...lines: string[]) => block(...lines).slice(1);

const sound = {
  kind: 'match',
  stem: 'What is the type of each value?',
  code: block('price = {{price}}'),
  params: '{ price: [4, 6, 8] }',
  where: '[]',
  of: 'type',
  pairs: list(
    '- left: price / 2',
    '  because: A quotient by / is a float.',
    '- left: price // 2',
    '- left: price > 2',
    "- left: str(price) + '0'",
  ),
  misconceptions: '[truediv-is-intdiv]',
  distractors: '[{ text: list, because: None of them has brackets. }]',
  explain: 'Only the quotient by one stroke is a float here, and a comparison is a bool.',
  variants: '3',
};

const checked = {
  ...sound,
  of: '',
  code: block('queue = {{queue}}'),
  params: '{ queue: { sample: [1, 2, 3], size: 2 } }',
  stem: 'Which line does what is said?',
  pairs: list(
    '- left: the first one goes',
    '  right: queue.pop(0)',
    '  check: queue == {{queue[1:]}}',
    '  because: Index 0 is the first.',
    '- left: the last one goes',
    '  right: queue.pop()',
    '  check: queue == {{queue[:1]}}',
    '  because: Without an index it is the last.',
    '- left: gives a new list',
    '  right: queue[:]',
    '  check: right == queue and right is not queue',
    '  because: A slice is a copy.',
  ),
  distractors: '[{ text: queue, because: That is the list itself. }]',
  misconceptions: '[pop-takes-first]',
};

const items = (fields: Record<string, string>) => givenBuilt(fields, python);
const faults = async (fields: Record<string, string>) => (await listFaults(fields, python)).join('\n');

test('each left side goes with what Python finds for it, on every CPython', async () => {
  const built = await items(sound);
  expect(built).toHaveLength(3);
  for (const { code, options, answer, proof } of built) {
    if (answer?.type !== 'slots') throw new Error('pairs are slots');
    expect(proof.runs).toHaveLength(8);
    expect(answer.slots[0]).toBe('`price / 2`');
    const texts = (answer.accepted[0] ?? []).map((index) => options[index]?.text);
    for (const [slot, label] of answer.slots.entries()) {
      const program = `${code}print(type(${label.replaceAll('`', '')}).__name__)\n`;
      const outcome = await python.run('3.11', 1, { code: program, stdin: '', misconceptions: [] });
      expect('stdout' in outcome && outcome.stdout.trim()).toBe(texts[slot]);
    }
    expect(answer.accepted).toHaveLength(1);
    expect(options.filter(({ key }) => !key).map(({ text }) => text)).toEqual(['list']);
  }
});

test('a wrong side is told by the belief that leads there, by its author, or by what Python finds', async () => {
  const [item] = await items(sound);
  if (item?.answer?.type !== 'slots') throw new Error('pairs are slots');
  const { faults: found } = item.answer;
  const at = (text: string) => item.options.findIndex((option) => option.text === text);
  expect(found).toContainEqual({
    slot: 0,
    option: at('int'),
    misconceptions: [['truediv-is-intdiv']],
    because: 'A quotient by / is a float.',
  });
  expect(found).toContainEqual({
    slot: 2,
    option: at('list'),
    misconceptions: [],
    because: 'None of them has brackets.',
  });
  expect(found).toContainEqual({
    slot: 1,
    option: at('str'),
    misconceptions: [],
    because: 'The value of `price // 2` is of type `int`.',
  });
  expect(found).toHaveLength(4 * 4);
});

test('a right side that only a belief finds becomes one more to choose', async () => {
  const pairs = list('- left: price / 2', '- left: price * 2', '- left: price > 2');
  for (const { code, options } of await items({ ...sound, of: 'repr', pairs, distractors: '[]' })) {
    const price = Number(/\d+/.exec(code));
    expect(options.filter(({ key }) => !key).map(({ text }) => text)).toEqual([String(price / 2)]);
  }
});

test('calls are matched with the exceptions that end them', async () => {
  const pairs = list("- left: int('{{price}}.5')", '- left: price[0]', '- left: prices', '- left: price + 1');
  const [item] = await items({ ...sound, of: 'exception', pairs, misconceptions: '[]', variants: '1' });
  if (item?.answer?.type !== 'slots') throw new Error('pairs are slots');
  const { options } = item;
  expect(item.answer.accepted[0]?.map((index) => options[index]?.text)).toEqual([
    'ValueError',
    'TypeError',
    'NameError',
    'no exception',
  ]);
  expect(item.answer.faults[0]?.because).toMatch(/^`int\('\d\.5'\)` stops with `ValueError`\.$/);
});

test('lines are matched with what they do: every line is tried for every left side', async () => {
  for (const { options, answer, proof } of await items(checked)) {
    if (answer?.type !== 'slots') throw new Error('pairs are slots');
    expect(answer.slots).toEqual(['the first one goes', 'the last one goes', 'gives a new list']);
    const texts = options.map(({ text }) => text);
    expect(texts).toEqual(['queue', 'queue.pop()', 'queue.pop(0)', 'queue[:]']);
    expect(answer.accepted).toEqual([[2, 1, 3]]);
    expect(answer.faults).toContainEqual({
      slot: 0,
      option: 1,
      misconceptions: [['pop-takes-first']],
      because: 'Index 0 is the first.',
    });
    expect(proof.stdout.match(/^True$/gm)).toHaveLength(3);
  }
});

test.each([
  [
    'the last right side is left over',
    { ...sound, distractors: '[]', pairs: list('- left: price / 2', '- left: price // 2', '- left: price > 2') },
    'the last right side is what is left over',
  ],
  [
    'every left side has one right side',
    { ...sound, pairs: list('- left: price', '- left: price + 1', '- left: price + 2') },
    'every left side goes with the same right side',
  ],
  [
    'two left sides read the same',
    { ...sound, pairs: list('- left: price / 2', '- left: price / 2', '- left: price > 2') },
    'two left sides read `price / 2`',
  ],
  [
    'a left side fails',
    { ...sound, pairs: list('- left: price / 0', '- left: price', '- left: price > 2') },
    '- left: price / 0 → No variant can be built: `price / 0` stops with `ZeroDivisionError`.',
  ],
  [
    'a right side is written that is to be found',
    { ...sound, pairs: list('- left: price', '  right: int', '- left: price / 2', '- left: price > 2') },
    '- left: price → The pair says its right side',
  ],
  ['a right side is neither found nor written', { ...sound, of: '' }, 'Nothing says what goes with the left side.'],
  [
    'a check is false for its own side',
    { ...checked, pairs: checked.pairs.replace('right: queue.pop(0)', 'right: queue.pop(1)') },
    'is False, though that is its own right side',
  ],
  [
    'a check is true for another side',
    { ...checked, distractors: '[{ text: list(queue), because: Why not. }]' },
    'the left side goes with both',
  ],
  [
    'a belief leads nowhere',
    { ...sound, misconceptions: '[truediv-is-intdiv, slice-from-one]' },
    '`slice-from-one` makes no wrong answer look right',
  ],
  [
    'the value is not the same in every run',
    { ...sound, of: 'repr', pairs: list("- left: '{price, str(price)}'", '- left: price // 2', '- left: price > 2') },
    'may differ',
  ],
  ['more pairs are to be shown than there are', { ...sound, shown: '5' }, 'There are 4 pairs, 5 are to be shown.'],
  [
    'a right side speaks of the others',
    { ...sound, distractors: '[{ text: none of these, because: One is right. }]' },
    'speaks of other options',
  ],
])('a template is refused if %s', async (_name, fields, words) => {
  expect(await faults(fields)).toContain(words);
});
