import type { Item, Scores } from '../models/item.ts';
import type { AbilityEstimate } from './estimate.ts';
import { likelihoodAt, listAnswered } from './likelihood.ts';
import { findHighest } from './summit.ts';

/**
 * Ability by maximum likelihood. Someone with everything right (or wrong, or nothing answered) has no finite estimate:
 * the result is then infinite with an infinite standard error (not a number where nothing was answered); use Warm's or a
 * Bayesian estimate where every candidate needs a figure.
 *
 * @param scores one per item, `null` for what was not given
 * @throws RangeError if the scores do not fit the items
 * @formula standardErrorByInformation = 1 / sqrt(testInformation(items, theta))
 * @see Lord (1980), chapter 4; Samejima (1973) on several summits under the 3PL: the highest is taken
 */
export function estimateMaximumLikelihood(items: readonly Item[], scores: Scores): AbilityEstimate {
  const answered = listAnswered(items, scores);
  if (answered.length === 0) return { theta: Number.NaN, standardError: Number.POSITIVE_INFINITY };
  const theta = findHighest(
    (at) => likelihoodAt(answered, at).slope,
    (at) => likelihoodAt(answered, at).logLikelihood,
  );
  if (!Number.isFinite(theta)) return { theta, standardError: Number.POSITIVE_INFINITY };
  return { theta, standardError: 1 / Math.sqrt(likelihoodAt(answered, theta).information) };
}
