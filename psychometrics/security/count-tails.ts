import { chiSquareAbove, incompleteBeta, logGamma } from '../numerics/distributions.ts';

/** Chance of at least x successes in n trials that each succeed with chance p. @see Abramowitz & Stegun (1964), 26.5.24 */
export function binomialAtLeast(x: number, { trials, chance }: { trials: number; chance: number }): number {
  if (x <= 0) return 1;
  return x > trials ? 0 : incompleteBeta(chance, x, trials - x + 1);
}

/** Chance of at least x events where so many are expected; exact far out too. @see Abramowitz & Stegun (1964), 26.4.21 */
export function poissonAtLeast(x: number, mean: number): number {
  if (x <= 0) return 1;
  if (Number.isNaN(mean)) return Number.NaN;
  if (x <= mean) return 1 - chiSquareAbove(2 * mean, 2 * x);
  let term = Math.exp(x * Math.log(mean) - mean - logGamma(x + 1));
  let sum = 0;
  for (let at = x; term > sum * 1e-17; at++) {
    sum += term;
    term *= mean / (at + 1);
  }
  return sum;
}

/**
 * Chance of at least x events where so many are expected and the variance is mean + excess · mean²; Poisson's for no excess.
 *
 * @see Johnson, Kemp & Kotz (2005), chapter 5
 */
export function negativeBinomialAtLeast(x: number, { mean, excess }: { mean: number; excess: number }): number {
  if (x <= 0) return 1;
  // So near to Poisson's the gamma functions would lose more digits than the two differ by.
  if (!(excess > 1e-8)) return poissonAtLeast(x, mean);
  const size = 1 / excess;
  return incompleteBeta(mean / (mean + size), x, size);
}
