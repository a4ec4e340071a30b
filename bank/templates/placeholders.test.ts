import { expect, test } from 'vitest';
import { splitText } from './placeholders.ts';

test('a placeholder is an expression between words', () => {
  expect(splitText('a = {{ values[0] + 1 }}!', 'repr')).toEqual([
    'a = ',
    { expression: 'values[0] + 1', as: 'repr' },
    '!',
  ]);
});

test('an author can ask for the bare text or for the Python form', () => {
  expect(splitText('{{name|raw}}', 'repr')).toEqual([{ expression: 'name', as: 'text' }]);
  expect(splitText('{{name | repr}}', 'text')).toEqual([{ expression: 'name', as: 'repr' }]);
});

test('a bitwise or is no filter', () => {
  expect(splitText('{{a | b}}', 'repr')).toEqual([{ expression: 'a | b', as: 'repr' }]);
});

test('a dict display around placeholders keeps its braces', () => {
  expect(splitText('{{{key}}: {{value}}}', 'repr')).toEqual([
    '{',
    { expression: 'key', as: 'repr' },
    ': ',
    { expression: 'value', as: 'repr' },
    '}',
  ]);
});

test('braces that are Python stay as they are', () => {
  expect(splitText("{'a': {}}", 'repr')).toEqual(["{'a': {}}"]);
});
