import { chiSquareAbove } from '../numerics/distributions.ts';
import { solvePositive } from '../numerics/linear.ts';
import { checkFrequencies, type Frequencies } from './frequencies.ts';

/**
 * Smoothed frequencies: as many people, and the same first moments, as many as the degree. `statistic` is the likelihood
 * ratio against the observed ones, chi-square with `freedom` if the smoothing loses nothing but chance; of several degrees
 * the one with the least `aic` loses least.
 */
export type SmoothedFrequencies = {
  frequencies: number[];
  degree: number;
  statistic: number;
  freedom: number;
  pValue: number;
  aic: number;
};

const MAX_STEPS = 100;
const TOLERANCE = 1e-10;

/**
 * Smooths how many people had each raw score by a log-linear model, before equating by percentiles: the log of a frequency
 * is a polynomial in the score. It takes away what is chance; a degree too low takes away the distribution's own shape too.
 *
 * @param degree whole, from 1 to K; it keeps as many moments
 * @throws RangeError if frequencies are impossible, the degree is no such number, or the observed scores are too few for it
 * @formula logFrequency = sum(coefficients, (b, power) => b * x ** power)
 * @formula smoothingRatio = 2 * sum(observed, (n, x) => (n > 0 ? n * log(n / fitted[x]) : 0))
 * @formula aic = smoothingRatio + 2 * (degree + 1)
 * @see Holland & Thayer (1987, 2000); Moses & Holland (2009) for the choice by AIC
 */
export function smoothFrequencies(frequencies: Frequencies, degree: number): SmoothedFrequencies {
  checkFrequencies(frequencies);
  if (!(Number.isInteger(degree) && degree >= 1 && degree < frequencies.length)) {
    throw new RangeError(`degree ${degree}: a whole number from 1 to ${frequencies.length - 1}`);
  }
  const reached = frequencies.filter((count) => count > 0).length;
  if (reached <= degree) {
    throw new RangeError(`${reached} raw scores were reached: a degree of ${degree} needs more, choose a lower one`);
  }
  const fitted = fitPoisson(frequencies, orthogonalPowers(frequencies.length, degree));
  const statistic =
    2 * frequencies.reduce((sum, n, x) => sum + (n > 0 ? n * Math.log(n / (fitted[x] ?? Number.NaN)) : 0), 0);
  const freedom = frequencies.length - degree - 1;
  const pValue = freedom > 0 ? chiSquareAbove(statistic, freedom) : 1;
  return { frequencies: fitted, degree, statistic, freedom, pValue, aic: statistic + 2 * (degree + 1) };
}

/**
 * Smooths by the degree, of 1 to `most`, with the least AIC.
 *
 * @param most the highest degree to try
 * @returns people at each raw score 0…K
 * @throws RangeError as `smoothFrequencies`; degrees that so few scores do not allow are not tried
 * @see Moses & Holland (2009)
 */
export function smoothBest(frequencies: Frequencies, most = 8): SmoothedFrequencies {
  const reached = frequencies.filter((count) => count > 0).length;
  let best = smoothFrequencies(frequencies, 1);
  for (let degree = 2; degree <= Math.min(most, reached - 1); degree++) {
    const next = smoothFrequencies(frequencies, degree);
    if (next.aic < best.aic) best = next;
  }
  return best;
}

/** Maximum likelihood by Newton's method, with steps halved until they lead upwards. */
function fitPoisson(frequencies: Frequencies, basis: readonly Float64Array[]): number[] {
  const people = frequencies.reduce((sum, count) => sum + count, 0);
  let coefficients = Float64Array.from(basis, (_, k) =>
    k === 0 ? Math.log(people / frequencies.length) * Math.sqrt(frequencies.length) : 0,
  );
  let at = heightAt(frequencies, basis, coefficients);
  for (let step = 0; step < MAX_STEPS; step++) {
    const { gradient, information } = slopesAt(frequencies, basis, at.fitted);
    const move = solvePositive(information, gradient);
    if (move === null) break;
    let part = 1;
    let next = coefficients;
    let there = at;
    do {
      next = coefficients.map((b, k) => b + part * (move[k] ?? 0));
      there = heightAt(frequencies, basis, next);
      part /= 2;
    } while (!(there.height >= at.height - TOLERANCE * people) && part > 1e-9);
    const isThere = move.every((by) => Math.abs(by) < TOLERANCE);
    [coefficients, at] = [next, there];
    if (isThere) return at.fitted;
  }
  throw new RangeError('the smoothing does not converge: choose a lower degree');
}

function heightAt(frequencies: Frequencies, basis: readonly Float64Array[], coefficients: Float64Array) {
  const logs = frequencies.map((_, x) =>
    basis.reduce((sum, power, k) => sum + (coefficients[k] ?? 0) * (power[x] ?? 0), 0),
  );
  const fitted = logs.map(Math.exp);
  const height = frequencies.reduce((sum, n, x) => sum + n * (logs[x] ?? 0) - (fitted[x] ?? 0), 0);
  return { height, fitted };
}

function slopesAt(frequencies: Frequencies, basis: readonly Float64Array[], fitted: readonly number[]) {
  const size = basis.length;
  const over = (of: (x: number) => number) => frequencies.reduce((sum, _, x) => sum + of(x), 0);
  const gradient = Float64Array.from(basis, (power) =>
    over((x) => (power[x] ?? 0) * ((frequencies[x] ?? 0) - (fitted[x] ?? 0))),
  );
  const information = new Float64Array(size * size);
  for (const [k, one] of basis.entries()) {
    for (const [l, other] of basis.entries()) {
      information[k * size + l] = over((x) => (one[x] ?? 0) * (other[x] ?? 0) * (fitted[x] ?? 0));
    }
  }
  return { gradient, information };
}

/** Polynomials of rising degree on 0…K, orthogonal and of length 1, so that high powers do not drown the low. */
function orthogonalPowers(length: number, degree: number): Float64Array[] {
  const basis: Float64Array[] = [];
  const place = Float64Array.from({ length }, (_, x) => (2 * x) / (length - 1) - 1);
  for (let k = 0; k <= degree; k++) {
    const last = basis[k - 1];
    let power = last === undefined ? new Float64Array(length).fill(1) : last.map((p, x) => p * (place[x] ?? 0));
    // Twice is enough against rounding.
    for (const lower of [...basis, ...basis]) {
      const along = power.reduce((sum, p, x) => sum + p * (lower[x] ?? 0), 0);
      power = power.map((p, x) => p - along * (lower[x] ?? 0));
    }
    const size = Math.sqrt(power.reduce((sum, p) => sum + p * p, 0));
    basis.push(power.map((p) => p / size));
  }
  return basis;
}
