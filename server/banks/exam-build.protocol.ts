import type { Item } from '@pyladder/exam';

/** The first thing said to the child. The seed travels here because arguments and environments can be read by others. */
export type BuildOrder = { ladderFolder: string; extraFolder: string | null; seed: string };

/** What the child is told once its sources are known. */
export type BuildGo = 'build';

/** What the child says. `source` stands for all that the bank would be made of; then it waits for the word. */
export type BuildReport =
  | { type: 'source'; source: string }
  | { type: 'progress'; done: number; total: number }
  /** Native templates that this machine cannot prove, each with the reason, as a line for the log. */
  | { type: 'left-out'; templates: string[] }
  | { type: 'items'; items: Item[] }
  | { type: 'refused'; problems: string[] }
  | { type: 'failed'; reason: string }
  | { type: 'done' };
