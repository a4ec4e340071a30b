import { expect, test } from 'vitest';
import { givenBuilt, listFaults } from '../../testing/built.ts';
import { block } from '../../testing/given-pack.ts';
import { python } from '../../testing/given-python.ts';
import { findPrecedences, listOrders } from './permutations.ts';

const sound = {
  kind: 'order',
  code: block(
    'price = {{price}}  #< fixed',
    'price += 2',
    'if price > 5:  #< and next',
    '    price -= 1',
    'price *= 10',
    'print(price)  #< fixed',
  ),
  params: '{ price: [4, 5] }',
  where: '[]',
  misconceptions: '[]',
  explain: 'First 2 is added, then 1 is taken off, and what is left is multiplied.',
  variants: '2',
};

const items = (fields = {}) => givenBuilt({ ...sound, ...fields }, python);
const faults = async (fields: Record<string, string>) => (await listFaults({ ...sound, ...fields }, python)).join('\n');

test('a candidate sees what is fixed, where the lines go, and what the program is to print', async () => {
  for (const { code, stem, options, proof } of await items()) {
    expect(code).toMatch(/^price = \d\n# your lines go here\nprint\(price\)\n$/);
    expect(stem).toBe(`Put the lines in order, so that the program prints \`${proof.stdout.trim()}\`.`);
    expect(options.map(({ text }) => text)).toEqual(['if price > 5:\n    price -= 1', 'price *= 10', 'price += 2']);
  }
});

test('every order that prints the goal is right, and no other', async () => {
  for (const { code, options, answer, proof } of await items()) {
    if (answer?.type !== 'order') throw new Error('lines are put in order');
    for (const order of listOrders(3)) {
      const lines = order.map((index) => options[index]?.text).join('\n');
      const program = code.replace('# your lines go here', lines);
      const outcome = await python.run('3.12', 0, { code: program, stdin: '', misconceptions: [] });
      const isRight = outcome.status === 'finished' && outcome.stdout === proof.stdout;
      expect(answer.accepted.some((accepted) => accepted.join() === order.join())).toBe(isRight);
    }
  }
});

test('of every pair that has to keep its order it is said what happens otherwise', async () => {
  const [item] = await items({ params: '{ price: [4] }', variants: '1' });
  const because = item?.answer?.type === 'order' ? item.answer.faults.map((fault) => fault.because) : [];
  expect(because).toEqual([
    'If `price *= 10` comes before `if price > 5:`, the program prints `59`.',
    'If `if price > 5:` comes before `price += 2`, the program prints `60`.',
  ]);
});

test('lines whose order does not matter are right both ways', async () => {
  const [item] = await items({
    code: block('tea = 3', 'milk = {{price}}', 'both = tea * milk', 'print(both)'),
    explain: 'Both numbers are needed for the product, whichever of them comes first.',
    variants: '1',
  });
  const texts = item?.options.map(({ text }) => text) ?? [];
  const accepted = item?.answer?.type === 'order' ? item.answer.accepted : [];
  const starts = accepted.map((order) => order.map((index) => texts[index]?.split(' ')[0]).join(' '));
  expect(starts.sort()).toEqual(['milk tea both print(both)', 'tea milk both print(both)']);
  expect(item?.code).toBe('');
});

test('the same template gives the same items to the byte', async () => {
  expect(JSON.stringify(await items())).toBe(JSON.stringify(await items()));
});

test('an order that breaks what all right orders keep breaks one of the pairs that are told', () => {
  const right = listOrders(4).filter(([first, , , last]) => first === 2 && last === 0);
  expect(findPrecedences(right)).toEqual([
    { first: 1, second: 0 },
    { first: 2, second: 1 },
    { first: 2, second: 3 },
    { first: 3, second: 0 },
  ]);
});

test.each([
  [
    'too few pieces',
    { code: block('price = {{price}}', 'print(price)') },
    'code: | → There are 2 pieces to be put in order. Have 3 or more.',
  ],
  [
    'too many pieces',
    { code: block('a = {{price}}', 'b = a + 1', 'c = b * 2', 'd = c + 1', 'e = d * 2', 'f = e + 1', 'print(f)') },
    'There are 7 pieces to be put in order. Mark lines with #< fixed',
  ],
  [
    'a line fixed in the middle',
    { code: block('a = {{price}}', 'b = a + 1  #< fixed', 'c = b * 2', 'print(c)') },
    'b = a + 1  #< fixed → This line is fixed between others that are not.',
  ],
  [
    'three lines together',
    { code: block('a = {{price}}  #< and next', 'b = a + 1  #< and next', 'c = b * 2', 'd = c', 'print(d)') },
    'a = {{price}}  #< and next → More than 2 lines stay together.',
  ],
  ['an unknown mark', { code: block('a = {{price}}  #< here', 'b = a', 'print(b)') }, 'There is no mark `#< here`.'],
  [
    'lines of which two are equal',
    { code: block('a = {{price}}', 'a += 1', 'a += 1', 'print(a)') },
    'No variant can be built: two lines read `a += 1`',
  ],
  [
    'lines that may come in almost any order',
    { code: block('a = {{price}}', 'b = 2', 'c = 3', 'd = 4', 'print(a, b, c, d)') },
    '24 of 120 orders are right, at most 12 can be',
  ],
  [
    'an order that is right the other way round',
    {
      code: block('a = {{price}}  #< fixed', 'a = 5 - a', 'a *= 2', 'a += a', 'a = -a + 5', 'print(a)  #< fixed'),
    },
    'No variant can be built: a right order is right the other way round, too',
  ],
  [
    'beliefs, which no order comes from',
    { misconceptions: '[slice-from-one]' },
    'order items name no `misconceptions`',
  ],
  ['more variants than can be run', { variants: '11' }, '11 variants are too many to run every order of each'],
  ['a stem that hides the goal', { stem: 'Put the lines in order.' }, 'The stem does not say'],
])('refused: %s', async (_name, fields, words) => {
  expect(await faults(fields)).toContain(words);
});
