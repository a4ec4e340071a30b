import { findRoot } from './root.ts';

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const TINY = 1e-300;
const DIGITS = 1e-15;

/** Log of the gamma function for x > 0. @see Lanczos (1964), g = 7, nine terms */
export function logGamma(x: number): number {
  const at = x - 1;
  const t = at + 7.5;
  const series = LANCZOS.reduce((sum, term, k) => (k === 0 ? term : sum + term / (at + k)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(series);
}

/**
 * Chance that a chi-square number is at least x: the p-value of a test.
 *
 * @param freedom degrees of freedom, above 0
 * @see Abramowitz & Stegun (1964), 6.5.29 and 6.5.31
 */
export function chiSquareAbove(x: number, freedom: number): number {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const [a, z] = [freedom / 2, x / 2];
  const scale = Math.exp(a * Math.log(z) - z - logGamma(a));
  if (z < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; Math.abs(term) > sum * DIGITS; k++) {
      term *= z / (a + k);
      sum += term;
    }
    return 1 - scale * sum;
  }
  let b = z + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1, change = 0; Math.abs(change - 1) > DIGITS && k < 10_000; k++) {
    b += 2;
    d = 1 / (k * (a - k) * d + b || TINY);
    c = b + (k * (a - k)) / c || TINY;
    change = c * d;
    fraction *= change;
  }
  return scale * fraction;
}

/** Chance that a standard normal number is at least z, exact in both tails; of at most z, give -z. */
export function normalAbove(z: number): number {
  const bothTails = chiSquareAbove(z * z, 1);
  return z >= 0 ? bothTails / 2 : 1 - bothTails / 2;
}

/**
 * The regularised incomplete beta function, for x in [0, 1].
 *
 * @see Abramowitz & Stegun (1964), 26.5.8
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
  let fraction = d;
  for (let k = 1, change = 0; Math.abs(change - 1) > DIGITS && k < 10_000; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / (1 + even * d || TINY);
    c = 1 + even / c || TINY;
    fraction *= c * d;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / (1 + odd * d || TINY);
    c = 1 + odd / c || TINY;
    change = c * d;
    fraction *= change;
  }
  return scale * fraction;
}

/** The number below which an F number falls with chance p, for p in (0, 1). */
export function fQuantile(p: number, [above, below]: readonly [number, number]): number {
  const x = findRoot((at) => incompleteBeta(at, above / 2, below / 2) - p, [0, 1], 1e-15);
  return (below * x) / (above * (1 - x));
}
