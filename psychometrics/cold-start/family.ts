import type { Normal } from '../numerics/quadrature.ts';

/** A variant of a template whose difficulty has been estimated, in logits. */
export type Sibling = { b: number; standardError: number };

/** How far variants of one template lie apart, as a standard deviation in logits, unless told otherwise. */
export const FAMILY_SPREAD = 0.3;

/**
 * What is known of a variant's difficulty from its template's other variants: they scatter about the family's mean, of
 * which there is a prior (the judges'). Without siblings it is that prior, widened by the scatter.
 *
 * @param prior of the family's mean
 * @param spread sd of variants about the family's mean
 * @throws RangeError if an sd or a standard error is not above 0, or something is not finite
 * @formula familyMean = (mean / sd ** 2 + sum(siblings, (s) => s.b / (s.standardError ** 2 + spread ** 2))) / (1 / sd ** 2 + sum(siblings, (s) => 1 / (s.standardError ** 2 + spread ** 2)))
 * @formula familySd = sqrt(1 / (1 / sd ** 2 + sum(siblings, (s) => 1 / (s.standardError ** 2 + spread ** 2))) + spread ** 2)
 * @see Glas & van der Linden (2003), a family's items as draws about its mean
 */
export function priorOfFamily(prior: Normal, siblings: readonly Sibling[], spread = FAMILY_SPREAD): Normal {
  if (!(prior.sd > 0 && Number.isFinite(prior.mean)))
    throw new RangeError(`prior of mean ${prior.mean}, sd ${prior.sd}`);
  if (!(spread > 0 && Number.isFinite(spread))) throw new RangeError(`spread ${spread} of a family is not above 0`);
  let precision = 1 / prior.sd ** 2;
  let sum = prior.mean * precision;
  for (const [k, { b, standardError }] of siblings.entries()) {
    if (!(Number.isFinite(b) && standardError > 0)) {
      throw new RangeError(`sibling ${k + 1}: difficulty ${b} with standard error ${standardError}`);
    }
    const weight = 1 / (standardError ** 2 + spread ** 2);
    precision += weight;
    sum += weight * b;
  }
  return { mean: sum / precision, sd: Math.sqrt(1 / precision + spread ** 2) };
}
