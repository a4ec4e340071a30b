import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pythonVersions, type RunOutcome, type RunRequest } from '../protocol.ts';
import { openPythonPool, type PythonPool } from './pool.ts';

// An interpreter takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let pool: PythonPool;
beforeAll(() => {
  pool = openPythonPool({ workers: 2 });
});
afterAll(() => pool.close());

/** Runs code on the newest CPython, or on what `options` says. */
function run(code: string, options: Partial<RunRequest> & { hashSeed?: number; signal?: AbortSignal } = {}) {
  const { hashSeed = 0, signal, ...rest } = options;
  return pool.run('3.14', hashSeed, { code, stdin: '', misconceptions: [], ...rest }, signal);
}

function withoutTime(outcome: RunOutcome): unknown {
  return { ...outcome, milliseconds: 0 };
}

for (const version of pythonVersions) {
  test(`Python ${version} says that it is Python ${version}`, async () => {
    const code = 'import sys\nprint("%d.%d" % sys.version_info[:2], __name__)';
    const outcome = await pool.run(version, 0, { code, stdin: '', misconceptions: [] });
    expect(outcome).toMatchObject({ status: 'finished', stdout: `${version} __main__\n`, applied: [] });
  });
}

test('input() reads what was typed, line by line, and the prompt is on the screen', async () => {
  const outcome = await run('a = input("name? ")\nb = input()\nprint(b, a)', { stdin: 'Zoë\n日本\n' });
  expect(outcome).toMatchObject({ status: 'finished', stdout: 'name? 日本 Zoë\n' });
});

test('input() beyond the last line raises EOFError on its line', async () => {
  const outcome = await run('print(1)\ninput()');
  expect(outcome).toMatchObject({
    status: 'raised',
    stdout: '1\n',
    exception: { type: 'EOFError', message: 'EOF when reading a line', line: 2 },
  });
});

test('an exception nobody catches has its name, its message and the line nearest to it', async () => {
  const code = 'class Odd(ValueError):\n    pass\ndef f():\n    raise Odd("no")\nf()';
  expect(await run(code)).toMatchObject({ status: 'raised', exception: { type: 'Odd', message: 'no', line: 4 } });
});

test('an exception from a module is named with it, as a traceback does', async () => {
  const outcome = await run('import json\n\njson.loads("{")');
  expect(outcome).toMatchObject({ exception: { type: 'json.decoder.JSONDecodeError', line: 3 } });
});

test('a program that is no Python raises SyntaxError on its line and prints nothing', async () => {
  const outcome = await run('print(1)\nx = = 2\n');
  expect(outcome).toMatchObject({ status: 'raised', stdout: '', exception: { type: 'SyntaxError', line: 2 } });
});

test('a null byte in a program is a mistake of the program', async () => {
  expect(await run('x = 1\0')).toMatchObject({ status: 'raised', exception: { type: 'SyntaxError' } });
});

test('a program may end itself', async () => {
  expect(await run('import sys\nprint(1)\nsys.exit("bye")\nprint(2)')).toMatchObject({
    status: 'finished',
    stdout: '1\n',
  });
});

test('what a program prints on its way out is part of its output', async () => {
  const code =
    'import atexit\nclass A:\n    def __del__(self):\n        print("gone")\na = A()\nb = A()\nb.self = b\natexit.register(print, "bye")';
  expect(await run(code)).toMatchObject({ status: 'finished', stdout: 'bye\ngone\ngone\n' });
});

test('recursion without an end is a RecursionError, not a dead interpreter', async () => {
  const outcome = await run('def f(n):\n    return f(n + 1)\nf(0)');
  expect(outcome).toMatchObject({ status: 'raised', exception: { type: 'RecursionError', line: 2 } });
});

test('an endless loop is stopped, and what it printed before is kept', async () => {
  const outcome = await run('print("on")\nwhile True:\n    pass', { limits: { milliseconds: 200 } });
  expect(outcome).toMatchObject({ status: 'stopped', reason: 'time', stdout: 'on\n' });
});

test('a loop that swallows every exception is stopped as well', async () => {
  const code = 'print("on")\nwhile True:\n    try:\n        while True:\n            pass\n    except:\n        pass';
  const outcome = await run(code, { limits: { milliseconds: 100 } });
  expect(outcome).toMatchObject({ status: 'stopped', reason: 'time', stdout: 'on\n' });
});

