import { problemAt } from '../problem.ts';
import type { ProvingGate } from './gate.ts';

/**
 * Statements that stand beside each other look alike: all end like sentences or none does, all begin with a capital or
 * none does. What looks different is chosen, or passed over, for its looks.
 */
export const parallelForm: ProvingGate = ({ template, variants }) => {
  for (const { options } of variants) {
    const uneven = findUneven(options.map(({ text }) => text).filter(isStatement));
    if (uneven === null) continue;
    const { text, what, remedy } = uneven;
    const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    return [
      problemAt(template.source.placeOf(['kind']), `The option “${short}” ${what} otherwise than the others.`, remedy),
    ];
  }
  return [];
};

type Uneven = { text: string; what: string; remedy: string };

/** The first option that differs in form from most of the others, or null. */
function findUneven(texts: readonly string[]): Uneven | null {
  const [ended = [], open = []] = part(texts, (text) => /[.!?]$/.test(text.trim()));
  const odd = ended.length < open.length ? ended[0] : open[0];
  if (ended.length > 0 && odd !== undefined) {
    return { text: odd, what: 'ends', remedy: 'End all with a full stop, or none.' };
  }
  const words = texts.filter((text) => /^\p{L}/u.test(text));
  const [capital = [], small = []] = part(words, (text) => /^\p{Lu}/u.test(text));
  // One capital among small letters may be a name.
  if (capital.length <= small.length || small[0] === undefined) return null;
  return { text: small[0], what: 'begins', remedy: 'Begin all with a capital, or none.' };
}

function part(texts: readonly string[], test: (text: string) => boolean): [string[], string[]] {
  return [texts.filter(test), texts.filter((text) => !test(text))];
}

/** A statement in words: code alone, between backticks or not, has the form that Python gives it. */
function isStatement(text: string): boolean {
  return /\p{L}+ \p{L}+/u.test(text.replaceAll(/`[^`]*`/g, ' '));
}
