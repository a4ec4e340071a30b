import { curvesOf } from './curves.ts';
import { highestScore, type Item } from './item.ts';

/**
 * The chances of every raw score on a test at one ability, by taking in one item after another.
 *
 * @param theta ability in logits
 * @returns `chances[x]` for x from 0 to the sum of the highest scores; they add up to 1
 * @throws RangeError if the ability is not finite
 * @formula raiseScore = without[x] * (1 - P) + without[x - 1] * P
 * @see Lord & Wingersky (1984); Thissen, Pommerich, Billeaud & Williams (1995) for several scores
 */
export function scoreDistribution(items: readonly Item[], theta: number): Float64Array {
  if (!Number.isFinite(theta)) throw new RangeError(`ability ${theta} is not finite`);
  const chances = new Float64Array(items.reduce((sum, item) => sum + highestScore(item), 1));
  chances[0] = 1;
  let highest = 0;
  for (const item of items) {
    addScore(chances, highest, curvesOf(item, theta).probability);
    highest += highestScore(item);
  }
  return chances;
}

/**
 * The chances that so many of independent events happen, each with a chance of its own: the generalised binomial.
 *
 * @param chances one per event, each in [0, 1]
 * @returns of 0, 1, … events; they add up to 1
 * @throws RangeError if a chance is outside [0, 1]
 * @see Lord & Wingersky (1984)
 */
export function countDistribution(chances: readonly number[]): Float64Array {
  const wrong = chances.findIndex((p) => !(p >= 0 && p <= 1));
  if (wrong >= 0) throw new RangeError(`event ${wrong + 1}: chance ${chances[wrong]} is outside [0, 1]`);
  const counts = new Float64Array(chances.length + 1);
  counts[0] = 1;
  for (const [done, p] of chances.entries()) addScore(counts, done, [1 - p, p]);
  return counts;
}

/** Takes one more item into the chances of raw scores 0…highest, in place. */
function addScore(chances: Float64Array, highest: number, probability: readonly number[]): void {
  const most = probability.length - 1;
  for (let score = highest + most; score >= 0; score--) {
    let chance = 0;
    for (let k = Math.max(0, score - highest); k <= Math.min(most, score); k++) {
      chance += (chances[score - k] ?? 0) * (probability[k] ?? 0);
    }
    chances[score] = chance;
  }
}
