import { openPythonPool } from '@pyladder/python/node';
import { afterAll, expect, test } from 'vitest';
import { sayConsequence } from './consequence.ts';
import { runAttempts } from './trials.ts';

const python = openPythonPool({ workers: 1 });
afterAll(() => python.close());

async function consequencesOf(...programs: string[]): Promise<string[] | null> {
  const trials = await runAttempts(
    programs.map((code) => ({ code })),
    { stdin: 'Ada\n' },
    { python },
  );
  return trials?.map(({ outcome }) => sayConsequence(outcome)) ?? null;
}

test.each([
  ['print(1)', 'prints `1`'],
  ["print('a  ')\nprint(2)", 'prints `a`, then `2`'],
  ["for n in range(6):\n    print(n, 'b')", 'prints `0 b`, then `1 b`, then `2 b`, then 3 lines more'],
  ['print()\nx = 1', 'prints nothing'],
  ["print(1)\nprint()\nprint('`')", "prints `1`, then an empty line, then `'`"],
  ['print(input())', 'prints `Ada`'],
  ['print([].append)', 'prints `<built-in method append of list object at 0x…>`'],
  ["print('a' * 100)", `prints \`${'a'.repeat(59)}…\``],
  ['int("x")', 'stops with ValueError'],
  ['print(1)\nprint(1 / 0)', 'prints `1`, then stops with ZeroDivisionError'],
  ['if 1:\nprint(1)', 'does not start: Python refuses it with IndentationError'],
  ['x = = 1', 'does not start: Python refuses it with SyntaxError'],
  ['while True:\n    pass', 'never ends'],
  ['while True:\n    print(1)', 'prints without end'],
  ["x = 'a'\nwhile True:\n    x += x", 'fills the memory'],
])('what a wrong program does is said in words: %j', async (code, words) => {
  expect(await consequencesOf(code)).toEqual([words]);
});

test('a program that is no Python is told from its neighbours, which run', async () => {
  expect(await consequencesOf('print(1', 'print(2)', 'print(1', 'print(3)')).toEqual([
    'does not start: Python refuses it with SyntaxError',
    'prints `2`',
    'does not start: Python refuses it with SyntaxError',
    'prints `3`',
  ]);
});

test('a program that breaks the compiler costs only itself', async () => {
  const [broken, sound] = (await consequencesOf(`print(${'-'.repeat(200_000)}1)`, 'print(2)')) ?? [];
  expect(broken).toMatch(/^(stops with|breaks off|fills the memory|does not start)/);
  expect(sound).toBe('prints `2`');
});

test('where too many programs never end, nobody waits for the rest', async () => {
  const endless = Array.from({ length: 60 }, (_, index) => `while ${index + 1}:\n    pass`);
  expect(await consequencesOf(...endless)).toBeNull();
});

test('what the author’s own program does is told as it was proven, however slow the machine is at that moment', async () => {
  const outcome = { status: 'finished' as const, stdout: 'proven\n', milliseconds: 3, applied: [] };
  const attempts = [{ code: 'while True: pass' }, { code: 'print(2)' }];
  const proven = { code: 'while True: pass', outcome };
  const trials = await runAttempts(attempts, { stdin: '', proven }, { python });
  expect(trials?.map(({ outcome: { status }, code }) => [code, status])).toEqual([
    ['while True: pass', 'finished'],
    ['print(2)', 'finished'],
  ]);
});
