import type { Trace } from '@pyladder/python';
import { isWritten, sightVariable } from '../../tracing/sighting.ts';
import { ordinal } from '../ordinal.ts';
import type { AuthoredText } from '../output/candidates.ts';
import type { OptionText } from '../output/option-text.ts';
import type { TraceQuestion } from './fields.ts';

/** What a program that goes as `trace` goes answers; null if no option can say it. */
export function answerOf(trace: Trace, { variable, line, occurrence }: TraceQuestion): OptionText | null {
  const sighting = sightVariable(trace, variable, { line, occurrence });
  if (sighting.found === 'value') {
    return isWritten(sighting.text) ? { text: sighting.text, form: 'printed' } : null;
  }
  return sighting.found === 'no-moment' ? { text: sayNotReached({ line, occurrence }), form: 'sentence' } : null;
}

/** The question, as it is put if the author does not put it; `trace` is Python's. */
export function askFor(trace: Trace, { variable, line, occurrence }: TraceQuestion): string {
  const times = trace.steps.filter((step) => step.event === 'line' && step.line === line).length;
  const which = times === 1 ? '' : ` for the ${ordinal(occurrence)} time`;
  return `What is the value of \`${variable}\` when line ${line} is reached${which}, before it runs?`;
}

/** What the variable is the time before and the time after: who counts one off picks these. */
export function neighbouringValues(trace: Trace, { variable, line, occurrence }: TraceQuestion): AuthoredText[] {
  return [occurrence - 1, occurrence + 1, occurrence + 2]
    .filter((other) => other > 0)
    .flatMap((other) => {
      const sighting = sightVariable(trace, variable, { line, occurrence: other });
      if (sighting.found !== 'value' || !isWritten(sighting.text)) return [];
      const because = `That is \`${variable}\` when line ${line} is reached for the ${ordinal(other)} time.`;
      return [{ text: sighting.text, because }];
    })
    .filter(({ text }, index, all) => all.findIndex((other) => other.text === text) === index);
}

function sayNotReached({ line, occurrence }: Omit<TraceQuestion, 'variable'>): string {
  return occurrence === 1
    ? `The program does not reach line ${line}.`
    : `The program does not reach line ${line} a ${ordinal(occurrence)} time.`;
}
