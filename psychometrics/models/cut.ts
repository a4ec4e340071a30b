import { findRoot } from '../numerics/root.ts';
import { characteristicScore } from './information.ts';
import { highestScore, type Item } from './item.ts';

const REACH = 40;

/**
 * The ability at which a raw score is expected: the test characteristic curve read backwards.
 *
 * @param score raw score, strictly between what is expected at the very bottom (the sum of the lower asymptotes) and
 *   the highest score
 * @returns ability in logits
 * @throws RangeError if no ability expects that score, or an item discriminates negatively, so that several might
 * @see Lord (1980), section 4.2
 * @formula score = sum(items, (item) => expectedScore(item, theta))
 */
export function abilityAtScore(items: readonly Item[], score: number): number {
  if (items.some(({ a }) => a < 0)) throw new RangeError('an item with negative discrimination has no one ability');
  const lowest = items.reduce((sum, item) => sum + (item.model === '3pl' ? item.c : 0), 0);
  const highest = items.reduce((sum, item) => sum + highestScore(item), 0);
  if (!(score > lowest && score < highest)) {
    throw new RangeError(`no ability expects ${score}: the scores are between ${lowest} and ${highest}`);
  }
  const flattest = Math.min(1, ...items.map(({ a }) => a));
  const reach = REACH / flattest + Math.max(...items.map(farthest));
  return findRoot((theta) => characteristicScore(items, theta) - score, [-reach, reach]);
}

/**
 * The cut on the ability scale from Angoff values: the ability that expects the sum of what the judges expect of a
 * candidate who only just passes. `characteristicScore` at the cut gives the raw cut score back.
 *
 * @param values per item the judged share of its highest score, in [0, 1]
 * @returns ability in logits
 * @throws RangeError if there is not one value per item, a value is outside [0, 1], or no ability expects the sum
 * @formula angoffScore = sum(values, (value, i) => value * highest[i])
 * @see Angoff (1971); Kolen & Brennan (2014), chapter 6, for the way through the characteristic curve
 */
export function abilityAtAngoffCut(items: readonly Item[], values: readonly number[]): number {
  if (items.length !== values.length) throw new RangeError(`${items.length} items, ${values.length} Angoff values`);
  let score = 0;
  for (const [i, item] of items.entries()) {
    const value = values[i] ?? Number.NaN;
    if (!(value >= 0 && value <= 1)) throw new RangeError(`item ${i + 1}: Angoff value ${value} is outside [0, 1]`);
    score += value * highestScore(item);
  }
  return abilityAtScore(items, score);
}

function farthest(item: Item): number {
  if (item.model === '3pl') return Math.abs(item.b);
  return Math.max(...(item.model === 'gpcm' ? item.steps : item.thresholds).map(Math.abs));
}
