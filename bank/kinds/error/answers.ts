import type { RaisedException, RunOutcome } from '@pyladder/python';
import type { OptionText } from '../output/option-text.ts';
import type { ErrorAsk } from './fields.ts';

export const noException = 'No exception';
export const noLine = 'No line raises an exception';

/** The question, as it is put if the author does not put it. It leaves open whether there is a line only if an option does. */
export function questionFor(ask: ErrorAsk, options: readonly { text: string }[]): string {
  if (ask === 'exception') return 'Which exception, if any, does this program stop with?';
  if (options.some(({ text }) => text === noLine))
    return 'Which line, if any, raises an exception that stops this program?';
  return 'Which line raises the exception that stops this program?';
}

/** What an outcome answers; null for one that no option can tell. */
export function answerTo(ask: ErrorAsk, outcome: RunOutcome): OptionText | null {
  if (outcome.status === 'finished') return { text: ask === 'line' ? noLine : noException, form: 'printed' };
  if (outcome.status !== 'raised') return null;
  const { type, line } = outcome.exception;
  if (ask === 'exception') return { text: type, form: 'printed' };
  return line === null ? null : { text: sayLine(line), form: 'printed' };
}

export function sayLine(line: number): string {
  return `Line ${line}`;
}

/** An exception as the end of a sentence: "a `ValueError` at line 3". */
export function sayException({ type, line }: RaisedException): string {
  const article = /^[AEIOU]/.test(type) ? 'an' : 'a';
  return `${article} \`${type}\`${line === null ? '' : ` at line ${line}`}`;
}
