import type { Item, Scores } from '../models/item.ts';
import type { AbilityEstimate } from './estimate.ts';
import { likelihoodAt, listAnswered } from './likelihood.ts';
import { findHighest } from './summit.ts';

/**
 * Ability by Warm's weighted likelihood, which takes away the first-order bias of maximum likelihood and is finite for
 * all right and all wrong too, if the items' discriminations are positive.
 *
 * The root of slope + J / (2 I), where J = Σ P′P″/P and I is the information.
 *
 * @param scores one per item, `null` for what was not given
 * @returns the standard error is the asymptotic one, 1 / √I at the estimate
 * @throws RangeError if the scores do not fit the items
 * @formula warmEquation = sum(curves, (one, j) => one.first[scores[j]] / one.probability[scores[j]]) + sum(curves, (one) => sum(one.probability, (p, k) => (one.first[k] * one.second[k]) / p)) / (2 * information)
 * @see Warm (1989); Wang & Wang (2001) for several scores
 */
export function estimateWeightedLikelihood(items: readonly Item[], scores: Scores): AbilityEstimate {
  const answered = listAnswered(items, scores);
  if (answered.length === 0) return { theta: Number.NaN, standardError: Number.POSITIVE_INFINITY };
  const theta = findHighest((at) => {
    const { slope, bias, information } = likelihoodAt(answered, at);
    return information > 0 ? slope + bias / (2 * information) : slope;
  });
  if (!Number.isFinite(theta)) return { theta, standardError: Number.POSITIVE_INFINITY };
  return { theta, standardError: 1 / Math.sqrt(likelihoodAt(answered, theta).information) };
}