test('a long operation inside the interpreter is stopped as well', async () => {
  const outcome = await run('print("on")\nsum(range(10 ** 12))', { limits: { milliseconds: 100 } });
  expect(outcome).toMatchObject({ status: 'stopped', reason: 'time', stdout: 'on\n' });
});

test('a program that takes all memory is stopped, also when it catches the MemoryError', async () => {
  const grow = 'rows = []\nwhile True:\n    rows.append(str(len(rows)) * 1000)';
  const caught = `try:\n    ${grow.replaceAll('\n', '\n    ')}\nexcept MemoryError:\n    print("caught")`;
  expect(await run(grow)).toMatchObject({ status: 'stopped', reason: 'memory' });
  expect(await run(caught)).toMatchObject({ status: 'stopped', reason: 'memory' });
  expect(await run('x = [0] * 10 ** 9')).toMatchObject({ status: 'stopped', reason: 'memory' });
});

test('a flood of output is cut at the limit to the byte, and never inside a character', async () => {
  const outcome = await run('while True:\n    print("é" * 10, end="")', { limits: { outputBytes: 1001 } });
  expect(outcome).toMatchObject({ status: 'stopped', reason: 'output', stdout: 'é'.repeat(500) });
  const silent = await run('import sys\nwhile True:\n    print("x", file=sys.stderr)', {
    limits: { outputBytes: 100 },
  });
  expect(silent).toMatchObject({ status: 'stopped', reason: 'output', stdout: '' });
});

test('a program that kills its interpreter loses its own run only', async () => {
  const [killer, neighbour] = await Promise.all([
    run('print("on")\nimport os\nos.abort()'),
    run('import time\ntime.sleep(0.05)\nprint("well")'),
  ]);
  expect(killer).toMatchObject({ status: 'stopped', reason: 'crash', stdout: 'on\n' });
  expect(neighbour).toMatchObject({ status: 'finished', stdout: 'well\n' });
  expect(await run('print("again")')).toMatchObject({ status: 'finished', stdout: 'again\n' });
});

test('the hash seed decides in which order a set of words is shown', async () => {
  const code = 'print({"ash", "birch", "cedar", "elm", "fir"})';
  const orders = await Promise.all([0, 1, 0].map((hashSeed) => run(code, { hashSeed })));
  expect(orders.map(({ status }) => status)).toEqual(['finished', 'finished', 'finished']);
  expect(orders.map(withoutTime)[2]).toEqual(withoutTime(orders[0] as RunOutcome));
  expect(orders.map(withoutTime)[1]).not.toEqual(withoutTime(orders[0] as RunOutcome));
});

test('unseeded randomness repeats under one hash seed and differs under another, so that it is found out', async () => {
  const code = 'import random, os\nprint(random.random(), os.urandom(4))';
  const [first, second, other] = await Promise.all([0, 0, 1].map((hashSeed) => run(code, { hashSeed })));
  expect(withoutTime(second as RunOutcome)).toEqual(withoutTime(first as RunOutcome));
  expect(withoutTime(other as RunOutcome)).not.toEqual(withoutTime(first as RunOutcome));
});

test('twenty programs at once get twenty answers, each its own', async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, i) => run(`print(${i} * 1000)`)));
  expect(outcomes.map((outcome) => 'stdout' in outcome && outcome.stdout)).toEqual(
    Array.from({ length: 20 }, (_, i) => `${i * 1000}\n`),
  );
});

test('a run that is called off rejects with the reason given, and the pool goes on', async () => {
  const running = new AbortController();
  const waiting = AbortSignal.abort(new Error('not wanted'));
  const endless = run('while True:\n    pass', { signal: running.signal });
  running.abort(new Error('changed my mind'));
  await expect(endless).rejects.toThrow('changed my mind');
  await expect(run('print(1)', { signal: waiting })).rejects.toThrow('not wanted');
  expect(await run('print(2)')).toMatchObject({ stdout: '2\n' });
});

test('a closed pool rejects what is running, what waits and what comes later', async () => {
  const other = openPythonPool({ workers: 1 });
  const request = { code: 'while True:\n    pass', stdin: '', misconceptions: [] };
  const runs = [other.run('3.14', 0, request), other.run('3.14', 0, request)];
  const settled = Promise.allSettled(runs);
  await other.close();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(other.run('3.14', 0, request)).rejects.toThrow('closed');
});
