import { expect, test } from 'vitest';
import { editOf } from './editing.ts';

const press = (key: string, text: string, start = text.length, end = start) => {
  const edit = editOf(key, { text, start, end });
  return edit === null ? null : `${text.slice(0, edit.from)}${edit.insert}|${text.slice(edit.to)}`;
};

test('a new line begins as deep as the one before, and deeper below the head of a block', () => {
  expect(press('Enter', 'total = 0')).toBe('total = 0\n|');
  expect(press('Enter', '    total += 1')).toBe('    total += 1\n    |');
  expect(press('Enter', 'for n in range(3):')).toBe('for n in range(3):\n    |');
  expect(press('Enter', 'if n:  # odd')).toBe('if n:  # odd\n    |');
  expect(press('Enter', 'a = 1\nb = 2', 5)).toBe('a = 1\n|\nb = 2');
});

test('what is selected goes when a new line takes its place', () => {
  expect(press('Enter', 'print(1, 2)', 7, 10)).toBe('print(1\n|)');
});

test('Backspace takes back a step of indentation, and otherwise does what a browser does', () => {
  expect(press('Backspace', 'if n:\n        ')).toBe('if n:\n    |');
  expect(press('Backspace', '      ')).toBe('    |');
  expect(press('Backspace', '    x')).toBeNull();
  expect(press('Backspace', 'x = 1\n')).toBeNull();
  expect(press('Backspace', '        ', 0, 8)).toBeNull();
});

test('Tab leaves the field, as everywhere: nobody is caught in it', () => {
  expect(press('Tab', 'x')).toBeNull();
});
