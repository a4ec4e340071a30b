import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openHighlight } from './highlight.ts';

const highlight = await openHighlight();

test('every kind of word in a program has its tone', () => {
  const code = "def twice(x):  # two\n    return 'a\\n' + f'{x}' if not x else 2.5\n";
  expect(highlight(code)).toEqual([
    [
      ['def ', 'keyword'],
      ['twice', 'name'],
      ['(x):  ', 'plain'],
      ['# two', 'comment'],
    ],
    [
      ['    ', 'plain'],
      ['return ', 'keyword'],
      ["'a\\n'", 'string'],
      [' + ', 'plain'],
      ["f'", 'string'],
      ['{x}', 'plain'],
      ["' ", 'string'],
      ['if not', 'keyword'],
      [' x ', 'plain'],
      ['else ', 'keyword'],
      ['2.5', 'number'],
    ],
  ]);
});

test('the pieces of a program are the program', () => {
  const words = fc.constantFrom(
    'def f(x):',
    '    return',
    "f'{x!r:>3}'",
    '"""',
    '#',
    'print(',
    ')',
    '+ 1',
    '\t',
    '{',
    '⟨1⟩',
    '\\',
    "'",
  );
  fc.assert(
    fc.property(fc.array(fc.array(words), { minLength: 1 }), (lines) => {
      const code = lines.map((line) => line.join(' ')).join('\n');
      const joined = highlight(`${code}\n`).map((line) => line.map(([text]) => text).join(''));
      expect(joined.join('\n')).toBe(code);
    }),
  );
});

test('a gap is a piece of its own, whatever stands beside it', () => {
  expect(highlight("for x in range(⟨1⟩, 9):\n    x ⟨2⟩ 1\n    say.⟨3⟩('⟨4⟩!')\n'⟨5⟩'⟨12⟩\n")).toEqual([
    [
      ['for', 'keyword'],
      [' x ', 'plain'],
      ['in ', 'keyword'],
      ['range', 'name'],
      ['(', 'plain'],
      ['⟨1⟩', 'gap'],
      [', ', 'plain'],
      ['9', 'number'],
      ['):', 'plain'],
    ],
    [
      ['    x ', 'plain'],
      ['⟨2⟩', 'gap'],
      [' ', 'plain'],
      ['1', 'number'],
    ],
    [
      ['    say.', 'plain'],
      ['⟨3⟩', 'gap'],
      ['(', 'plain'],
      ["'", 'string'],
      ['⟨4⟩', 'gap'],
      ["!'", 'string'],
      [')', 'plain'],
    ],
    [
      ["'", 'string'],
      ['⟨5⟩', 'gap'],
      ["'", 'string'],
      ['⟨12⟩', 'gap'],
    ],
  ]);
});
