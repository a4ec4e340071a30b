import { expect, test } from 'vitest';
import { normalise, nothingPrinted, optionTextOf, withoutPunctuation } from './option-text.ts';
import { shapeOf } from './shape.ts';

const finished = (stdout: string) => ({ status: 'finished' as const, stdout, milliseconds: 1, applied: [] });

test('an option shows what is printed without what nobody sees at the ends of its lines', () => {
  expect(optionTextOf(finished('1 2 \n  3 \n\n'))).toEqual({ text: '1 2\n  3', form: 'printed' });
  expect(optionTextOf(finished('1\n2\n'))).toEqual({ text: '1\n2', form: 'printed' });
  expect(optionTextOf(finished('12'))).toEqual({ text: '12', form: 'printed' });
});

test('a program that prints nothing is told in words, not by an empty option', () => {
  expect(optionTextOf(finished('\n'))).toEqual({ text: nothingPrinted, form: 'sentence' });
});

test('a program that fails is told in words, after what it had printed', () => {
  const exception = { type: 'TypeError', message: 'no', line: 2 };
  const outcome = { status: 'raised' as const, stdout: '1\n', exception, milliseconds: 1, applied: [] };
  expect(optionTextOf(outcome)).toEqual({ text: '1\nThe program stops with TypeError.', form: 'sentence' });
});

test('an endless program is no option', () => {
  expect(optionTextOf({ status: 'stopped', reason: 'time', stdout: '1\n', milliseconds: 2000 })).toBeNull();
});

test('blanks that nobody sees make no second answer, line ends do', () => {
  expect(normalise('1  2 \n\n')).toBe(normalise('1 2'));
  expect(normalise('1 2')).not.toBe(normalise('1\n2'));
  expect(normalise('12')).not.toBe(normalise('1 2'));
});

test('quotes and commas alone make a cosmetic difference, brackets and digits a real one', () => {
  expect(withoutPunctuation("['a', 'b']")).toBe(withoutPunctuation('[a b]'));
  expect(withoutPunctuation('a, b')).toBe(withoutPunctuation('a b'));
  expect(withoutPunctuation('(1, 2)')).not.toBe(withoutPunctuation('[1, 2]'));
  expect(withoutPunctuation('1, 2')).not.toBe(withoutPunctuation('12'));
});

test.each([
  ['-3', 'whole number'],
  ['2.50', 'number'],
  ['True', 'truth value'],
  ['[1, 2]', 'list'],
  ["('a',)", 'tuple'],
  ["{'a': 1}", 'braces'],
  ['1 2.5 3', 'several values'],
  ['ab', 'word'],
  ['a b', 'words'],
  ['1\n2', '2 lines'],
])('%j looks like %s', (text, shape) => {
  expect(shapeOf(text)).toBe(shape);
});
