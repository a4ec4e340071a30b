import { withoutPunctuation } from '../kinds/output/option-text.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { ProvingGate } from './gate.ts';

/** No distractor differs from another option by quotes and commas alone, unless these are what the item is about. */
export const noCosmeticDistractor: ProvingGate = ({ template, variants }) => {
  if (template.allow.includes('cosmetic')) return [];
  return variants
    .flatMap(({ options }): Problem[] => {
      const seen = new Map<string, string>();
      for (const { text } of options) {
        const before = seen.get(withoutPunctuation(text));
        if (before !== undefined) {
          const what = `The options \`${before}\` and \`${text}\` differ by quotes or commas only.`;
          const remedy = 'Take the distractor out, or write allow: [cosmetic] if that is what the item is about.';
          return [problemAt(template.source.placeOf(['misconceptions']), what, remedy)];
        }
        seen.set(withoutPunctuation(text), text);
      }
      return [];
    })
    .slice(0, 1);
};
