import type { Responses } from '../calibration/responses.ts';
import type { Item } from '../models/item.ts';
import { fittedAnswers } from './fitted-answers.ts';

/** Two items (places from 0): the correlation of their residuals, and the same less the mean of all pairs. */
export type ItemPair = { first: number; second: number; q3: number; adjusted: number };

/**
 * Local dependence by Q3: whether two items share more than ability (one text, one trick, one answer that gives the other
 * away). Residuals of independent items correlate at about −1 / (items − 1), since abilities are estimated from the same
 * answers; so `adjusted` is the one to look at. There is no fixed border: 0.2 above the mean is usual, and sure only
 * against data simulated from the fitted items.
 *
 * @param abilities in logits, one per row; rows whose ability is not finite are left out
 * @returns all pairs, the most dependent first; q3 is not a number for pairs that fewer than two people answered or on which
 *   nothing varies, and these are last and out of the mean
 * @throws RangeError if items, responses and abilities do not fit together
 * @formula q3 = sum(d, (di, i) => (di - md) * (e[i] - me)) / ((persons - 1) * sd * se)
 * @formula adjustedQ3 = q3 - sum(all, (one) => one) / all.length
 * @see Yen (1984); Marais (2013) and Christensen, Makransky & Horton (2017) for the difference from the mean
 */
export function measureLocalDependence(
  items: readonly Item[],
  responses: Responses,
  abilities: ArrayLike<number>,
): ItemPair[] {
  const residuals = items.map(() => new Float64Array(responses.counts.length).fill(Number.NaN));
  for (const { row, item, score, expected } of fittedAnswers(items, responses, abilities)) {
    const of = residuals[item];
    if (of !== undefined) of[row] = score - expected.mean;
  }
  const pairs = residuals.flatMap((left, first) =>
    residuals.slice(first + 1).map((right, k) => {
      return { first, second: first + 1 + k, q3: correlateKnown(left, right, responses.counts) };
    }),
  );
  const known = pairs.map(({ q3 }) => q3).filter((q3) => !Number.isNaN(q3));
  const mean = known.reduce((sum, q3) => sum + q3, 0) / known.length;
  const worth = (q3: number) => (Number.isNaN(q3) ? Number.NEGATIVE_INFINITY : q3);
  return pairs
    .map((pair) => ({ ...pair, adjusted: pair.q3 - mean }))
    .sort((l, r) => (worth(l.q3) === worth(r.q3) ? 0 : worth(r.q3) - worth(l.q3)));
}

/** Correlation over the rows on which both are numbers. Residuals are small and about 0, so that sums lose no digits. */
function correlateKnown(left: Float64Array, right: Float64Array, counts: Float64Array): number {
  let [persons, sumLeft, sumRight, squaresLeft, squaresRight, products] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < counts.length; i++) {
    const [l, r, count] = [left[i] as number, right[i] as number, counts[i] as number];
    if (Number.isNaN(l) || Number.isNaN(r)) continue;
    persons += count;
    sumLeft += count * l;
    sumRight += count * r;
    squaresLeft += count * l * l;
    squaresRight += count * r * r;
    products += count * l * r;
  }
  if (persons < 2) return Number.NaN;
  const spreads =
    spreadOf(squaresLeft, sumLeft / persons, persons) * spreadOf(squaresRight, sumRight / persons, persons);
  return (products - (sumLeft * sumRight) / persons) / Math.sqrt(spreads);
}

/** Sum of squares around the mean; not a number where all is equal but for rounding. */
function spreadOf(squares: number, mean: number, persons: number): number {
  const spread = squares - mean ** 2 * persons;
  return spread > squares * 1e-12 ? spread : Number.NaN;
}
