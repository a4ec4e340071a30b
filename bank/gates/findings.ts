import { type Problem, problemAt } from '../problem.ts';
import type { BuiltTemplate, Variant } from '../templates/variant.ts';
import type { Finding } from '../tools/inspection.ts';

/** Findings of all variants as problems of the template's code, each said once. */
export function problemsOfFindings(
  { template, variants }: BuiltTemplate,
  findingsOf: (variant: Variant) => readonly Finding[],
  say: (finding: Finding) => { what: string; remedy: string },
): Problem[] {
  const seen = new Map<string, Problem>();
  for (const finding of variants.flatMap(findingsOf)) {
    const { what, remedy } = say(finding);
    const place = template.source.placeOfTextLine(['code'], finding[0]);
    const key = `${finding[0]} ${remedy}`;
    if (!seen.has(key)) seen.set(key, problemAt(place, what, remedy));
  }
  return [...seen.values()];
}
