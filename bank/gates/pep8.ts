import { type Problem, problemAt } from '../problem.ts';
import { problemsOfFindings } from './findings.ts';
import type { ProvingGate } from './gate.ts';

/** The program is Python, and written as PEP 8 asks, unless its style is what the item is about. */
export const pep8: ProvingGate = (built) => [
  ...notPython(built),
  ...(built.template.allow.includes('style')
    ? []
    : problemsOfFindings(
        built,
        ({ inspection }) => inspection.style,
        ([, what, remedy]) => ({ what: `PEP 8: ${what}.`, remedy }),
      )),
];

function notPython({ template, variants }: Parameters<ProvingGate>[0]): Problem[] {
  const fault = variants.map(({ inspection }) => inspection.fault).find((found) => found !== null);
  if (fault === undefined || fault === null) return [];
  const place = template.source.placeOfTextLine(['code'], fault[0]);
  return [problemAt(place, `This is not Python: ${fault[1]}.`, 'Write a program that runs.')];
}
