import { problemAt } from '../problem.ts';
import type { Rendered } from '../templates/rendering.ts';
import type { BuiltTemplate } from '../templates/variant.ts';
import type { ProvingGate } from './gate.ts';

/** There are as many variants as the template promises, no two alike. */
export const enoughVariants: ProvingGate = (built) => {
  const { template, variants } = built;
  const different = new Set(variants.map(signatureOfVariant)).size;
  const place = template.source.placeOf(['variants']);
  if (different < variants.length) {
    const what = `${variants.length - different} of ${variants.length} variants are like another one.`;
    return [problemAt(place, what, 'Put a param into the code for every difference.')];
  }
  if (variants.length >= template.variants) return [];
  const what = `Only ${variants.length} of ${template.variants} variants can be built${sayWhy(built)}.`;
  return [
    problemAt(place, what, `Widen the params, add misconceptions, or write variants: ${Math.max(variants.length, 1)}.`),
  ];
};

/** What a candidate would tell a variant by: its program or, where it has none, its question; and what its kind makes of it. */
export function signatureOfVariant({ code, stdin, stem, texts, draw, members }: Rendered): string {
  const chosen = [...draw].filter(([name]) => name.includes(' ')).map(([, value]) => value);
  const own = [code.trim() === '' ? stem : code, stdin, ...Object.values(texts), ...chosen];
  return [...own.map(signature), ...members.map(signatureOfVariant)].join('\0');
}

/** A program without what does not make it another: blanks and comments. */
export function signature(code: string): string {
  return code
    .split('\n')
    .map((line) =>
      line
        .replace(/ {2}# .*$/, '')
        .replace(/\s+/g, ' ')
        .trimEnd(),
    )
    .join('\n')
    .trim();
}

function sayWhy({ leftOut }: BuiltTemplate): string {
  const reasons = Map.groupBy(leftOut, ({ why }) => why);
  const counted = [...reasons].map(([why, cases]) => `${cases.length} × ${why}`);
  return counted.length === 0 ? '' : ` (left out: ${counted.join('; ')})`;
}
