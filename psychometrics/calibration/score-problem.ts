import { curvesOf } from '../models/curves.ts';
import { highestScore, type Item } from '../models/item.ts';
import { type Grid, type Normal, normalQuadrature } from '../numerics/quadrature.ts';
import { maximisePopulation, populationGradient, populationOf } from './population.ts';
import type { Problem } from './problem.ts';
import { countScores, MISSING, type Responses } from './responses.ts';
import {
  isItem,
  logChances,
  maximiseScores,
  type ScoreCounts,
  type ScoreModel,
  type ScoreParameters,
  scoreSlopes,
  startScores,
} from './score-model.ts';
import { listSteps } from './step-items.ts';

/** Items that are held, `null` for those to calibrate, and whether the population is N(0, 1) or estimated. */
export type ScoreSettings = {
  model: ScoreModel;
  grid: Grid;
  held: readonly (Item | null)[];
  population: 'standard' | 'estimated';
};

/** A problem whose parameters can be read as the items that are not held, in their order, and the population. */
export type ScoreProblem = Problem & {
  read: (parameters: Float64Array) => { lines: ScoreParameters[]; population: Normal };
};

/**
 * Marginal maximum likelihood of items with several scores. Free parameters in order: of each free item a and d₁…d_m; mean
 * and log sd of an estimated population. The E-step goes over every person, item and node.
 *
 * @see Muraki (1992); Samejima (1969); Bock & Aitkin (1981)
 */
export function poseScores(responses: Responses, { model, grid, held, population }: ScoreSettings): ScoreProblem {
  const { items, scores, counts } = responses;
  const standard = normalQuadrature(grid);
  const { nodes } = standard;
  const size = nodes.length;
  const free = held.flatMap((item, j) => (item === null ? [j] : []));
  const seen = countScores(responses);
  const starts = free.map((j) => startScores(model, seen[j] as number[]));
  const places = starts.map((_, at) => starts.slice(0, at).reduce((sum, { length }) => sum + length, 0));
  const end = starts.reduce((sum, { length }) => sum + length, 0);
  const start = Float64Array.of(...starts.flatMap((one) => [...one]), ...(population === 'estimated' ? [0, 0] : []));
  /** Logs of what is held stay as they are, for so do the nodes. */
  const heldLogs = held.map((item) => item && logsOf(item, nodes));
  const widths = held.map((item, j) => (item === null ? (seen[j] as number[]).length : highestScore(item) + 1));

  function read(parameters: Float64Array) {
    const lines = starts.map(({ length }, at) => parameters.slice(places[at], (places[at] as number) + length));
    return { lines, population: populationOf(parameters.subarray(end), grid) };
  }

  function expectAt(parameters: Float64Array) {
    const now = read(parameters);
    const quadrature = population === 'standard' ? standard : normalQuadrature(grid, now.population);
    const logs = heldLogs.slice();
    for (const [at, j] of free.entries()) logs[j] = logChances(model, now.lines[at] as ScoreParameters, nodes);
    const expected = widths.map((width) => new Float64Array(size * width));
    const nodeCounts = new Float64Array(size);
    const posterior = new Float64Array(size);
    let logLikelihood = 0;
    for (let i = 0; i < counts.length; i++) {
      posterior.set(quadrature.logWeights);
      for (let j = 0; j < items; j++) {
        const score = scores[i * items + j] as number;
        if (score === MISSING) continue;
        const log = logs[j] as Float64Array;
        const width = widths[j] as number;
        for (let q = 0; q < size; q++) posterior[q] = (posterior[q] as number) + (log[q * width + score] as number);
      }
      const highest = posterior.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
      let total = 0;
      for (let q = 0; q < size; q++) {
        posterior[q] = Math.exp((posterior[q] as number) - highest);
        total += posterior[q] as number;
      }
      const count = counts[i] as number;
      logLikelihood += count * (highest + Math.log(total));
      for (let q = 0; q < size; q++) {
        posterior[q] = (count * (posterior[q] as number)) / total;
        nodeCounts[q] = (nodeCounts[q] as number) + (posterior[q] as number);
      }
      for (const j of free) {
        const score = scores[i * items + j] as number;
        if (score === MISSING) continue;
        const of = expected[j] as Float64Array;
        const width = widths[j] as number;
        for (let q = 0; q < size; q++)
          of[q * width + score] = (of[q * width + score] as number) + (posterior[q] as number);
      }
    }
    const countsOf = (j: number): ScoreCounts => ({ nodes, counts: expected[j] as Float64Array });
    return { now, quadrature, nodeCounts, counts: free.map(countsOf), logLikelihood };
  }

  function step(parameters: Float64Array) {
    if (!read(parameters).lines.every((one) => isItem(model, one))) {
      return { objective: Number.NEGATIVE_INFINITY, next: parameters };
    }
    const { now, quadrature, nodeCounts, counts: expected, logLikelihood } = expectAt(parameters);
    const next = parameters.slice();
    for (const [at, one] of now.lines.entries()) {
      next.set(maximiseScores(model, expected[at] as ScoreCounts, one), places[at]);
    }
    if (population === 'estimated') next.set(maximisePopulation(quadrature, nodeCounts, grid), end);
    return { objective: logLikelihood, next };
  }

  function gradient(parameters: Float64Array): Float64Array {
    const { now, quadrature, nodeCounts, counts: expected } = expectAt(parameters);
    const by = new Float64Array(parameters.length);
    for (const [at, one] of now.lines.entries()) {
      by.set(scoreSlopes(model, expected[at] as ScoreCounts, one).gradient, places[at]);
    }
    if (population === 'estimated') by.set(populationGradient(quadrature, nodeCounts, now.population), end);
    return by;
  }

  /** Graded intercepts fall: between two of them lies a score, and where few gave it they are near to each other. */
  function room(at: Float64Array): Float64Array {
    const rooms = new Float64Array(at.length).fill(Number.POSITIVE_INFINITY);
    if (model === 'gpcm') return rooms;
    for (const [place, one] of read(at).lines.entries()) {
      for (let k = 1; k < one.length; k++) {
        const above = k > 1 ? (one[k - 1] as number) - (one[k] as number) : Number.POSITIVE_INFINITY;
        const below = k + 1 < one.length ? (one[k] as number) - (one[k + 1] as number) : Number.POSITIVE_INFINITY;
        rooms[(places[place] as number) + k] = Math.min(above, below);
      }
    }
    return rooms;
  }

  const slopesOf = (at: Float64Array) => read(at).lines.map(([a = 0]) => a);
  const unbounded = (at: Float64Array) =>
    listSteps(slopesOf(at), () => true, grid).map((place) => free[place] as number);
  return { start, step, gradient, read, room, unbounded, logLikelihood: (at) => expectAt(at).logLikelihood };
}

/** Log of the chance of each score of a known item at each node: `logs[node * scores + score]`. */
function logsOf(item: Item, nodes: Float64Array): Float64Array {
  const width = highestScore(item) + 1;
  const logs = new Float64Array(nodes.length * width);
  for (let q = 0; q < nodes.length; q++) {
    logs.set(curvesOf(item, nodes[q] as number).probability.map(Math.log), q * width);
  }
  return logs;
}
