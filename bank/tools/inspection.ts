import type { ItemPython } from './item-python.ts';
import { runTool } from './run-tool.ts';

/** A line of a program (from 1), what is wrong there, and what to write or, for `reach`, the name of what is used. */
export type Finding = [line: number, what: string, remedy: string];

/** What can be said of a program without running it. */
export type Inspection = {
  /** Line and message when it is no Python at all. */
  fault: [line: number, message: string] | null;
  style: Finding[];
  varies: Finding[];
  reach: Finding[];
};

/** Inspects programs in one run of CPython, in their order. */
export async function inspectPrograms(
  programs: readonly string[],
  python: ItemPython,
  signal?: AbortSignal,
): Promise<Inspection[]> {
  return runTool<Inspection[]>(python, 'inspect', { programs }, signal);
}
