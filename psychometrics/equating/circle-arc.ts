import { checkFrequencies, describeScores, type Frequencies } from './frequencies.ts';

/** A raw score on one form and what it is worth on the other. */
export type Correspondence = { from: number; to: number };

/**
 * Equivalents on an arc through two ends that are laid down and the means of the two groups: strong assumptions, so it does
 * better than others with fewer than some hundred people. The simplified method: a line through the ends, and on it an arc
 * of a circle for what is not linear.
 *
 * @param ends lowest and highest meaningful score of the two forms, such as chance level and all right
 * @returns for each raw score 0…K of `from`, its equivalent on `to`; on the line beyond the ends
 * @throws RangeError if frequencies are impossible, an end is not finite, or the mean of `from` is not between
 *   the ends
 * @formula arcHeight = centre.y + sign * sqrt(radius ** 2 - (x - centre.x) ** 2)
 * @see Livingston & Kim (2009)
 */
export function equateByArc(
  from: Frequencies,
  to: Frequencies,
  ends: readonly [Correspondence, Correspondence],
): number[] {
  checkFrequencies(from);
  checkFrequencies(to);
  const middle = { from: describeScores(from).mean, to: describeScores(to).mean };
  return equivalentsOnArc(middle, ends, from.length - 1);
}

/**
 * Equivalents on an arc through two ends and a middle that an anchor tells: the mean of the group that sat the new form, and
 * what it is worth by a line through the anchor (Tucker's, Levine's, a chain), which with few people is trusted there only.
 *
 * @param middle in raw points, such as `{ from: mean, to: slope * mean + intercept }`
 * @param ends lowest and highest meaningful score of the two forms
 * @param highest raw score of the one form
 * @returns for each raw score 0…highest, its equivalent; on the line beyond the ends
 * @throws RangeError if a score is not finite, the middle is not between the ends, or the highest score is no whole number
 *   from 0
 * @see Livingston & Kim (2009), the chained circle-arc
 */
export function equivalentsOnArc(
  middle: Correspondence,
  ends: readonly [Correspondence, Correspondence],
  highest: number,
): number[] {
  const [low, high] = ends;
  const odd = [middle, ...ends].find((one) => !(Number.isFinite(one.from) && Number.isFinite(one.to)));
  if (odd !== undefined) throw new RangeError(`from ${odd.from} to ${odd.to}: both are raw scores`);
  if (!(middle.from > low.from && middle.from < high.from)) {
    throw new RangeError(`mean ${middle.from} is not between the ends`);
  }
  if (!(Number.isInteger(highest) && highest >= 0)) throw new RangeError(`highest raw score ${highest}`);
  const lineAt = (x: number) => low.to + ((high.to - low.to) / (high.from - low.from)) * (x - low.from);
  const height = middle.to - lineAt(middle.from);
  const arcAt = height === 0 ? () => 0 : arcThrough([low.from, middle.from, high.from], height);
  return Array.from({ length: highest + 1 }, (_, x) => lineAt(x) + (x < low.from || x > high.from ? 0 : arcAt(x)));
}

/** The arc that is 0 at both ends and `height` in the middle. */
function arcThrough([left, middle, right]: readonly [number, number, number], height: number): (x: number) => number {
  const centre = { x: (left + right) / 2, y: 0 };
  // Equally far from an end and from the middle point.
  centre.y = (height ** 2 + (middle - centre.x) ** 2 - (left - centre.x) ** 2) / (2 * height);
  const square = (left - centre.x) ** 2 + centre.y ** 2;
  const sign = height > centre.y ? 1 : -1;
  return (x) => centre.y + sign * Math.sqrt(Math.max(0, square - (x - centre.x) ** 2));
}
