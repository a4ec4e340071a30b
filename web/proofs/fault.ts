import type { RunOutcome } from '@pyladder/python';

/** The last line of Python's traceback, and the line of the program it is about; null if the program did not fail. */
export function faultOf(outcome: RunOutcome): { line: number | null; words: string } | null {
  if (outcome.status !== 'raised') return null;
  const { type, message, line } = outcome.exception;
  return { line, words: message === '' ? type : `${type}: ${message}` };
}
