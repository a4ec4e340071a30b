import { logistic, softplus } from '../models/logistic.ts';
import type { Normal } from '../numerics/quadrature.ts';

/** What the M-step needs of one item of logits a θ + d: persons per node, and sums over those who had it right. */
export type ItemCounts = {
  nodes: Float64Array;
  nodeCounts: Float64Array;
  right: number;
  abilityOfRight: number;
};

/** Priors of one item; `difficultyIs` says whether b is −d / a, or −d on a scale where a is 1. */
export type ItemPrior = {
  difficulty: Normal | null;
  logDiscrimination: Normal | null;
  difficultyIs: '-d/a' | '-d';
};

/** Gradient of the expected log posterior by (a, d), and the information: minus its second derivatives. */
export type Slopes = { byA: number; byD: number; infoAA: number; infoAD: number; infoDD: number };

/** The expected log-likelihood of one item, with its log priors: what an M-step makes as high as can be. */
export function itemObjective(counts: ItemCounts, prior: ItemPrior, a: number, d: number): number {
  let objective = a * counts.abilityOfRight + d * counts.right + logPrior(prior, a, d);
  for (let q = 0; q < counts.nodes.length; q++) {
    objective -= (counts.nodeCounts[q] as number) * softplus(a * (counts.nodes[q] as number) + d);
  }
  return objective;
}

/**
 * Where the objective of one item rises, and how it bends. Far from the summit a prior may bend it upwards, where Newton
 * would go astray: `isCautious` leaves out what can do so (Gauss–Newton), at the price of slower steps near the summit.
 */
export function itemSlopes(
  counts: ItemCounts,
  prior: ItemPrior,
  [a, d]: readonly [number, number],
  isCautious = false,
): Slopes {
  const slopes: Slopes = { byA: counts.abilityOfRight, byD: counts.right, infoAA: 0, infoAD: 0, infoDD: 0 };
  for (let q = 0; q < counts.nodes.length; q++) {
    const node = counts.nodes[q] as number;
    const count = counts.nodeCounts[q] as number;
    const p = logistic(a * node + d);
    const expected = count * p;
    const bend = expected * (1 - p);
    slopes.byA -= expected * node;
    slopes.byD -= expected;
    slopes.infoAA += bend * node * node;
    slopes.infoAD += bend * node;
    slopes.infoDD += bend;
  }
  addPriors(slopes, prior, a, d);
  if (!isCautious) addBends(slopes, prior, a, d);
  return slopes;
}

/** Log priors of one item up to a constant; -Infinity for a discrimination that its prior rules out. */
export function logPrior({ difficulty, logDiscrimination, difficultyIs }: ItemPrior, a: number, d: number): number {
  let log = 0;
  if (difficulty !== null) {
    const b = difficultyIs === '-d' ? -d : -d / a;
    log -= 0.5 * ((b - difficulty.mean) / difficulty.sd) ** 2;
  }
  if (logDiscrimination !== null) {
    if (a <= 0) return Number.NEGATIVE_INFINITY;
    log -= 0.5 * ((Math.log(a) - logDiscrimination.mean) / logDiscrimination.sd) ** 2;
  }
  return log;
}

function addPriors(
  slopes: Slopes,
  { difficulty, logDiscrimination, difficultyIs }: ItemPrior,
  a: number,
  d: number,
): void {
  if (difficulty !== null) {
    const b = difficultyIs === '-d' ? -d : -d / a;
    const byA = difficultyIs === '-d' ? 0 : -b / a;
    const byD = difficultyIs === '-d' ? -1 : -1 / a;
    const precision = 1 / difficulty.sd ** 2;
    slopes.byA -= (b - difficulty.mean) * precision * byA;
    slopes.byD -= (b - difficulty.mean) * precision * byD;
    slopes.infoAA += precision * byA * byA;
    slopes.infoAD += precision * byA * byD;
    slopes.infoDD += precision * byD * byD;
  }
  if (logDiscrimination !== null) {
    const precision = 1 / logDiscrimination.sd ** 2;
    slopes.byA -= ((Math.log(a) - logDiscrimination.mean) * precision) / a;
    slopes.infoAA += precision / (a * a);
  }
}

/** What the priors' second derivatives have beside squares of first ones: b = −d / a bends, and so does log a. */
function addBends(
  slopes: Slopes,
  { difficulty, logDiscrimination, difficultyIs }: ItemPrior,
  a: number,
  d: number,
): void {
  if (difficulty !== null && difficultyIs === '-d/a') {
    const pull = (-d / a - difficulty.mean) / difficulty.sd ** 2;
    slopes.infoAA -= (2 * pull * d) / a ** 3;
    slopes.infoAD += pull / (a * a);
  }
  if (logDiscrimination !== null) {
    slopes.infoAA -= (Math.log(a) - logDiscrimination.mean) / (logDiscrimination.sd * a) ** 2;
  }
}
