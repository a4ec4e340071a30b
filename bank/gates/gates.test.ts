import { expect, test } from 'vitest';
import { buildTemplate } from '../build/build-template.ts';
import { block, givenTemplate } from '../testing/given-pack.ts';
import { python } from '../testing/given-python.ts';

/** A template's problems, each as the line's own text and what is wrong with it. */
async function judge(fields: Readonly<Record<string, string>>): Promise<string[]> {
  const template = givenTemplate(fields);
  const { problems } = await buildTemplate(template, 'gates', { python });
  for (const { remedy } of problems) expect(remedy).toMatch(/^[A-Z].*[.?]$/);
  const lines = template.source.text.split('\n');
  return problems.map(({ line, what }) => `${lines[line - 1]?.trim()} → ${what}`);
}

const loop = ['total = {{first}}', 'for number in range({{start}}, {{stop}}, 2):', '    total += number'];

test('a sound template passes every gate', async () => {
  expect(await judge({})).toEqual([]);
});

test.each([
  [
    'a key that is not the same under every hash seed',
    { code: block(...loop, "print(total, list({'a', 'b', 'c', 'd', 'e'}))") },
    'does not do the same on CPython 3.11 under hash seed 1',
  ],
  [
    'a program that shows the order of a set',
    { code: block(...loop, 'print(total, {1, 2})') },
    'print(total, {1, 2}) → The key may vary: print() shows the order of a set',
  ],
  [
    'a program that shows an address',
    { code: block(...loop, "print(total, '<object at 0x7f3a91c0>')") },
    'shows where an object lies in memory',
  ],
  [
    'a program that fails on an older CPython without saying so',
    { code: block(...loop, "print(total, type(t'{total}').__name__)") },
    'No variant can be built',
  ],
  [
    'a key that is not the same on every CPython',
    { code: block('import sys', '', ...loop, 'print(total, sys.version_info[1])') },
    'does not do the same on CPython 3.12',
  ],
  [
    'a program that reads the clock',
    { code: block('import time', '', ...loop, 'print(total + time.time())') },
    'The key may vary: time.time reads the clock',
  ],
  [
    'a program of chance without a seed',
    { code: block('import random', '', ...loop, 'print(total + random.random())') },
    'The key may vary: random is used without a seed',
  ],
  [
    'a program that shows what an object is called inside',
    { code: block(...loop, 'print(total, id(total) > 0)') },
    'print(total, id(total) > 0) → The key may vary: id() may differ',
  ],
  ['fewer variants than are promised', { variants: '50' }, 'variants: 50 → Only 8 of 50 variants can be built'],
  [
    'wrong outputs from one belief only',
    { misconceptions: '[range-stop-inclusive]' },
    'No variant can be built: only 1 of the wrong outputs that misconceptions give can be used',
  ],
  [
    'a misconception that the program gives nothing to act on',
    { misconceptions: '[range-stop-inclusive, range-step-ignored, range-start-exclusive, slice-from-one]' },
    '`slice-from-one` gives no wrong answer in any of 3 variants: the program has nothing for it to act on',
  ],
  [
    'a misconception that leads to the key in some variants',
    { where: 'stop > start', variants: '8' },
    '`range-stop-inclusive` leads to the key in',
  ],
  [
    'a program that prints nothing',
    { code: block(...loop, 'str(total)') },
    'No variant can be built: the program has no output to ask for',
  ],
  [
    'a program that never ends',
    { code: block(...loop, 'while total > 0:', '    total += 1') },
    'No variant can be built: the program does not end',
  ],
  [
    'a program that is no Python',
    { code: block(...loop, 'print(total') },
    "print(total → This is not Python: '(' was never closed",
  ],
  [
    'more than 25 lines',
    { code: block(...loop, ...Array<string>(22).fill('total += 0'), 'print(total)') },
    'The program has 26 lines',
  ],
  [
    'an output that nobody can read as an option',
    { code: block(...loop, 'for again in range(9):', '    print(total)') },
    'No variant can be built',
  ],
  [
    'style against PEP 8',
    { code: block(...loop, 'print( total )') },
    'print( total ) → PEP 8: there is a space after (',
  ],
  [
    'a reach outside the program',
    { code: block('import os', ...loop, 'print(total)') },
    'import os → The program uses the module os',
  ],
  [
    'a file',
    { code: block(...loop, 'with open("sums.txt", "w") as sums:', '    sums.write(str(total))', 'print(total)') },
    'The program uses a file, by open()',
  ],
  [
    'a way to the network',
    { code: block('import socket', '', ...loop, 'print(total, socket.AF_INET > 0)') },
    'import socket → The program uses the module socket (the network)',
  ],
  [
    'a program that makes programs',
    { code: block(...loop, 'exec("print(total)")') },
    'exec("print(total)") → The program uses exec()',
  ],
  [
    'a word that helps nobody',
    { stem: 'What does this program simply print?' },
    'This text uses a word that helps nobody',
  ],
  [
    'a distractor as long as a page',
    { distractors: `[{ text: ${'1 '.repeat(150)}, because: It is too long to be read. }]` },
    '`text` has 299 characters',
  ],
  ['an explanation of blanks', { explain: '"  "' }, 'The explanation is too short'],
  [
    'an unmarked negative',
    { stem: 'Which of these is not printed?' },
    'stem: Which of these is not printed? → This text asks for what is not so',
  ],
  [
    'a text about other options',
    { distractors: '[{ text: None of the above, because: It is not. }]' },
    'speaks of other options',
  ],
  [
    'an explanation that explains nothing',
    { explain: 'That is so.' },
    'explain: That is so. → The explanation is too short',
  ],
  [
    'an unknown misconception',
    { misconceptions: '[range-is-inclusive]' },
    'There is no misconception `range-is-inclusive`',
  ],
  [
    'a misconception named twice',
    { misconceptions: '[range-stop-inclusive, range-stop-inclusive]' },
    'stands here twice',
  ],
  ['a difficulty that tells nothing', { difficulty: '0.99' }, 'difficulty: 0.99 → A difficulty of 0.99'],
  ['a condition that nothing meets', { where: 'start > stop' }, 'where: start > stop → No draw meets `where`'],
])('refused: %s', async (_name, fields, words) => {
  expect((await judge(fields)).join('\n')).toContain(words);
});

test('what is about style or about quotes may ask to be let through', async () => {
  expect(await judge({ code: block(...loop, 'print( total )'), allow: '[style]' })).toEqual([]);
});

test('what is new in a CPython may say so', async () => {
  const code = block(...loop, "print(total, type(t'{total}').__name__)");
  expect(await judge({ code, python: "'>=3.14'" })).toEqual([]);
});

test('what the program is about may be reached for', async () => {
  expect(await judge({ code: block('import os', ...loop, 'print(total)'), needs: '[os]' })).toEqual([]);
});
