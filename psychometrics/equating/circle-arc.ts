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
  const [low, high] = ends;
  const odd = ends.find((end) => !(Number.isFinite(end.from) && Number.isFinite(end.to)));
  if (odd !== undefined) throw new RangeError(`end from ${odd.from} to ${odd.to}: both are raw scores`);
  const middle = describeScores(from).mean;
  if (!(middle > low.from && middle < high.from)) throw new RangeError(`mean ${middle} is not between the ends`);
  const lineAt = (x: number) => low.to + ((high.to - low.to) / (high.from - low.from)) * (x - low.from);
  const height = describeScores(to).mean - lineAt(middle);
  return from.map((_, x) => {
    if (height === 0 || x < low.from || x > high.from) return lineAt(x);
    return lineAt(x) + arcThrough([low.from, middle, high.from], height)(x);
  });
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
