import type { BinaryItem, GradedItem, Item, PartialCreditItem } from './item.ts';
import { logistic } from './logistic.ts';

/** Of each score 0…m at one ability: its probability, and that probability's first and second derivative by ability. */
export type Curves = { probability: number[]; first: number[]; second: number[] };

/**
 * The probability of each score at an ability, with derivatives: all that likelihoods and information are made of.
 *
 * @param theta ability in logits
 * @returns three arrays of m + 1 numbers; the probabilities add up to 1, the derivatives (per logit, per logit²) to 0
 * @formula partialCreditChance = exp(sum(steps.slice(0, k), (b) => a * (theta - b))) / sum([0, ...steps], (_, j) => exp(sum(steps.slice(0, j), (b) => a * (theta - b))))
 * @formula gradedChance = 1 / (1 + exp(-a * (theta - thresholds[k - 1]))) - 1 / (1 + exp(-a * (theta - thresholds[k])))
 * @formula slopeOfRight = (a * (P - c) * (1 - P)) / (1 - c)
 * @formula slopeOfPartialCredit = a * P[k] * (k - sum(P, (p, j) => j * p))
 * @see Birnbaum (1968); Muraki (1992); Samejima (1969)
 */
export function curvesOf(item: Item, theta: number): Curves {
  if (item.model === '3pl') return binaryCurves(item, theta);
  return item.model === 'gpcm' ? partialCreditCurves(item, theta) : gradedCurves(item, theta);
}

/**
 * Probability of a right answer at an ability.
 *
 * @param theta ability in logits
 * @returns in [c, 1]
 * @formula probabilityRight = c + (1 - c) / (1 + exp(-a * (theta - b)))
 * @see Birnbaum (1968), with D = 1
 */
export function probabilityRight({ a, b, c }: BinaryItem, theta: number): number {
  return c + (1 - c) * logistic(a * (theta - b));
}

function binaryCurves({ a, b, c }: BinaryItem, theta: number): Curves {
  const z = a * (theta - b);
  const knows = logistic(z);
  const knowsNot = logistic(-z);
  const first = (1 - c) * a * knows * knowsNot;
  const second = first * a * (knowsNot - knows);
  return { probability: [(1 - c) * knowsNot, c + (1 - c) * knows], first: [-first, first], second: [-second, second] };
}

function partialCreditCurves({ a, steps }: PartialCreditItem, theta: number): Curves {
  const exponents = [0];
  let exponent = 0;
  for (const step of steps) {
    exponent += a * (theta - step);
    exponents.push(exponent);
  }
  const largest = Math.max(...exponents);
  const odds = exponents.map((one) => Math.exp(one - largest));
  const total = odds.reduce((sum, one) => sum + one, 0);
  const probability = odds.map((one) => one / total);
  // Each score less the mean, from differences: where one score is almost certain, the mean is rounded to it.
  const above = probability.map((_, k) => probability.reduce((sum, p, j) => sum + p * (k - j), 0));
  const variance = probability.reduce((sum, p, k) => sum + p * (above[k] as number) ** 2, 0);
  return {
    probability,
    first: probability.map((p, k) => a * p * (above[k] as number)),
    second: probability.map((p, k) => a * a * p * ((above[k] as number) ** 2 - variance)),
  };
}

function gradedCurves({ a, thresholds }: GradedItem, theta: number): Curves {
  const z = [Infinity, ...thresholds.map((at) => a * (theta - at)), -Infinity];
  const curves: Curves = { probability: [], first: [], second: [] };
  for (let k = 0; k <= thresholds.length; k++) {
    const lower = z[k] ?? Infinity;
    const upper = z[k + 1] ?? -Infinity;
    // A difference of two numbers near 1 would lose its digits; this product is the same and keeps them.
    curves.probability.push(logistic(lower) * logistic(-upper) * -Math.expm1(upper - lower));
    curves.first.push(a * (density(lower) - density(upper)));
    curves.second.push(a * a * (slope(lower) - slope(upper)));
  }
  return curves;
}

/** First derivative of the logistic function. */
function density(z: number): number {
  return logistic(z) * logistic(-z);
}

/** Second derivative of the logistic function. */
function slope(z: number): number {
  return density(z) * (logistic(-z) - logistic(z));
}
