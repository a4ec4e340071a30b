import type { RunOutcome } from '@pyladder/python';

/** What a piece of Python did after a program, apart from what the program itself had printed. */
export type Observation =
  | { did: 'print'; text: string }
  | { did: 'raise'; type: string; message: string; text: string }
  /** Nothing can be said of it; `why` ends a sentence that begins with its name. */
  | { did: 'not tell'; why: string };

/** Refused before anything runs: the program's own output is missing then. */
const refusals = new Set(['SyntaxError', 'IndentationError', 'TabError']);

/** What a run of program and probe did that a run of the program alone did not. */
export function observe(alone: RunOutcome, together: RunOutcome): Observation {
  if (alone.status !== 'finished') return { did: 'not tell', why: 'cannot be tried: the program before it fails' };
  if (together.status === 'not-applicable') return { did: 'not tell', why: 'cannot be run so' };
  if (together.status === 'stopped') return { did: 'not tell', why: 'does not end' };
  if (together.status === 'raised' && together.stdout === '' && refusals.has(together.exception.type)) {
    return { did: 'raise', ...pick(together.exception), text: '' };
  }
  if (!together.stdout.startsWith(alone.stdout)) {
    return { did: 'not tell', why: 'cannot be told apart: the program prints as it ends' };
  }
  const text = together.stdout.slice(alone.stdout.length);
  return together.status === 'raised' ? { did: 'raise', ...pick(together.exception), text } : { did: 'print', text };
}

/** Whether an expression that was printed is true; null if it gave neither True nor False. */
export function truthOf(observation: Observation | undefined): boolean | null {
  if (observation?.did !== 'print') return null;
  return { True: true, False: false }[observation.text.trim()] ?? null;
}

/** An observation as the end of a sentence that begins with what was tried. Code stands between backticks. */
export function sayObservation(observation: Observation | undefined): string {
  if (observation === undefined) return 'was not tried';
  if (observation.did === 'not tell') return observation.why;
  if (observation.did === 'raise') return `stops with \`${observation.type}\``;
  const lines = observation.text.trimEnd().split('\n');
  if (observation.text.trim() === '') return 'prints nothing';
  return `prints ${lines.map((line) => `\`${line.replaceAll('`', "'")}\``).join(', then ')}`;
}

function pick({ type, message }: { type: string; message: string }): { type: string; message: string } {
  return { type, message };
}
