import type { AbilityEstimate } from '../ability/estimate.ts';
import { likelihoodAt, listAnswered } from '../ability/likelihood.ts';
import { estimateMaximumLikelihood } from '../ability/maximum-likelihood.ts';
import { estimateMaximumPosterior } from '../ability/posterior.ts';
import { estimateWeightedLikelihood } from '../ability/weighted-likelihood.ts';
import { curvesOf } from '../models/curves.ts';
import type { Item, Scores } from '../models/item.ts';
import type { Normal } from '../numerics/quadrature.ts';

/** By which estimate of ability: maximum likelihood, Warm's, or the summit of the posterior. */
export type FitEstimator = 'ML' | 'WLE' | 'MAP';

/**
 * How likely somebody's answers are for their ability, as a standard normal number: far below 0 means that hard items were
 * right and easy ones wrong. `lz` takes the estimated ability for the true one and so is less spread than it claims;
 * `lzStar` is corrected for that.
 */
export type LikelihoodFit = { theta: number; lz: number; lzStar: number };

/**
 * Person fit by lz and lz*. Both ask whether answers are typical of an ability, and nothing else: lz* is no detector of
 * fraud. Who was given all the answers fits well; among examinees flagged in a public credentialing data set lz did worse
 * than chance (AUC .39).
 *
 * @param scores one per item, `null` for what was not given
 * @param settings `estimator` is 'WLE' if not said; `prior` is that of 'MAP', N(0, 1) if not said
 * @returns figures that are not numbers where the ability is not finite, or fewer than two items were answered
 * @throws RangeError if the scores do not fit the items, the prior is none, or there is no such estimator
 * @formula lz = (l - sum(expectations)) / sqrt(sum(variances))
 * @formula snijdersWeight = log(P[k]) - c * (dP[k] / P[k])
 * @formula lzStar = (l - sum(expectations) + c * r0) / sqrt(sum(weightVariances))
 * @see Drasgow, Levine & Williams (1985); Snijders (2001); Sinharay (2016) for several scores
 */
export function measureLikelihoodFit(
  items: readonly Item[],
  scores: Scores,
  { estimator = 'WLE', prior = { mean: 0, sd: 1 } }: { estimator?: FitEstimator; prior?: Normal } = {},
): LikelihoodFit {
  const { theta } = estimateBy(estimator, { items, scores, prior });
  const answered = listAnswered(items, scores);
  if (!Number.isFinite(theta) || answered.length < 2) return { theta, lz: Number.NaN, lzStar: Number.NaN };
  const curves = answered.map(({ item }) => curvesOf(item, theta));
  const { logLikelihood, information, bias } = likelihoodAt(answered, theta);
  // How the estimating function, slope + r0 = 0, differs from that of maximum likelihood.
  const r0 = { ML: 0, WLE: bias / (2 * information), MAP: (prior.mean - theta) / prior.sd ** 2 }[estimator];
  let [expected, variance, covariance, corrected] = [0, 0, 0, 0];
  for (const { probability, first } of curves) {
    const mean = meanOf(probability, (p) => Math.log(p));
    expected += mean;
    variance += meanOf(probability, (p) => (Math.log(p) - mean) ** 2);
    covariance += first.reduce((sum, slope, k) => sum + slope * logOf(probability[k] ?? 0), 0);
  }
  const c = covariance / information;
  for (const { probability, first } of curves) {
    const weight = (p: number, k: number) => Math.log(p) - (c * (first[k] ?? 0)) / p;
    const mean = meanOf(probability, weight);
    corrected += meanOf(probability, (p, k) => (weight(p, k) - mean) ** 2);
  }
  const excess = logLikelihood - expected;
  return { theta, lz: excess / Math.sqrt(variance), lzStar: (excess + c * r0) / Math.sqrt(corrected) };
}

function estimateBy(
  estimator: FitEstimator,
  { items, scores, prior }: { items: readonly Item[]; scores: Scores; prior: Normal },
): AbilityEstimate {
  if (estimator === 'ML') return estimateMaximumLikelihood(items, scores);
  if (estimator === 'WLE') return estimateWeightedLikelihood(items, scores);
  if (estimator !== 'MAP') throw new RangeError(`estimator ${estimator}: it is one of ML, WLE, MAP`);
  return estimateMaximumPosterior(items, scores, prior);
}

/** The log of a chance; 0 for an impossible score, which never counts. */
function logOf(p: number): number {
  return p > 0 ? Math.log(p) : 0;
}

/** Expectation over the scores that are possible at all. */
function meanOf(probability: readonly number[], of: (p: number, k: number) => number): number {
  return probability.reduce((sum, p, k) => (p > 0 ? sum + p * of(p, k) : sum), 0);
}
