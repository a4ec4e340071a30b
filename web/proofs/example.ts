import type { HighlightedLine } from '@pyladder/exam';

/** A program that needs no scripts to be read. A journey runs it on the page's own bench. */
export const example: readonly HighlightedLine[] = [
  [
    ['days = [', 'plain'],
    ['"Mon"', 'string'],
    [', ', 'plain'],
    ['"Tue"', 'string'],
    [', ', 'plain'],
    ['"Wed"', 'string'],
    [', ', 'plain'],
    ['"Thu"', 'string'],
    [', ', 'plain'],
    ['"Fri"', 'string'],
    [']', 'plain'],
  ],
  [
    ['print', 'name'],
    ['(days[', 'plain'],
    ['1', 'number'],
    [':', 'plain'],
    ['3', 'number'],
    ['])', 'plain'],
  ],
];

/** What it prints, in Python and under beliefs. */
export const exampleAnswers = [
  { who: 'python', answer: "['Tue', 'Wed']" },
  { who: 'end', answer: "['Tue', 'Wed', 'Thu']" },
  { who: 'one', answer: "['Mon', 'Tue']" },
  { who: 'both', answer: "['Mon', 'Tue', 'Wed']" },
] as const;
