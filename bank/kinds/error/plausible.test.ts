import { expect, test } from 'vitest';
import { plausibleAnswers } from './plausible.ts';

test.each([
  ['ZeroDivisionError', ['ArithmeticError', 'Exception']],
  ['UnboundLocalError', ['NameError']],
  ['ModuleNotFoundError', ['ImportError']],
  ['RecursionError', ['RuntimeError']],
  ['KeyError', ['LookupError']],
  ['IndexError', ['LookupError']],
])('nobody is told that %s is wrong under the name of a class that it belongs to', (type, classes) => {
  const exception = { type, message: 'no', line: 1 };
  const outcome = { status: 'raised' as const, stdout: '', exception, milliseconds: 1, applied: [] };
  const offered = plausibleAnswers('exception', { outcome, steps: [], cut: false }).map(({ text }) => text);
  expect(offered.length).toBeGreaterThanOrEqual(4);
  expect(new Set(offered).size).toBe(offered.length);
  for (const name of [type, ...classes]) expect(offered).not.toContain(name);
});
