import { logistic } from '../models/logistic.ts';
import { solvePositive } from '../numerics/linear.ts';
import { climb } from './item-maximum.ts';
import { type ItemPrior, logPrior } from './slope-intercept.ts';

/** Log discrimination, intercept d and log-odds of the lower asymptote: free of bounds. */
export type GuessingParameters = readonly [logSlope: number, intercept: number, logitAsymptote: number];

/** Persons at the nodes, and of them those who had the item right. */
export type RightCounts = { nodes: Float64Array; nodeCounts: Float64Array; rightCounts: Float64Array };

/** Prior of an item with guessing: of c a beta distribution beside what any item has. */
export type GuessingPrior = ItemPrior & { asymptote: { alpha: number; beta: number } | null };

const STEPS = 2;
const SETTLED = 1e-9;
/** No step is longer: where a curve is nearly flat, Newton would go out of the world. */
const LONGEST = 4;

/** A slope e^λ, intercept and asymptote from free parameters. */
export function readGuessing([logSlope, d, logitC]: GuessingParameters): { a: number; d: number; c: number } {
  return { a: Math.exp(logSlope), d, c: logistic(logitC) };
}

/** Expected log-likelihood and log priors of one item. */
function guessingObjective(counts: RightCounts, prior: GuessingPrior, at: GuessingParameters): number {
  const { a, d, c } = readGuessing(at);
  let objective = guessingLogPrior(prior, at);
  const logNotGuessing = Math.log1p(-c);
  for (let q = 0; q < counts.nodes.length; q++) {
    const odds = Math.exp(-a * (counts.nodes[q] as number) - d);
    const right = counts.rightCounts[q] as number;
    const wrong = (counts.nodeCounts[q] as number) - right;
    // log P = log(1 + c odds) − log(1 + odds), log(1 − P) = log((1 − c) odds) − log(1 + odds).
    objective += right * Math.log1p(c * odds) + wrong * (logNotGuessing - a * (counts.nodes[q] as number) - d);
    objective -= (right + wrong) * Math.log1p(odds);
  }
  return objective;
}

/** Log priors of one item. */
export function guessingLogPrior(prior: GuessingPrior, at: GuessingParameters): number {
  const { a, d, c } = readGuessing(at);
  const log = logPrior(prior, a, d);
  if (prior.asymptote === null) return log;
  return log + (prior.asymptote.alpha - 1) * Math.log(c) + (prior.asymptote.beta - 1) * Math.log1p(-c);
}

/**
 * Gradient by the free parameters, and information, 3 × 3: minus the second derivatives, or, if `isCautious`, what is
 * expected of them (Fisher scoring), which leads upwards from anywhere but oscillates at the summit of an item that does
 * not fit.
 */
export function guessingSlopes(
  counts: RightCounts,
  prior: GuessingPrior,
  at: GuessingParameters,
  isCautious = false,
): { gradient: Float64Array; information: Float64Array } {
  const { a, d, c } = readGuessing(at);
  // One number each rather than arrays: this is the innermost loop of a calibration.
  let [byLogSlope, byIntercept, byAsymptote] = [0, 0, 0];
  let [info00, info01, info02, info11, info12, info22] = [0, 0, 0, 0, 0, 0];
  for (let q = 0; q < counts.nodes.length; q++) {
    const slope = a * (counts.nodes[q] as number);
    const knows = logistic(slope + d);
    const p = c + (1 - c) * knows;
    const count = counts.nodeCounts[q] as number;
    const right = counts.rightCounts[q] as number;
    const surprise = (right - count * p) / p;
    const gain = surprise * knows;
    byLogSlope += gain * slope;
    byIntercept += gain;
    byAsymptote += surprise * c;
    // 1 − P = (1 − c)(1 − knows), of which the exact second derivatives have a part with the answers that were seen.
    const weight = isCautious ? (count * (1 - p)) / p : (right * (1 - p)) / (p * p);
    const bend = isCautious ? 0 : 1;
    const both = weight * knows * knows - bend * gain * (1 - knows);
    const mixed = weight * knows * c;
    info00 += both * slope * slope - bend * gain * slope;
    info01 += both * slope;
    info02 += mixed * slope;
    info11 += both;
    info12 += mixed;
    info22 += weight * c * c - bend * surprise * c * (1 - c);
  }
  const gradient = Float64Array.of(byLogSlope, byIntercept, byAsymptote);
  const information = Float64Array.of(info00, info01, info02, info01, info11, info12, info02, info12, info22);
  addPriors(gradient, information, { a, d, c, prior, isCautious });
  return { gradient, information };
}

/** A few Newton steps of one item to the summit of its objective, each halved until it climbs. */
export function maximiseGuessing(
  counts: RightCounts,
  prior: GuessingPrior,
  start: GuessingParameters,
): GuessingParameters {
  let at = start;
  let objective = guessingObjective(counts, prior, at);
  for (let step = 0; step < STEPS; step++) {
    const exact = guessingSlopes(counts, prior, at);
    const cautious = () => guessingSlopes(counts, prior, at, true);
    const full =
      solvePositive(exact.information, exact.gradient) ?? solvePositive(cautious().information, exact.gradient);
    if (full === null) break;
    const longest = full.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    const move = longest > LONGEST ? full.map((one) => (one * LONGEST) / longest) : full;
    const moved = (share: number): GuessingParameters => [
      at[0] + share * (move[0] as number),
      at[1] + share * (move[1] as number),
      at[2] + share * (move[2] as number),
    ];
    const reached = climb(objective, (share) => guessingObjective(counts, prior, moved(share)));
    if (reached === null) break;
    at = moved(reached.share);
    objective = reached.objective;
    if (move.every((one) => Math.abs(one) < SETTLED)) break;
  }
  return at;
}

function addPriors(
  gradient: Float64Array,
  information: Float64Array,
  { a, d, c, prior, isCautious }: { a: number; d: number; c: number; prior: GuessingPrior; isCautious: boolean },
): void {
  const add = (k: number, by: number, info: number) => {
    gradient[k] = (gradient[k] as number) + by;
    information[k * 4] = (information[k * 4] as number) + info;
  };
  if (prior.difficulty !== null) {
    // b = −d e^−λ: its derivative by λ is −b, by d −1 / a.
    const b = -d / a;
    const precision = 1 / prior.difficulty.sd ** 2;
    const pull = (prior.difficulty.mean - b) * precision;
    add(0, pull * -b, precision * b * b);
    add(1, -pull / a, precision / (a * a));
    // Second derivatives of b: b by λ twice, 1 / a by λ and d.
    if (!isCautious) information[0] = (information[0] as number) - pull * b;
    const mixed = (precision * b - (isCautious ? 0 : pull)) / a;
    information[1] = (information[1] as number) + mixed;
    information[3] = (information[3] as number) + mixed;
  }
  if (prior.logDiscrimination !== null) {
    const precision = 1 / prior.logDiscrimination.sd ** 2;
    add(0, (prior.logDiscrimination.mean - Math.log(a)) * precision, precision);
  }
  if (prior.asymptote !== null) {
    const { alpha, beta } = prior.asymptote;
    add(2, (alpha - 1) * (1 - c) - (beta - 1) * c, (alpha + beta - 2) * c * (1 - c));
  }
}
