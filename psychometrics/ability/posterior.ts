import type { Item, Scores } from '../models/item.ts';
import { DEFAULT_GRID, type Grid, type Normal, normalQuadrature } from '../numerics/quadrature.ts';
import type { AbilityEstimate } from './estimate.ts';
import { type Answered, likelihoodAt, listAnswered } from './likelihood.ts';
import { findHighest } from './summit.ts';

/** A posterior with less than this of the distance between nodes as its deviation is not seen well: moments err by a thousandth. */
const NARROW = 0.75;
/** So many distances to both sides of where it seemed to be, and at most so many times. */
const [AROUND, CLOSEST] = [3, 8];
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
 * so that it is not to be compared between people who had different tests. Where it is narrower than the nodes lie apart, as
 * after some hundred items, it is looked at again with nodes around it.
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
  let { nodes } = normalQuadrature(grid, prior);
  for (let closer = 0; ; closer++) {
    const found = expectAt(answered, nodes, prior);
    const spacing = (nodes[1] as number) - (nodes[0] as number);
    if (found.standardError >= NARROW * spacing || closer === CLOSEST) return found;
    // What lies between two nodes was taken for the one or the other: as many nodes, around it.
    nodes = nodes.map((_, q) => found.theta + AROUND * spacing * ((2 * q) / (grid.count - 1) - 1));
  }
}

/** Mean and standard deviation of the posterior on equally spaced nodes. */
function expectAt(answered: readonly Answered[], nodes: Float64Array, { mean, sd }: Normal): AbilityEstimate {
  const logs = nodes.map((node) => likelihoodAt(answered, node).logLikelihood - 0.5 * ((node - mean) / sd) ** 2);
  const highest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const posterior = logs.map((log) => Math.exp(log - highest));
  const mass = posterior.reduce((sum, p) => sum + p, 0);
  const theta = posterior.reduce((sum, p, q) => sum + p * (nodes[q] ?? 0), 0) / mass;
  const variance = posterior.reduce((sum, p, q) => sum + p * ((nodes[q] ?? 0) - theta) ** 2, 0) / mass;
  return { theta, standardError: Math.sqrt(variance) };
}
