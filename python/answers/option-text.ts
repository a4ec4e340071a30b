import type { RunOutcome } from '../protocol.ts';

/** What an option says: words that are printed, or a sentence about a program that prints nothing or stops. */
export type OptionText = { text: string; form: 'printed' | 'sentence' };

export const nothingPrinted = 'The program prints nothing.';

/**
 * What a candidate would pick for this outcome, or null for one that no option can tell: an endless
 * program, or a belief that cannot be applied to it.
 */
export function optionTextOf(outcome: RunOutcome): OptionText | null {
  if (outcome.status === 'raised')
    return { text: textOfError(outcome.stdout, outcome.exception.type), form: 'sentence' };
  if (outcome.status !== 'finished') return null;
  const text = withoutInvisibleEnds(outcome.stdout);
  return text.trim() === '' ? { text: nothingPrinted, form: 'sentence' } : { text, form: 'printed' };
}

/** White space that nobody can tell apart made one: runs of blanks, blanks at line ends, empty lines around. */
export function normalise(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** A text without what a glance does not catch: quotes and commas. */
export function withoutPunctuation(text: string): string {
  return normalise(text.replace(/["',]/g, ' '))
    .split('\n')
    .map((line) => line.replace(/(?<=[[({]) | (?=[\])}])/g, '').trim())
    .join('\n');
}

function textOfError(stdout: string, type: string): string {
  const sentence = `The program stops with ${type}.`;
  const before = withoutInvisibleEnds(stdout);
  return before.trim() === '' ? sentence : `${before}\n${sentence}`;
}

/** Blanks at line ends and empty last lines are not seen; left in, they would tell a program's output from an author's text. */
function withoutInvisibleEnds(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n+$/, '');
}
