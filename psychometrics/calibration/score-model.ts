import { curvesOf } from '../models/curves.ts';
import { type GradedItem, graded, type PartialCreditItem, partialCredit } from '../models/item.ts';
import { type Matrix, solvePositive } from '../numerics/linear.ts';

/**
 * An item with several scores by its slope and intercepts, a and d₁…d_m, as one vector. GPCM: score k has log-odds
 * k a θ + d_k against 0. GRM: k or more has log-odds a θ + d_k.
 */
export type ScoreParameters = Float64Array;

/** Which of the two models. */
export type ScoreModel = 'gpcm' | 'grm';

/** The item that slope and intercepts describe. @throws RangeError if it is none, such as a GRM that falls */
export function scoreItem(model: ScoreModel, parameters: ScoreParameters): PartialCreditItem | GradedItem {
  const item = curvesItem(model, parameters);
  return item.model === 'grm' ? graded(item.a, item.thresholds) : partialCredit(item.a, item.steps);
}

/**
 * The same while it is searched for: a GRM may then fall, for an item that goes against the others is to be told as such,
 * not held at a slope of 0.
 */
function curvesItem(model: ScoreModel, parameters: ScoreParameters): PartialCreditItem | GradedItem {
  const [a = 1, ...intercepts] = parameters;
  if (model === 'grm') return { model, a, thresholds: intercepts.map((d) => -d / a) };
  return { model, a, steps: intercepts.map((d, k) => ((intercepts[k - 1] ?? 0) - d) / a) };
}

/** Log of the chance of each score at each node: `logs[node * scores + score]`. */
export function logChances(model: ScoreModel, parameters: ScoreParameters, nodes: Float64Array): Float64Array {
  const item = curvesItem(model, parameters);
  const logs = new Float64Array(nodes.length * parameters.length);
  for (let q = 0; q < nodes.length; q++) {
    logs.set(curvesOf(item, nodes[q] as number).probability.map(Math.log), q * parameters.length);
  }
  return logs;
}

/** Slope and intercepts to begin with, from how often each score was seen. */
export function startScores(model: ScoreModel, seen: readonly number[]): ScoreParameters {
  const counts = seen.map((count) => count + 0.5);
  const above = counts.map((_, k) => counts.slice(k).reduce((sum, count) => sum + count, 0));
  const total = above[0] ?? 1;
  return Float64Array.of(
    1,
    ...counts.slice(1).map((count, at) => {
      const atLeast = above[at + 1] ?? 0;
      return model === 'grm' ? 1.2 * Math.log(atLeast / (total - atLeast)) : Math.log(count / (counts[0] ?? 1));
    }),
  );
}

/** Persons at each node with each score: `counts[node * scores + score]`. */
export type ScoreCounts = { nodes: Float64Array; counts: Float64Array };

/** Expected log-likelihood of one item; -Infinity where the parameters are no item. */
function scoreObjective(model: ScoreModel, { nodes, counts }: ScoreCounts, at: ScoreParameters): number {
  if (!isItem(model, at)) return Number.NEGATIVE_INFINITY;
  const item = curvesItem(model, at);
  let objective = 0;
  for (let q = 0; q < nodes.length; q++) {
    for (const [k, p] of curvesOf(item, nodes[q] as number).probability.entries()) {
      objective += (counts[q * at.length + k] as number) * Math.log(p);
    }
  }
  return objective;
}

/** Gradient by slope and intercepts, and the expected information of Fisher scoring. */
export function scoreSlopes(
  model: ScoreModel,
  { nodes, counts }: ScoreCounts,
  at: ScoreParameters,
): { gradient: Float64Array; information: Matrix } {
  const size = at.length;
  const item = curvesItem(model, at);
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  for (let q = 0; q < nodes.length; q++) {
    const { probability } = curvesOf(item, nodes[q] as number);
    const by = derivatives(model, at, { theta: nodes[q] as number, probability });
    let persons = 0;
    for (let k = 0; k < size; k++) persons += counts[q * size + k] as number;
    for (const [k, p] of probability.entries()) {
      if (p === 0) continue;
      const own = by[k] as Float64Array;
      const share = (counts[q * size + k] as number) / p;
      for (let l = 0; l < size; l++) {
        gradient[l] = (gradient[l] as number) + share * (own[l] as number);
        for (let m = 0; m < size; m++) {
          const bend = (persons / p) * (own[l] as number) * (own[m] as number);
          information[l * size + m] = (information[l * size + m] as number) + bend;
        }
      }
    }
  }
  return { gradient, information };
}

/** A few scoring steps of one item, each halved until it climbs. */
export function maximiseScores(model: ScoreModel, counts: ScoreCounts, start: ScoreParameters): ScoreParameters {
  let at = start;
  let objective = scoreObjective(model, counts, at);
  for (let step = 0; step < 4; step++) {
    const { gradient, information } = scoreSlopes(model, counts, at);
    const move = solvePositive(information, gradient);
    if (move === null) break;
    let share = 1;
    let moved = at;
    let reached = Number.NEGATIVE_INFINITY;
    for (let halving = 0; halving < 12 && !(reached >= objective - 1e-13 * Math.abs(objective)); halving++) {
      moved = at.map((x, k) => x + share * (move[k] as number));
      reached = scoreObjective(model, counts, moved);
      share /= 2;
    }
    if (!(reached >= objective - 1e-13 * Math.abs(objective))) break;
    [at, objective] = [moved, reached];
  }
  return at;
}

/** Whether parameters are an item, if perhaps one that falls: a graded one needs falling intercepts. */
export function isItem(model: ScoreModel, [a = 0, ...intercepts]: Iterable<number>): boolean {
  if (a === 0 || ![a, ...intercepts].every(Number.isFinite)) return false;
  return model === 'gpcm' || intercepts.every((d, k) => k === 0 || d < (intercepts[k - 1] as number));
}

/** Per score, the derivatives of its probability by slope and intercepts. */
function derivatives(
  model: ScoreModel,
  at: ScoreParameters,
  { theta, probability }: { theta: number; probability: number[] },
): Float64Array[] {
  const size = at.length;
  if (model === 'gpcm') {
    const mean = probability.reduce((sum, p, k) => sum + k * p, 0);
    return probability.map((p, k) =>
      Float64Array.from({ length: size }, (_, l) =>
        l === 0 ? p * theta * (k - mean) : p * ((k === l ? 1 : 0) - (probability[l] as number)),
      ),
    );
  }
  const density = (k: number) => {
    if (k === 0 || k === size) return 0;
    const odds = Math.exp(-Math.abs((at[0] as number) * theta + (at[k] as number)));
    return odds / (1 + odds) ** 2;
  };
  return probability.map((_, k) => {
    const by = new Float64Array(size);
    by[0] = theta * (density(k) - density(k + 1));
    if (k > 0) by[k] = density(k);
    if (k + 1 < size) by[k + 1] = -density(k + 1);
    return by;
  });
}
