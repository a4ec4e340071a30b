import { expect, test } from 'vitest';
import { noLine, questionFor } from './answers.ts';
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
  const offered = plausibleAnswers('exception', { outcome, steps: [], cut: false }, '1 / 0\n').map(({ text }) => text);
  expect(offered.length).toBeGreaterThanOrEqual(4);
  expect(new Set(offered).size).toBe(offered.length);
  for (const name of [type, ...classes]) expect(offered).not.toContain(name);
});

test('the line at fault is not always the last one that is offered', () => {
  const code = 'a = 1\nb = 2\nprint(a / 0)\n\n# The sum\nprint(b)\n';
  const exception = { type: 'ZeroDivisionError', message: 'no', line: 3 };
  const outcome = { status: 'raised' as const, stdout: '', exception, milliseconds: 1, applied: [] };
  const step = { event: 'line' as const, function: '', call: 0, changed: {}, shared: {}, value: null, written: 0 };
  const steps = [1, 2, 3].map((line) => ({ ...step, line }));
  const offered = plausibleAnswers('line', { outcome, steps, cut: false }, code);
  expect(offered.slice(0, 3).map(({ because }) => because)).toEqual([
    'Line 2 runs without an exception.',
    'The program stops before it comes to line 6.',
    'Line 1 runs without an exception.',
  ]);
});

test('a question leaves open whether a line is at fault only where an option says that none is', () => {
  expect(questionFor('line', [{ text: 'Line 1' }, { text: noLine }])).toContain('if any');
  expect(questionFor('line', [{ text: 'Line 1' }, { text: 'Line 2' }])).not.toContain('if any');
});
