import type { Item, Scores } from '../models/item.ts';
import { DEFAULT_GRID, type Grid, type Normal, normalQuadrature } from '../numerics/quadrature.ts';
import type { AbilityEstimate } from './estimate.ts';
import { likelihoodAt, listAnswered } from './likelihood.ts';
import { findHighest } from './summit.ts';

const STANDARD: Normal = { mean: 0, sd: 1 };

/**
 * Ability as the summit of the posterior under a normal prior; without answers it is the prior.
 *
 * @param scores one per item, `null` for what was not given
 * @throws RangeError if the scores do not fit the items, or the prior's sd is not above 0
 * @formula standardErrorOfSummit = 1 / sqrt(testInformation(items, theta) + 1 / sd ** 2)
 * @see Samejima (1969), chapter 2; Bock & Aitkin (1981)
 */
export function estimateMaximumPosterior(
  items: readonly Item[],
  scores: Scores,
  { mean, sd }: Normal = STANDARD,
): AbilityEstimate {
  if (!(sd > 0 && Number.isFinite(mean))) throw new RangeError(`normal distribution with mean ${mean}, sd ${sd}`);
  const answered = listAnswered(items, scores);
  const theta =
    mean +
    findHighest(
      (at) => likelihoodAt(answered, mean + at).slope - at / sd ** 2,
      (at) => likelihoodAt(answered, mean + at).logLikelihood - 0.5 * (at / sd) ** 2,
    );
  return { theta, standardError: 1 / Math.sqrt(likelihoodAt(answered, theta).information + 1 / sd ** 2) };
}

/**
 * Ability as the mean of the posterior under a normal prior, with its standard deviation: always finite, and of all
 * estimators the one with the least mean square error in a population like the prior. Pulled towards the prior's mean,
 * so that it is not to be compared between people who had different tests.
 *
 * @param scores one per item, `null` for what was not given
 * @throws RangeError if the scores do not fit the items, for an impossible grid, a prior's sd not above 0, or a prior
 *   that the grid cannot hold (its mean beyond the nodes, or narrower than half their distance)
 * @formula posteriorMean = sum(posterior, (p, q) => p * nodes[q]) / sum(posterior)
 * @see Bock & Mislevy (1982)
 */
export function estimateExpectedPosterior(
  items: readonly Item[],
  scores: Scores,
  { prior = STANDARD, grid = DEFAULT_GRID }: { prior?: Normal; grid?: Grid } = {},
): AbilityEstimate {
  const answered = listAnswered(items, scores);
  const { nodes, logWeights } = normalQuadrature(grid, prior);
  const logs = nodes.map((node, q) => likelihoodAt(answered, node).logLikelihood + (logWeights[q] ?? 0));
  const highest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const posterior = logs.map((log) => Math.exp(log - highest));
  const mass = posterior.reduce((sum, p) => sum + p, 0);
  const theta = posterior.reduce((sum, p, q) => sum + p * (nodes[q] ?? 0), 0) / mass;
  const variance = posterior.reduce((sum, p, q) => sum + p * ((nodes[q] ?? 0) - theta) ** 2, 0) / mass;
  return { theta, standardError: Math.sqrt(variance) };
}
