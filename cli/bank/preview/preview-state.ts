import type { Problem } from '@pyladder/bank';
import type { Item } from '@pyladder/exam';

/** A problem of a template, the file as seen from where the command was called, with the line that it is about. */
export type ShownProblem = Problem & { text: string };

/** What is known of the template besides its items. */
export type ShownTemplate = {
  id: string;
  pool: string;
  /** Titles of its section and objective. */
  section: string;
  objective: string;
  /** Variants that it asks for. */
  wanted: number;
  /** Whether its exam gives a part of a point for an answer that is right in part. */
  partialCredit: boolean;
};

/** What came of building a template: all that its page shows. */
export type PreviewContent = {
  /** As seen from where the command was called. */
  file: string;
  /** Null if it cannot be read. */
  template: ShownTemplate | null;
  /** Each one item, or all those of a scenario. */
  variants: Item[][];
  /** Words for every belief that the items name, by its id. */
  beliefs: Record<string, { belief: string; correction: string }>;
  problems: ShownProblem[];
};

/**
 * How far the work on what was saved last is: while it is `building`, what was there before stays; while it is
 * `proving`, what is shown ran on the newest and the oldest CPython only.
 */
export type Stage = 'building' | 'proving' | 'done';

/** What the page is told, and told again whenever it changes. */
export type Preview = PreviewContent & { stage: Stage };
