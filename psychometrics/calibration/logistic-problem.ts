import { logit } from '../models/logistic.ts';
import { type Grid, type Normal, normalQuadrature } from '../numerics/quadrature.ts';
import { countAnswered, nodeCountsByItem } from './item-counts.ts';
import { maximiseCommonSlope, maximiseIntercept, maximiseItem } from './item-maximum.ts';
import type { Packed } from './packing.ts';
import { maximisePopulation, populationGradient, populationOf } from './population.ts';
import type { Problem } from './problem.ts';
import { type ItemCounts, type ItemPrior, itemSlopes, logPrior } from './slope-intercept.ts';
import { listSteps } from './step-items.ts';
import { expectSufficiently } from './sufficient-step.ts';

/** Slopes and intercepts of all items, free or not. */
export type Lines = { slopes: Float64Array; intercepts: Float64Array };

/**
 * What is free: every discrimination, one for all, or none (held at 1). Held items keep what they have. The population is
 * N(0, 1) unless it is estimated.
 */
export type LogisticSettings = {
  grid: Grid;
  slopes: 'free' | 'common' | 'held';
  priors: readonly ItemPrior[];
  held: readonly ({ a: number; d: number } | null)[];
  population: 'standard' | 'estimated';
};

/** A problem whose parameters can be read as lines and population. */
export type LogisticProblem = Problem & { read: (parameters: Float64Array) => Lines & { population: Normal } };

/**
 * Marginal maximum likelihood of items without guessing, as a problem for the maximiser. Free parameters in order: the
 * common slope if there is one; of each free item its slope if that is free, and its intercept; mean and log sd of an
 * estimated population.
 */
export function poseLogistic(packed: Packed, settings: LogisticSettings): LogisticProblem {
  const { grid, priors, held } = settings;
  const free = held.flatMap((line, j) => (line === null ? [j] : []));
  const width = settings.slopes === 'free' ? 2 : 1;
  const offset = settings.slopes === 'common' ? 1 : 0;
  const end = offset + free.length * width;
  const standard = normalQuadrature(grid);

  function read(parameters: Float64Array): Lines & { population: Normal } {
    const slopes = Float64Array.from(held, (line) => line?.a ?? (offset === 1 ? (parameters[0] as number) : 1));
    const intercepts = Float64Array.from(held, (line) => line?.d ?? 0);
    for (const [at, j] of free.entries()) {
      const place = offset + at * width;
      if (width === 2) slopes[j] = parameters[place] as number;
      intercepts[j] = parameters[place + width - 1] as number;
    }
    return { slopes, intercepts, population: populationOf(parameters.subarray(end), grid) };
  }

  function expectAt(parameters: Float64Array) {
    const lines = read(parameters);
    const quadrature = settings.population === 'standard' ? standard : normalQuadrature(grid, lines.population);
    const expected = expectSufficiently(packed, quadrature, lines);
    const byItem = nodeCountsByItem(packed, expected.nodeCounts);
    const countsOf = (j: number): ItemCounts => ({
      nodes: quadrature.nodes,
      nodeCounts: byItem[j] as Float64Array,
      right: packed.right[j] as number,
      abilityOfRight: expected.abilityOfRight[j] as number,
    });
    return { lines, quadrature, expected, counts: free.map(countsOf) };
  }

  function step(parameters: Float64Array) {
    const { lines, quadrature, expected, counts } = expectAt(parameters);
    const next = parameters.slice();
    if (settings.slopes === 'common') {
      const start = { a: parameters[0] as number, intercepts: parameters.slice(1, end) };
      const best = maximiseCommonSlope(
        counts,
        free.map((j) => priors[j] as ItemPrior),
        start,
      );
      // Turned round, all items together are as likely: a jump across 0 is put back.
      next[0] = Math.abs(best.a);
      next.set(best.intercepts, 1);
    } else {
      for (const [at, j] of free.entries()) {
        const line: [number, number] = [lines.slopes[j] as number, lines.intercepts[j] as number];
        const [mine, prior] = [counts[at] as ItemCounts, priors[j] as ItemPrior];
        if (width === 1) next[at] = maximiseIntercept(mine, prior, line);
        else next.set(maximiseItem(mine, prior, line), at * 2);
      }
    }
    if (settings.population === 'estimated') {
      next.set(maximisePopulation(quadrature, expected.nodeCounts, grid), end);
    }
    return { objective: expected.logLikelihood + priorAt(lines), next };
  }

  function priorAt({ slopes, intercepts }: Lines): number {
    return free.reduce(
      (sum, j) => sum + logPrior(priors[j] as ItemPrior, slopes[j] as number, intercepts[j] as number),
      0,
    );
  }

  function gradient(parameters: Float64Array): Float64Array {
    const { lines, quadrature, expected, counts } = expectAt(parameters);
    const by = new Float64Array(parameters.length);
    for (const [at, j] of free.entries()) {
      const line = [lines.slopes[j] as number, lines.intercepts[j] as number] as const;
      const { byA, byD } = itemSlopes(counts[at] as ItemCounts, priors[j] as ItemPrior, line);
      if (settings.slopes === 'common') by[0] = (by[0] as number) + byA;
      if (width === 2) by[at * 2] = byA;
      by[offset + at * width + width - 1] = byD;
    }
    if (settings.population === 'estimated') {
      by.set(populationGradient(quadrature, expected.nodeCounts, lines.population), end);
    }
    return by;
  }

  const start = new Float64Array(end + (settings.population === 'estimated' ? 2 : 0));
  const answered = countAnswered(packed);
  if (offset === 1) start[0] = 1;
  for (const [at, j] of free.entries()) {
    if (width === 2) start[at * 2] = 1;
    // Half a person more on either side, so that an item with a prior may have been answered alike by all.
    const share = ((packed.right[j] as number) + 0.5) / ((answered[j] as number) + 1);
    start[offset + at * width + width - 1] = 1.2 * logit(share);
  }
  const isFree = (j: number) => held[j] === null && priors[j]?.logDiscrimination === null;
  const unbounded = (at: Float64Array) => listSteps(read(at).slopes, isFree, grid);
  return { start, step, gradient, read, unbounded, logLikelihood: (at) => expectAt(at).expected.logLikelihood };
}
