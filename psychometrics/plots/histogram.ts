import { roundStep } from './scale.ts';

/** Counts in bins of equal width from `low` upwards. */
export type Histogram = { readonly low: number; readonly width: number; readonly counts: readonly number[] };

const BINS = 36;
const NARROWEST = 2;
/** What is left free beyond the farthest values, as a share of the whole. */
const AIR = 0.02;

/** Bins with round edges that hold all these values. */
export function binsFor(...values: readonly (readonly number[])[]): Histogram {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values.flat()) [low, high] = [Math.min(low, value), Math.max(high, value)];
  const middle = (low + high) / 2;
  const air = AIR * Math.max(high - low, NARROWEST);
  return binsOver([Math.min(low - air, middle - NARROWEST / 2), Math.max(high + air, middle + NARROWEST / 2)]);
}

/** Empty bins with round edges over a range. */
export function binsOver([low, high]: readonly [number, number]): Histogram {
  const width = roundStep(high - low, BINS);
  const [first, last] = [Math.floor(low / width + 1e-9), Math.ceil(high / width - 1e-9)];
  return { low: first * width, width, counts: new Array<number>(Math.max(1, last - first)).fill(0) };
}

/** The other end of the bins. */
export function endOf({ low, width, counts }: Histogram): number {
  return low + width * counts.length;
}

/** How much weight falls into each bin; what is outside falls nowhere. */
export function countInto(bins: Histogram, values: readonly number[], weights?: readonly number[]): Histogram {
  const counts = bins.counts.map(() => 0);
  const end = endOf(bins);
  for (const [at, value] of values.entries()) {
    if (!(value >= bins.low && value <= end)) continue;
    const bin = Math.min(counts.length - 1, Math.floor((value - bins.low) / bins.width + 1e-9));
    counts[bin] = (counts[bin] ?? 0) + (weights?.[at] ?? 1);
  }
  return { ...bins, counts };
}
