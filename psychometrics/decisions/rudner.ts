import type { AbilityEstimate } from '../ability/estimate.ts';
import { normalAbove } from '../numerics/distributions.ts';
import { categoryOf, certainly, checkCuts, type DecisionQuality, sumDecisions } from './quality.ts';

/**
 * How good decisions on estimated abilities are: each person's true ability is taken as normal around their estimate.
 * It needs nothing but estimates and their errors, so it serves tests in which everybody has other items; it believes those
 * errors, and that estimates have no bias.
 *
 * @param estimates one per person, in logits
 * @param cuts abilities in logits, rising; who reaches a cut is above it
 * @throws RangeError if there is nobody, an estimate is not finite, an error is not above 0, or cuts do not rise
 * @formula chanceBetween = normalBelow((upper - theta) / se) - normalBelow((lower - theta) / se)
 * @see Rudner (2001, 2005)
 */
export function judgeAbilityDecisions(estimates: readonly AbilityEstimate[], cuts: readonly number[]): DecisionQuality {
  checkCuts(cuts);
  if (estimates.length === 0) throw new RangeError('nobody was measured: give at least one estimate');
  const groups = estimates.map(({ theta, standardError }, person) => {
    if (!Number.isFinite(theta) || !(standardError > 0 && Number.isFinite(standardError))) {
      throw new RangeError(
        `person ${person + 1}: ability ${theta} with error ${standardError} has no normal distribution`,
      );
    }
    // The decision was taken; it is the true category that is uncertain, and what another test would say.
    const around = chancesAround(theta, standardError, cuts);
    const decided = certainly(categoryOf(cuts, theta), around.length);
    return { share: 1 / estimates.length, belongs: around, decided, repeated: around };
  });
  return sumDecisions(groups, cuts.length + 1);
}

/** The chance of each category for a normal number. */
function chancesAround(mean: number, sd: number, cuts: readonly number[]): number[] {
  const above = [1, ...cuts.map((cut) => normalAbove((cut - mean) / sd)), 0];
  return above.slice(1).map((upper, k) => (above[k] ?? 0) - upper);
}
