import { normalAbove } from '../numerics/distributions.ts';
import { findRoot } from '../numerics/root.ts';
import { checkFrequencies, type Frequencies } from './frequencies.ts';

/** A distribution of raw scores made continuous: the shares of people below and above a point, and the density there. */
export type ContinuousScores = {
  below: (x: number) => number;
  above: (x: number) => number;
  density: (x: number) => number;
};

/** Bandwidths looked at, in raw points. */
const [NARROWEST, WIDEST] = [0.2, 4];
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Raw scores made continuous by a normal kernel that keeps their mean and variance.
 *
 * @param bandwidth in raw points, above 0
 * @throws RangeError if frequencies are impossible, or the bandwidth is not above 0
 * @formula continuousBelow = sum(shares, (r, score) => r * normalBelow((x - a * score - (1 - a) * mean) / (a * h)))
 * @see von Davier, Holland & Thayer (2004), chapter 4; a² = σ² / (σ² + h²) keeps the variance
 */
export function smoothScores(frequencies: Frequencies, bandwidth: number): ContinuousScores {
  checkFrequencies(frequencies);
  if (!(bandwidth > 0 && Number.isFinite(bandwidth))) throw new RangeError(`bandwidth ${bandwidth} is not above 0`);
  const { shares, mean, variance } = sharesOf(frequencies);
  const a = Math.sqrt(variance / (variance + bandwidth ** 2));
  const places = shares.map((_, score) => a * score + (1 - a) * mean);
  const width = a * bandwidth;
  const over = (of: (z: number) => number) => (x: number) =>
    shares.reduce((sum, share, score) => (share > 0 ? sum + share * of((x - (places[score] ?? 0)) / width) : sum), 0);
  return {
    below: over((z) => normalAbove(-z)),
    above: over(normalAbove),
    density: over((z) => Math.exp(-0.5 * z * z) / (width * Math.sqrt(2 * Math.PI))),
  };
}

/**
 * The bandwidth at which the continuous density is nearest to the shares at whole scores.
 *
 * @returns in raw points, from 0.2 to 4
 * @throws RangeError if frequencies are impossible
 * @formula penalty = sum(shares, (r, score) => (r - density(score)) ** 2)
 * @see von Davier, Holland & Thayer (2004), chapter 4
 */
export function chooseBandwidth(frequencies: Frequencies): number {
  const penalty = (log: number) => penaliseBandwidth(frequencies, Math.exp(log));
  let [low, high] = [Math.log(NARROWEST), Math.log(WIDEST)];
  while (high - low > 1e-4) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (penalty(left) <= penalty(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** How far the continuous density is from the shares at whole scores: the penalty of a bandwidth. */
export function penaliseBandwidth(frequencies: Frequencies, bandwidth: number): number {
  const { density } = smoothScores(frequencies, bandwidth);
  return sharesOf(frequencies).shares.reduce((sum, share, score) => sum + (share - density(score)) ** 2, 0);
}

/**
 * Equivalents with the same rank in distributions made continuous by kernels: between equating by percentiles (narrow) and
 * linear equating, which very wide kernels lead to. Smooth the frequencies first.
 *
 * @param bandwidths in raw points, of `from` and `to`; chosen by `chooseBandwidth` if not said
 * @returns for each raw score 0…K of `from`, its equivalent on `to`; it may lie outside of what `to` can give
 * @throws RangeError if frequencies are impossible, or a bandwidth is not above 0
 * @see von Davier, Holland & Thayer (2004), chapter 4
 */
export function equateByKernel(
  from: Frequencies,
  to: Frequencies,
  bandwidths: readonly [number, number] = [chooseBandwidth(from), chooseBandwidth(to)],
): number[] {
  const [source, target] = [smoothScores(from, bandwidths[0]), smoothScores(to, bandwidths[1])];
  const reach = 40 * Math.max(1, ...bandwidths) + to.length;
  return from.map((_, score) => {
    // The smaller tail keeps its digits.
    const isLow = source.below(score) < 0.5;
    const rank = isLow ? source.below(score) : source.above(score);
    if (rank === 0) return isLow ? -0.5 : to.length - 0.5;
    const excess = isLow ? (y: number) => target.below(y) - rank : (y: number) => rank - target.above(y);
    return findRoot(excess, [-reach, to.length + reach]);
  });
}

function sharesOf(frequencies: Frequencies): { shares: number[]; mean: number; variance: number } {
  const people = frequencies.reduce((sum, count) => sum + count, 0);
  const shares = frequencies.map((count) => count / people);
  const mean = shares.reduce((sum, share, score) => sum + share * score, 0);
  const variance = shares.reduce((sum, share, score) => sum + share * (score - mean) ** 2, 0);
  return { shares, mean, variance };
}
