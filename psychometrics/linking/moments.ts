import type { CommonItem, Link } from './link.ts';

/**
 * The link by mean discriminations and mean difficulties.
 *
 * @param common items on both scales
 * @throws RangeError if there is none, or they discriminate in opposite directions on the two scales
 * @formula meanMeanSlope = mean(aFrom) / mean(aTo)
 * @formula momentIntercept = mean(bTo) - slope * mean(bFrom)
 * @see Loyd & Hoover (1980)
 */
export function linkByMeans(common: readonly CommonItem[]): Link {
  checkCommon(common, 1);
  const slope = mean(common.map(({ from }) => from.a)) / mean(common.map(({ to }) => to.a));
  if (!(slope > 0 && Number.isFinite(slope))) {
    throw new RangeError(
      'on average the common items discriminate in opposite directions, or not at all: look at them',
    );
  }
  return { slope, intercept: interceptOf(common, slope) };
}

/**
 * The link by means and spreads of difficulties; the spread is that of the items at hand (divided by their number).
 *
 * @param common items on both scales
 * @throws RangeError if there are fewer than two, or they are all equally difficult
 * @formula meanSigmaSlope = sd(bTo) / sd(bFrom)
 * @see Marco (1977)
 */
export function linkBySpreads(common: readonly CommonItem[]): Link {
  checkCommon(common, 2);
  const slope = spread(common.map(({ to }) => to.b)) / spread(common.map(({ from }) => from.b));
  if (!(slope > 0 && Number.isFinite(slope))) throw new RangeError('the common items are all equally difficult');
  return { slope, intercept: interceptOf(common, slope) };
}

/** @throws RangeError if there are fewer common items than `least`, or one is not finite */
export function checkCommon(common: readonly CommonItem[], least: number): void {
  if (common.length < least) throw new RangeError(`${common.length} common items: at least ${least} are needed`);
  for (const [at, { from, to }] of common.entries()) {
    if (![from.a, from.b, to.a, to.b].every(Number.isFinite)) {
      throw new RangeError(`common item ${at + 1}: a = ${from.a} and ${to.a}, b = ${from.b} and ${to.b}`);
    }
  }
}

function interceptOf(common: readonly CommonItem[], slope: number): number {
  return mean(common.map(({ to }) => to.b)) - slope * mean(common.map(({ from }) => from.b));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}

function spread(numbers: readonly number[]): number {
  const centre = mean(numbers);
  return Math.sqrt(mean(numbers.map((x) => (x - centre) ** 2)));
}
