/**
 * What a group that sat one form and an anchor test scored: means and standard deviations in raw points, and the covariance
 * of form and anchor, all with n − 1 (or all with n).
 */
export type AnchorGroup = { mean: number; sd: number; anchorMean: number; anchorSd: number; covariance: number };

/** A raw score's equivalent is `slope * score + intercept`. */
export type EquatingLine = { slope: number; intercept: number };

/**
 * Describes a group from its people's scores.
 *
 * @param totals raw score of each person on the form; with an internal anchor, its items included
 * @param anchors raw score of each person on the anchor
 * @throws RangeError if there are not as many of both, fewer than two, or one is not a finite number
 * @formula covariance = sum(totals, (x, i) => (x - mean) * (anchors[i] - anchorMean)) / (totals.length - 1)
 * @see Kolen & Brennan (2014), chapter 4
 */
export function describeAnchorGroup(totals: readonly number[], anchors: readonly number[]): AnchorGroup {
  if (totals.length !== anchors.length)
    throw new RangeError(`${totals.length} totals, ${anchors.length} anchor scores`);
  if (totals.length < 2) throw new RangeError(`${totals.length} people: at least 2 are needed`);
  const wrong = totals.findIndex((total, i) => !Number.isFinite(total) || !Number.isFinite(anchors[i]));
  if (wrong >= 0) throw new RangeError(`person ${wrong + 1}: scores ${totals[wrong]} and ${anchors[wrong]}`);
  const people = totals.length;
  const mean = totals.reduce((sum, x) => sum + x, 0) / people;
  const anchorMean = anchors.reduce((sum, v) => sum + v, 0) / people;
  let [squares, anchorSquares, products] = [0, 0, 0];
  for (const [i, total] of totals.entries()) {
    const [x, v] = [total - mean, (anchors[i] ?? 0) - anchorMean];
    squares += x * x;
    anchorSquares += v * v;
    products += x * v;
  }
  const [sd, anchorSd] = [Math.sqrt(squares / (people - 1)), Math.sqrt(anchorSquares / (people - 1))];
  return { mean, sd, anchorMean, anchorSd, covariance: products / (people - 1) };
}

/**
 * Equivalents on a line.
 *
 * @param highest raw score of the one form
 * @returns for each raw score 0…highest, its equivalent; it may lie outside of what the other form can give
 * @throws RangeError if the highest score is no whole number from 0, or the line is not finite
 * @formula equivalentOnLine = slope * score + intercept
 */
export function equivalentsOnLine({ slope, intercept }: EquatingLine, highest: number): number[] {
  if (!(Number.isInteger(highest) && highest >= 0)) throw new RangeError(`highest raw score ${highest}`);
  if (!(Number.isFinite(slope) && Number.isFinite(intercept))) throw new RangeError(`line ${slope} x + ${intercept}`);
  return Array.from({ length: highest + 1 }, (_, score) => slope * score + intercept);
}

/** @throws RangeError if a figure is impossible, or the anchor does not go with the form */
export function checkAnchorGroup({ mean, sd, anchorMean, anchorSd, covariance }: AnchorGroup): void {
  if (![mean, sd, anchorMean, anchorSd, covariance].every(Number.isFinite) || !(sd > 0 && anchorSd > 0)) {
    throw new RangeError(`means ${mean} and ${anchorMean}, deviations ${sd} and ${anchorSd}: both scores must vary`);
  }
  const correlation = covariance / (sd * anchorSd);
  if (!(correlation > 0 && correlation <= 1 + 1e-9)) {
    throw new RangeError(`form and anchor correlate by ${correlation}: an anchor must measure what the form does`);
  }
}
