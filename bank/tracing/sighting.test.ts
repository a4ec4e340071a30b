import type { Trace } from '@pyladder/python';
import { openPythonPool, type PythonPool } from '@pyladder/python/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isWritten, sightVariable } from './sighting.ts';

let python: PythonPool;
beforeAll(() => {
  python = openPythonPool({ workers: 1 });
});
afterAll(() => python.close());

function follow(code: string): Promise<Trace> {
  return python.trace('3.14', 0, { code, stdin: '', misconceptions: [] });
}

const code = 'total = 0\nfor n in [5, 7]:\n    total += n\ndef f(total):\n    return total\nf(1)\nf(2)\n';

test('a variable is looked at before the line is executed, each time that the line is reached', async () => {
  const trace = await follow(code);
  const seen = [1, 2, 3].map((occurrence) => sightVariable(trace, 'total', { line: 2, occurrence }));
  expect(seen).toEqual(['0', '5', '12'].map((text) => ({ found: 'value', text })));
});

test('within a call it is the variable of the call, and of each call its own', async () => {
  const trace = await follow(code);
  const seen = [1, 2].map((occurrence) => sightVariable(trace, 'total', { line: 5, occurrence }));
  expect(seen).toEqual(['1', '2'].map((text) => ({ found: 'value', text })));
  expect(sightVariable(trace, 'n', { line: 5, occurrence: 1 })).toEqual({ found: 'value', text: '7' });
});

test('a moment that never comes is told with how often the line is reached', async () => {
  const trace = await follow(code);
  expect(sightVariable(trace, 'total', { line: 3, occurrence: 3 })).toEqual({ found: 'no-moment', times: 2 });
  expect(sightVariable(trace, 'n', { line: 2, occurrence: 1 })).toEqual({ found: 'no-variable' });
});

test('of a moment after the end of what was followed nothing is said', async () => {
  const trace = await follow('n = 0\nwhile n < 3000:\n    n += 1\nprint(n)\n');
  expect(trace.cut).toBe(true);
  expect(sightVariable(trace, 'n', { line: 4, occurrence: 1 })).toEqual({ found: 'unknown' });
});

test.each([
  ['[1, 2]', true],
  ["'a < b …?'", true],
  ['"it\'s <b>"', true],
  ['{1: None}', true],
  ['<function f>', false],
  ["['a', <Point x=1>]", false],
  ["'aaaa'…", false],
])('%s is an answer: %s', (text, answer) => {
  expect(isWritten(text)).toBe(answer);
});
