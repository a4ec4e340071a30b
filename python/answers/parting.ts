/** Where a program goes after a line: to another line, or out of a call with a value or an exception (as text), or to its end. */
export type PartingNext =
  | { event: 'line'; line: number }
  | { event: 'return' | 'yield' | 'raise'; value: string }
  | { event: 'end' };

/** What one line did to a program: no more than what was otherwise on the other side. Long texts end in "…". */
export type PartingSide = {
  /** Name to value, as Python shows it; null: there is no such variable. */
  variables: Record<string, string | null>;
  /** What was printed; null if that was the same. */
  printed: string | null;
  /** Null if it was the same. */
  next: PartingNext | null;
};

/** The first line of a program that, under a belief, does something else than in Python; until then both go the same way. */
export type Parting = {
  /** From 1. */
  line: number;
  /** How many times the program had come to that line by then, this one counted. */
  time: number;
  /** Place of that line among all the steps of the program, from 0. */
  step: number;
  python: PartingSide;
  belief: PartingSide;
};
