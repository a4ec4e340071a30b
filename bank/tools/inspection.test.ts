import { openPythonPool } from '@pyladder/python/node';
import { afterAll, expect, test } from 'vitest';
import { type Inspection, inspectPrograms } from './inspection.ts';

const python = openPythonPool({ workers: 1 });
afterAll(() => python.close());

async function inspect(...lines: string[]): Promise<Inspection> {
  const [inspection] = await inspectPrograms([`${lines.join('\n')}\n`], python);
  if (inspection === undefined) throw new Error('one program gives one inspection');
  return inspection;
}

test('a program as PEP 8 wants it is let through', async () => {
  const inspection = await inspect(
    'import random',
    '',
    '',
    'class Box:',
    '    size: int = 3',
    '',
    '    def grow(self, by=1, *more, factor: int = 2) -> int:',
    '        return -by + self.size ** 2 * factor',
    '',
    '',
    'def show(*values):',
    "    print(*values, sep='', end='!')  # all at once",
    '',
    '',
    'random.seed(3)',
    'xs = [1, -2, *[3]]',
    'print(xs[1:], xs[::-1], xs[0 + 1:], {"a": 1, **{}}, (1,))',
    'if not xs:',
    '    pass',
    'elif len(xs) > 2 and xs[0] == -1:',
    '    a = b = 3',
    'else:',
    "    print(f'{xs[0]:>5} {xs!r}{a=}{len(xs):{a}.2f}')",
    'print(sorted(xs, key=lambda x: -x), sorted({1, 2}), 3 in {3, 4})',
    "print('''a\t b",
    "  c''')",
    'print(xs,',
    '      len(xs))',
    'ys = [',
    '    1, [2,',
    '        3],',
    ']',
  );
  expect(inspection).toEqual({ fault: null, style: [], varies: [], reach: [] });
});

test.each([
  ['x=1', 1, 'no space around ='],
  ['x = 1 +2', 1, 'a space on one side of +'],
  ['print (1)', 1, 'a space between a name and ('],
  ['print( 1)', 1, 'a space after ('],
  ['print(1 )', 1, 'a space before )'],
  ['print(1,2)', 1, 'no space after ,'],
  ["print({'a':1})", 1, 'no space after :'],
  ["print(1, end = '')", 1, 'spaces around = of an argument'],
  ['x  = 1', 1, 'more than one space before ='],
  ['x = 1 ', 1, 'white space at the end'],
  ['x = 1; y = 2', 1, 'two statements'],
  ['if 1: print(2)', 1, 'two statements'],
  ['if 1:\n  print(2)', 2, 'the indentation is 2 spaces'],
  ['if 1:\n\tprint(2)', 2, 'holds a tab'],
  ['#note', 1, 'no space after #'],
  ['x = 1 # note', 1, 'fewer than two spaces before the comment'],
  ['x = 1\ndef f():\n    pass', 2, '0 blank lines'],
  ['x = 1\n\n\n\ny = 2', 5, 'three blank lines'],
  ['import math, random', 1, 'two modules'],
  ['x = 1\nprint(x == None)', 2, 'None is compared by =='],
  ['x = 1\nprint(x == True)', 2, 'True is compared by =='],
  ['x = 1\nprint(not x in [1])', 2, 'not is written before'],
  ['print(type(1) == type(2))', 1, 'types are compared'],
  ['print(1,\n  2)', 2, 'does not stand under its bracket'],
  ['xs = [\n  1,\n]', 2, 'does not stand under its bracket'],
  ['l = 1', 1, 'looks like a digit'],
  ['f = lambda: 1', 1, 'a lambda is given a name'],
  ['try:\n    pass\nexcept:\n    pass', 3, 'except names no exception'],
  [`x = '${'a'.repeat(80)}'`, 1, '86 characters'],
])('a program that a style checker would mark is marked: %j', async (code, line, words) => {
  const { style } = await inspect(code);
  expect(style.map(([at, what]) => `${at} ${what}`)).toEqual([expect.stringContaining(`${line} `)]);
  expect(style[0]?.[1]).toContain(words);
});

test.each([
  ['xs = {1, 2}\nprint(xs)', 2],
  ["for x in {'a', 'b'}:\n    print(x)", 1],
  ['xs = set([1, 2])\nys = xs\nprint(list(ys))', 3],
  ["print(' '.join({'a', 'b'}))", 1],
  ["xs = {'a', 'b'}\nprint(f'{xs}')", 2],
  ['xs = {1, 2}\nprint(*xs)', 2],
  ['xs = {1, 2}\nprint(xs.pop())', 2],
  ['xs = {1, 2}\nprint([x for x in xs])', 2],
  ['print({1, 2} | {3, 4})', 1],
  ['print(id(3))', 1],
  ["print(hash('a'))", 1],
  ['import time\nprint(time.time())', 2],
  ['import datetime\nprint(datetime.datetime.now())', 2],
  ['import random\nprint(random.random())', 1],
  ['import uuid', 1],
])('what may vary from run to run is found without running it: %j', async (code, line) => {
  const { varies } = await inspect(code);
  expect(varies.map(([at]) => at)).toEqual([line]);
});

test.each([
  ['xs = {3, 1}\nprint(sorted(xs), len(xs), 3 in xs, sum(x for x in xs))'],
  ['print({7})'],
  ['import random\nrandom.seed(7)\nprint(random.random())'],
  ["print({'a': 1})"],
])('what cannot vary is let through: %j', async (code) => {
  expect((await inspect(code)).varies).toEqual([]);
});

test.each([
  ['import os', 'os'],
  ['from urllib.request import urlopen', 'urllib'],
  ["open('x')", 'files'],
  ["exec('x = 1')", 'exec'],
])('a reach outside the program is found: %j', async (code, name) => {
  expect((await inspect(code)).reach.map(([, , what]) => what)).toEqual([name]);
});

test('what is no Python is told with its line', async () => {
  expect((await inspect('x = 1', 'if x')).fault).toEqual([2, "expected ':'"]);
});
