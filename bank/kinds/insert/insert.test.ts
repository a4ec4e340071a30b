import type { Item } from '@pyladder/exam';
import { expect, test } from 'vitest';
import { givenBuilt, listFaults } from '../../testing/built.ts';
import { block } from '../../testing/given-pack.ts';
import { python } from '../../testing/given-python.ts';

const sound = {
  kind: 'insert',
  code: block('total = 0', 'for number in {{numbers}}:', '    total += number  #< here', '    print(total)'),
  params: '{ numbers: { sample: [2, 3, 5, 7], size: 3 } }',
  where: '[]',
  misconceptions: '[]',
  explain: 'The sum grows before it is printed, once for every number in the list.',
  variants: '2',
};

const items = (fields = {}) => givenBuilt({ ...sound, ...fields }, python);
const faults = async (fields: Record<string, string>) => (await listFaults({ ...sound, ...fields }, python)).join('\n');

const textsOfKeys = (item: Item | undefined) => item?.options.filter(({ key }) => key).map(({ text }) => text);

test('a candidate sees the program without the line, and the line with its indentation', async () => {
  for (const { code, stem, answer, proof } of await items()) {
    expect(code).toMatch(/^total = 0\nfor number in \[\d, \d, \d\]:\n {4}print\(total\)\n$/);
    const told = proof.stdout
      .trim()
      .split('\n')
      .map((line) => `\`${line}\``);
    expect(stem).toBe(`Where does the line go, so that the program prints ${told.join(', then ')}?`);
    expect(answer).toMatchObject({ type: 'position', line: '    total += number', after: [0, 1, 2, 3] });
    const joined = answer?.type === 'position' ? answer.highlighted.map(([text]) => text).join('') : '';
    expect(joined).toBe('    total += number');
  }
});

test('the place where the program does what is asked is the key, and of every other it is said what happens there', async () => {
  const [item] = await items({ params: '{ numbers: [[2, 3, 5]] }', variants: '1' });
  expect(item?.options).toEqual([
    {
      text: 'before line 1',
      key: false,
      misconceptions: [],
      because: 'There the program does not start: Python refuses it with IndentationError.',
    },
    {
      text: 'after line 1',
      key: false,
      misconceptions: [],
      because: 'There the program does not start: Python refuses it with IndentationError.',
    },
    { text: 'after line 2', key: true, misconceptions: [], because: null },
    {
      text: 'after line 3',
      key: false,
      misconceptions: [],
      because: 'There the program prints `0`, then `2`, then `5`.',
    },
  ]);
});

test('two places that do the same are both right', async () => {
  const [fit] = await items({
    code: block('price = {{price}}', 'price *= 3', 'price += 2  #< here', "coin = 'cents'", 'print(price, coin)'),
    params: '{ price: [4] }',
    explain: 'It has to be added after the product, and before the price is printed.',
    variants: '1',
  });
  expect(textsOfKeys(fit)).toEqual(['after line 2', 'after line 3']);
});

test('a belief under which a wrong place would do is told with it', async () => {
  const [item] = await items({
    code: block('queue = []', 'queue.append({{first}})  #< here', 'queue.append(9)', 'print(queue)'),
    params: '{ first: [4] }',
    misconceptions: '[append-prepends]',
    explain: 'What is added first stays first, for each new element goes to the end.',
    variants: '1',
  });
  expect(textsOfKeys(item)).toEqual(['after line 1']);
  expect(item?.options.map(({ misconceptions }) => misconceptions)).toEqual([[], [], [['append-prepends']], []]);
});

test('the same template gives the same items to the byte', async () => {
  expect(JSON.stringify(await items())).toBe(JSON.stringify(await items()));
});

test.each([
  ['a program without a mark', { code: block('print(1)') }, 'code: | → No line is marked. Write #< here behind'],
  [
    'two marks',
    { code: block('total = 0  #< here', 'print(total)  #< here') },
    'print(total)  #< here → A second line is marked.',
  ],
  ['a mark on an empty line', { code: block('print(1)', '#< here') }, '#< here → There is no line before this mark.'],
  ['a mark of another kind', { code: block('total = 0  #< fixed', 'print(total)  #< here') }, 'no mark `#< fixed`'],
  [
    'too few places',
    { code: block('total = {{numbers}}', 'print(total)  #< here') },
    'there are 2 places for the line',
  ],
  [
    'a line that may stand almost anywhere',
    { code: block('a = {{numbers}}', 'b = 1  #< here', 'c = 2', 'd = 3', 'print(a, b, c, d)') },
    '4 places are right (before line 1, after line 1, after line 2, after line 3), at most 2 can be',
  ],
  ['a stem that hides the goal', { stem: 'Where does the line go?' }, 'The stem does not say'],
  [
    'a belief that misleads nobody',
    { misconceptions: '[slice-from-one]' },
    '`slice-from-one` makes no wrong answer look right',
  ],
  [
    'a program that is no Python',
    { code: block('total = 0', 'for number in [1]:', 'total += number  #< here', 'print(total)') },
    'This is not Python',
  ],
])('refused: %s', async (_name, fields, words) => {
  expect(await faults({ ...fields, explain: 'One thing has to be done before the other, and only once.' })).toContain(
    words,
  );
});
