import { type Grid, normalQuadrature } from '../numerics/quadrature.ts';
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

/** A problem whose parameters can be read item by item. */
export type ScoreProblem = Problem & { read: (parameters: Float64Array) => ScoreParameters[] };

/**
 * Marginal maximum likelihood of items with several scores, population N(0, 1). Free parameters in order: of each item a
 * and d₁…d_m. The E-step goes over every person, item and node.
 *
 * @see Muraki (1992); Samejima (1969); Bock & Aitkin (1981)
 */
export function poseScores(responses: Responses, model: ScoreModel, grid: Grid): ScoreProblem {
  const { items, scores, counts } = responses;
  const quadrature = normalQuadrature(grid);
  const { nodes, logWeights } = quadrature;
  const size = nodes.length;
  const starts = countScores(responses).map((seen) => startScores(model, seen));
  const places = starts.map((_, j) => starts.slice(0, j).reduce((sum, { length }) => sum + length, 0));
  const start = Float64Array.from(starts.flatMap((one) => [...one]));

  function read(parameters: Float64Array): ScoreParameters[] {
    return starts.map(({ length }, j) => parameters.slice(places[j], (places[j] as number) + length));
  }

  function expectAt(parameters: Float64Array) {
    const now = read(parameters);
    const logs = now.map((one) => logChances(model, one, nodes));
    const expected = now.map((one): ScoreCounts => ({ nodes, counts: new Float64Array(size * one.length) }));
    const posterior = new Float64Array(size);
    let logLikelihood = 0;
    for (let i = 0; i < counts.length; i++) {
      posterior.set(logWeights);
      for (let j = 0; j < items; j++) {
        const score = scores[i * items + j] as number;
        if (score === MISSING) continue;
        const log = logs[j] as Float64Array;
        const width = (now[j] as ScoreParameters).length;
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
      for (let j = 0; j < items; j++) {
        const score = scores[i * items + j] as number;
        if (score === MISSING) continue;
        const of = (expected[j] as ScoreCounts).counts;
        const width = (now[j] as ScoreParameters).length;
        for (let q = 0; q < size; q++) {
          of[q * width + score] = (of[q * width + score] as number) + (count * (posterior[q] as number)) / total;
        }
      }
    }
    return { now, expected, logLikelihood };
  }

  function step(parameters: Float64Array) {
    if (!read(parameters).every((one) => isItem(model, one))) {
      return { objective: Number.NEGATIVE_INFINITY, next: parameters };
    }
    const { now, expected, logLikelihood } = expectAt(parameters);
    const next = parameters.slice();
    for (const [j, one] of now.entries()) {
      next.set(maximiseScores(model, expected[j] as ScoreCounts, one), places[j]);
    }
    return { objective: logLikelihood, next };
  }

  function gradient(parameters: Float64Array): Float64Array {
    const { now, expected } = expectAt(parameters);
    return Float64Array.from(
      now.flatMap((one, j) => [...scoreSlopes(model, expected[j] as ScoreCounts, one).gradient]),
    );
  }

  /** Graded intercepts fall: between two of them lies a score, and where few gave it they are near to each other. */
  const room = (at: Float64Array) =>
    Float64Array.from(
      read(at).flatMap((one) =>
        [...one].map((d, k) => {
          if (k === 0 || model === 'gpcm') return Number.POSITIVE_INFINITY;
          return Math.min(
            k > 1 ? (one[k - 1] as number) - d : Number.POSITIVE_INFINITY,
            k + 1 < one.length ? d - (one[k + 1] as number) : Number.POSITIVE_INFINITY,
          );
        }),
      ),
    );

  const unbounded = (at: Float64Array) =>
    listSteps(
      read(at).map(([a = 0]) => a),
      () => true,
      grid,
    );
  return { start, step, gradient, read, room, unbounded, logLikelihood: (at) => expectAt(at).logLikelihood };
}
