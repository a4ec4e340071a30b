/** An item's difficulty then and now, on one scale, in logits. */
export type TwoDifficulties = { before: number; now: number };

/** How an item moved against the others. */
export type Drift = { z: number; hasDrifted: boolean };

/** Two-sided, one in twenty of items that did not move. */
const CRITICAL = 1.959963984540054;
/** Share of a normal distribution's standard deviation in its interquartile range. */
const QUARTILES = 0.74;

/**
 * Which items became easier or harder than the others did, by robust z: how far an item's change is from the median change,
 * in units that a few drifting items cannot stretch. An item that has become easier may be known; one in twenty is marked
 * by chance alone.
 *
 * @returns one per item; z is infinite where all others moved alike
 * @throws RangeError if there are fewer than four items: quartiles of fewer say nothing
 * @formula robustZ = (change - median) / (0.74 * (upperQuartile - lowerQuartile))
 * @see Huynh & Meyer (2010)
 */
export function measureDrift(items: readonly TwoDifficulties[]): Drift[] {
  if (items.length < 4) throw new RangeError(`${items.length} items: drift is measured against at least three others`);
  const changes = items.map(({ before, now }) => now - before);
  if (!changes.every(Number.isFinite)) throw new RangeError('a difficulty is not a finite number');
  const sorted = changes.toSorted((l, r) => l - r);
  const median = quantile(sorted, 0.5);
  const unit = QUARTILES * (quantile(sorted, 0.75) - quantile(sorted, 0.25));
  return changes.map((change) => {
    const z = change === median ? 0 : (change - median) / unit;
    return { z, hasDrifted: Math.abs(z) > CRITICAL };
  });
}

/** Between the two nearest, in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (at - Math.floor(at)) * (high - low);
}
