import { countScores, type Responses } from '../calibration/responses.ts';
import { correlate, itemScores, totalScores } from './score-table.ts';

/**
 * One item in one group of people. `difficulty` is the mean share of its highest score, in [0, 1] (high is easy);
 * `pointBiserial` the correlation of its score with the sum of all other items' scores, not a number where either does not
 * vary.
 */
export type ItemStatistics = { difficulty: number; pointBiserial: number };

/**
 * Classical statistics of the items of one form. Both depend on who sat it: a figure says nothing of the item alone.
 *
 * @param responses of one form: scores 0…m, none missing; the highest score of an item is the highest that was given
 * @returns one per item
 * @throws RangeError naming row and column of a missing score
 * @formula difficulty = sum(scores) / (persons * highest)
 * @formula pointBiserial = sum(x, (xi, i) => (xi - mx) * (rest[i] - mr)) / ((persons - 1) * sx * sr)
 * @see Lord & Novick (1968), chapter 15; Henrysson (1963) for leaving the item itself out of the total
 */
export function analyseItems(responses: Responses): ItemStatistics[] {
  const totals = totalScores(responses);
  return countScores(responses).map((seen, j) => {
    const scores = itemScores(responses, j);
    const persons = seen.reduce((sum, count) => sum + count, 0);
    const points = seen.reduce((sum, count, score) => sum + count * score, 0);
    const rest = totals.map((total, i) => total - (scores[i] ?? 0));
    return {
      difficulty: points / (persons * (seen.length - 1)),
      pointBiserial: correlate(scores, rest, responses.counts),
    };
  });
}
