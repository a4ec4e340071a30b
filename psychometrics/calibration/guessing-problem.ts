import type { BinaryItem } from '../models/item.ts';
import { logistic, logit, softplus } from '../models/logistic.ts';
import { type Grid, type Normal, normalQuadrature, type Quadrature } from '../numerics/quadrature.ts';
import { expectCounts } from './counted-step.ts';
import {
  type GuessingParameters,
  type GuessingPrior,
  guessingLogPrior,
  guessingSlopes,
  maximiseGuessing,
  type RightCounts,
  readGuessing,
} from './guessing.ts';
import { countAnswered, nodeCountsByItem } from './item-counts.ts';
import type { Packed } from './packing.ts';
import { maximisePopulation, populationGradient, populationOf } from './population.ts';
import type { Problem } from './problem.ts';
import { listSteps } from './step-items.ts';

/** Priors of all items, items that are held, and whether the population is N(0, 1) or estimated. */
export type GuessingSettings = {
  grid: Grid;
  priors: readonly GuessingPrior[];
  held: readonly (BinaryItem | null)[];
  population: 'standard' | 'estimated';
};

/** A problem whose parameters can be read as items and population. */
export type GuessingProblem = Problem & {
  read: (parameters: Float64Array) => { items: { a: number; d: number; c: number }[]; population: Normal };
};

/**
 * Marginal maximum likelihood (with priors: the summit of the posterior) of items with guessing. Free parameters in order:
 * of each free item log a, d and the log-odds of c; mean and log sd of an estimated population.
 *
 * @see Bock & Aitkin (1981); Mislevy (1986)
 */
export function poseGuessing(packed: Packed, { grid, priors, held, population }: GuessingSettings): GuessingProblem {
  const free = held.flatMap((item, j) => (item === null ? [j] : []));
  const end = free.length * 3;
  const standard = normalQuadrature(grid);

  function mine(parameters: Float64Array, at: number): GuessingParameters {
    return [parameters[at * 3] as number, parameters[at * 3 + 1] as number, parameters[at * 3 + 2] as number];
  }

  function read(parameters: Float64Array) {
    const items = held.map((item) => ({ a: item?.a ?? 1, d: item === null ? 0 : -item.a * item.b, c: item?.c ?? 0 }));
    for (const [at, j] of free.entries()) items[j] = readGuessing(mine(parameters, at));
    return { items, population: populationOf(parameters.subarray(end), grid) };
  }

  function expectAt(parameters: Float64Array) {
    const now = read(parameters);
    const quadrature = population === 'standard' ? standard : normalQuadrature(grid, now.population);
    const expected = expectCounts(packed, quadrature, logChances(now.items, quadrature));
    const byItem = nodeCountsByItem(packed, expected.nodeCounts);
    const size = grid.count;
    const countsOf = (j: number): RightCounts => ({
      nodes: quadrature.nodes,
      nodeCounts: byItem[j] as Float64Array,
      rightCounts: expected.rightCounts.subarray(j * size, (j + 1) * size),
    });
    return { now, quadrature, expected, counts: free.map(countsOf) };
  }

  function step(parameters: Float64Array) {
    const { quadrature, expected, counts } = expectAt(parameters);
    const next = parameters.slice();
    let objective = expected.logLikelihood;
    for (const [at, j] of free.entries()) {
      const [here, prior] = [mine(parameters, at), priors[j] as GuessingPrior];
      objective += guessingLogPrior(prior, here);
      next.set(maximiseGuessing(counts[at] as RightCounts, prior, here), at * 3);
    }
    if (population === 'estimated') {
      next.set(maximisePopulation(quadrature, expected.nodeCounts, grid), end);
    }
    return { objective, next };
  }

  function gradient(parameters: Float64Array): Float64Array {
    const { now, quadrature, expected, counts } = expectAt(parameters);
    const by = new Float64Array(parameters.length);
    for (const [at, j] of free.entries()) {
      const prior = priors[j] as GuessingPrior;
      by.set(guessingSlopes(counts[at] as RightCounts, prior, mine(parameters, at)).gradient, at * 3);
    }
    if (population === 'estimated') {
      by.set(populationGradient(quadrature, expected.nodeCounts, now.population), end);
    }
    return by;
  }

  const start = new Float64Array(end + (population === 'estimated' ? 2 : 0));
  const answered = countAnswered(packed);
  for (const [at, j] of free.entries()) {
    const share = ((packed.right[j] as number) + 0.5) / ((answered[j] as number) + 1);
    const { asymptote } = priors[j] as GuessingPrior;
    const c = asymptote === null ? 0.15 : (asymptote.alpha - 1) / (asymptote.alpha + asymptote.beta - 2);
    const known = Math.max(0.05, (share - c) / (1 - c));
    start.set([0, 1.2 * logit(Math.min(0.97, known)), logit(c)], at * 3);
  }
  const isFree = (j: number) => held[j] === null && priors[j]?.logDiscrimination === null;
  const slopesOf = (at: Float64Array) => read(at).items.map(({ a }) => a);
  const unbounded = (at: Float64Array) => listSteps(slopesOf(at), isFree, grid);
  return { start, step, gradient, read, unbounded, logLikelihood: (at) => expectAt(at).expected.logLikelihood };
}

function logChances(items: readonly { a: number; d: number; c: number }[], { nodes }: Quadrature) {
  const logRight = new Float64Array(items.length * nodes.length);
  const logWrong = new Float64Array(items.length * nodes.length);
  for (const [j, { a, d, c }] of items.entries()) {
    for (let q = 0; q < nodes.length; q++) {
      const z = a * (nodes[q] as number) + d;
      // Not the log of what is rounded to 0: that would rule an ability out for good.
      logRight[j * nodes.length + q] = c === 0 ? -softplus(-z) : Math.log(c + (1 - c) * logistic(z));
      logWrong[j * nodes.length + q] = Math.log1p(-c) - softplus(z);
    }
  }
  return { logRight, logWrong };
}
