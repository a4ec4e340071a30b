import type { Responses } from '../calibration/responses.ts';
import type { Item } from '../models/item.ts';
import { type FittedAnswer, fittedAnswers } from './fitted-answers.ts';

/**
 * How far scores lie from what is expected of them, as a mean square whose expectation is 1: above it there is more noise
 * than the model has, below it less. `outfit` weighs all alike and so feels single surprises far from a person's ability;
 * `infit` weighs by information. The Z are the same as a normal number; of how many `answers`.
 */
export type MeanSquares = { outfit: number; outfitZ: number; infit: number; infitZ: number; answers: number };

/** Sums over the answers of one item or person: of z², C/W², (x − E)², W, C − W², and how many. */
type Sums = { squares: number; kurtosis: number; residuals: number; variance: number; excess: number; answers: number };

/**
 * Infit and outfit of items.
 *
 * With many people every item's Z is large: read the mean squares (0.7 to 1.3 is usual for a test of right and wrong), and
 * Z only to see whether one might be chance. With abilities estimated from these same answers they lie a little below 1.
 *
 * @param abilities in logits, one per row; rows whose ability is not finite are left out
 * @returns one per item; not numbers for an item that nobody answered
 * @throws RangeError if items, responses and abilities do not fit together
 * @formula outfit = sum(answers, (n) => (n.x - n.E) ** 2 / n.W) / answers.length
 * @formula infit = sum(answers, (n) => (n.x - n.E) ** 2) / sum(answers, (n) => n.W)
 * @formula outfitSpread = sqrt(sum(answers, (n) => n.C / n.W ** 2) / answers.length ** 2 - 1 / answers.length)
 * @formula infitSpread = sqrt(sum(answers, (n) => n.C - n.W ** 2)) / sum(answers, (n) => n.W)
 * @formula meanSquareZ = (meanSquare ** (1 / 3) - 1) * (3 / q) + q / 3
 * @see Wright & Masters (1982), chapter 5; Wilson & Hilferty (1931) for the cube root; Smith, Schumacker & Bush (1998) for
 *   what size of sample does to both
 */
export function measureItemFit(
  items: readonly Item[],
  responses: Responses,
  abilities: ArrayLike<number>,
): MeanSquares[] {
  const sums = items.map(noSums);
  for (const answer of fittedAnswers(items, responses, abilities)) add(sums[answer.item], answer, answer.count);
  return sums.map(meanSquaresOf);
}

/**
 * Infit and outfit of people: whether somebody's answers are more erratic, or more even, than their ability lets expect.
 * It says that answers are unusual, never why: luck, a gap in what was taught, haste and fraud look alike.
 *
 * @param abilities in logits, one per row
 * @returns one per row; not numbers for a row whose ability is not finite
 * @throws RangeError if items, responses and abilities do not fit together
 * @see Wright & Masters (1982), chapter 5, with the formulas of `measureItemFit`, over items instead of people
 */
export function measurePersonFit(
  items: readonly Item[],
  responses: Responses,
  abilities: ArrayLike<number>,
): MeanSquares[] {
  const sums = Array.from({ length: responses.counts.length }, noSums);
  for (const answer of fittedAnswers(items, responses, abilities)) add(sums[answer.row], answer, 1);
  return sums.map(meanSquaresOf);
}

function noSums(): Sums {
  return { squares: 0, kurtosis: 0, residuals: 0, variance: 0, excess: 0, answers: 0 };
}

function add(sums: Sums | undefined, { score, expected }: FittedAnswer, count: number): void {
  const { mean, variance, fourth } = expected;
  // A score that was certain tells nothing, and would divide by nothing.
  if (sums === undefined || variance === 0) return;
  const residual = (score - mean) ** 2;
  sums.squares += (count * residual) / variance;
  sums.kurtosis += (count * fourth) / variance ** 2;
  sums.residuals += count * residual;
  sums.variance += count * variance;
  sums.excess += count * (fourth - variance ** 2);
  sums.answers += count;
}

function meanSquaresOf({ squares, kurtosis, residuals, variance, excess, answers }: Sums): MeanSquares {
  const outfit = squares / answers;
  const infit = residuals / variance;
  const outfitSpread = Math.sqrt(Math.max(0, kurtosis / answers ** 2 - 1 / answers));
  const infitSpread = Math.sqrt(Math.max(0, excess)) / variance;
  return { outfit, outfitZ: normalise(outfit, outfitSpread), infit, infitZ: normalise(infit, infitSpread), answers };
}

/** A mean square with standard deviation q, as a standard normal number. */
function normalise(meanSquare: number, q: number): number {
  return (Math.cbrt(meanSquare) - 1) * (3 / q) + q / 3;
}
