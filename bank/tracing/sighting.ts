import type { Trace } from '@pyladder/python';
import { Walk } from '@pyladder/python/answers';

/** A place in the run of a program: when it comes to a line for the n-th time, before that line is executed. */
export type Moment = { line: number; occurrence: number };

/** What a variable is at a moment; `times`: the program comes to that line so often only; `unknown`: it was not followed so far. */
export type Sighting =
  | { found: 'value'; text: string }
  | { found: 'no-variable' }
  | { found: 'no-moment'; times: number }
  | { found: 'unknown' };

/** Looks at a variable, of the call that the line is in or of the program itself. */
export function sightVariable(trace: Trace, variable: string, { line, occurrence }: Moment): Sighting {
  const walk = new Walk();
  for (const step of trace.steps) {
    walk.take(step);
    if (step.event !== 'line' || step.line !== line || walk.timesAt(line) < occurrence) continue;
    const text = walk.of(step.call).get(variable) ?? walk.of(0).get(variable);
    return text === undefined ? { found: 'no-variable' } : { found: 'value', text };
  }
  const isWhole = !trace.cut && (trace.outcome.status === 'finished' || trace.outcome.status === 'raised');
  return isWhole ? { found: 'no-moment', times: walk.timesAt(line) } : { found: 'unknown' };
}

/** Whether the text of a value is all of it, written as Python writes it: not cut, and of no type that only tells its name. */
export function isWritten(text: string): boolean {
  const withoutTexts = text.replace(/b?'(?:[^'\\]|\\.)*'|b?"(?:[^"\\]|\\.)*"/g, '');
  return !/[…<?]/.test(withoutTexts);
}
