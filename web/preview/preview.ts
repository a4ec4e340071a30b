import type { Item } from '@pyladder/exam';

/** A problem that a gate found: where, the line that it is about, what is wrong, and what to write instead. */
export type ShownProblem = { file: string; line: number; column: number; text: string; what: string; remedy: string };

/** A template and its items, as the command that serves this page tells them. */
export type Preview = {
  file: string;
  /** Null if it cannot be read, and before it has been. */
  template: {
    id: string;
    pool: string;
    section: string;
    objective: string;
    wanted: number;
    partialCredit: boolean;
  } | null;
  /** Each one item, or all those of a scenario. */
  variants: Item[][];
  /** Words for every belief that the items name, by its id. */
  beliefs: Record<string, { belief: string; correction: string }>;
  problems: ShownProblem[];
  /** `building`: what is shown was saved before; `proving`: it ran on the newest and the oldest CPython only. */
  stage: 'building' | 'proving' | 'done';
};
