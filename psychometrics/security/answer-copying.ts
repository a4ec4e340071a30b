import { countDistribution } from '../models/score-distribution.ts';
import { normalAbove } from '../numerics/distributions.ts';
import type { OptionChances } from './option-model.ts';

/** What somebody chose, item by item (`null`: no answer), and what the chances of all options were for their ability. */
export type Examinee = { choices: readonly (string | null)[]; chances: readonly OptionChances[] };

/**
 * How many answers two people have in common, of how many `items` that both answered, and how many were expected. `pValue`
 * is the chance of at least as many for people who worked apart.
 */
export type MatchTest = { items: number; matches: number; expected: number; pValue: number };

/** As `MatchTest`, with the standardised excess of matches. */
export type CopyingTest = MatchTest & { omega: number };

/**
 * Wollack's ω: whether a suspected copier has more answers of a source than their own ability explains, taking the source's
 * answers as given. Not symmetric: say who could see whom.
 *
 * Name the pair before you look (seating, an invigilator's report), or divide the level by the number of pairs looked at:
 * 500 people are 249,500 ordered pairs, of which about 250 have a p-value below 0.001 by chance. People who learned together
 * also share mistakes. It sees no copying of right answers by somebody able, and none that is short.
 *
 * @param source the answers that might have been copied
 * @returns ω and p-value are not numbers where nothing was left to chance, or no item was answered by both
 * @throws RangeError if the numbers of items differ, a chance is outside [0, 1], or an option has none
 * @formula omega = (matches - sum(chances)) / sqrt(sum(chances, (p) => p * (1 - p)))
 * @see Wollack (1997)
 */
export function testCopying(copier: Examinee, source: readonly (string | null)[]): CopyingTest {
  const pairs = pairAnswers(copier, { choices: source });
  const chances = pairs.map(({ item, right }) => chanceOf(copier, item, right));
  const matches = pairs.filter(({ left, right }) => left === right).length;
  const expected = chances.reduce((sum, p) => sum + p, 0);
  const variance = chances.reduce((sum, p) => sum + p * (1 - p), 0);
  const omega = variance > 0 ? (matches - expected) / Math.sqrt(variance) : Number.NaN;
  return { items: pairs.length, matches, expected, omega, pValue: normalAbove(omega) };
}

/**
 * The generalised binomial test: whether two people have more answers in common, right or wrong, than people of their
 * abilities who work apart. Exact, symmetric, and blind to who copied; with a proctor's report ω is the stronger one.
 *
 * What is said of pairs and of shared learning at `testCopying` holds here too.
 *
 * @returns counts of items; the p-value is exact
 * @throws RangeError if the numbers of items differ, a chance is outside [0, 1], or an option has none
 * @formula matchChance = sum(left, (p, k) => p * right[k])
 * @see van der Linden & Sotaridona (2006); Lord & Wingersky (1984) for the distribution
 */
export function testMatching(left: Examinee, right: Examinee): MatchTest {
  const pairs = pairAnswers(left, right);
  const chances = pairs.map(({ item, left: chosen, right: other }) => {
    chanceOf(left, item, chosen);
    chanceOf(right, item, other);
    let match = 0;
    for (const option of left.chances[item]?.keys() ?? []) {
      if (right.chances[item]?.has(option)) match += chanceOf(left, item, option) * chanceOf(right, item, option);
    }
    return match;
  });
  const matches = pairs.filter((pair) => pair.left === pair.right).length;
  const counts = countDistribution(chances);
  // From the far end, where the chances are small, so that none of their digits are lost.
  const pValue = counts.subarray(matches).reduceRight((sum, p) => sum + p, 0);
  const expected = chances.reduce((sum, p) => sum + p, 0);
  return { items: pairs.length, matches, expected, pValue: Math.min(1, pValue) };
}

/** The items that both answered. */
function pairAnswers(left: Examinee, right: Pick<Examinee, 'choices'> & Partial<Examinee>) {
  const lengths = [left.choices, left.chances, right.choices, right.chances ?? right.choices].map((all) => all.length);
  if (new Set(lengths).size > 1) {
    const [own = 0, ownChances = 0, other = 0, otherChances = 0] = lengths;
    throw new RangeError(`${own} and ${other} choices, chances of ${ownChances} and ${otherChances} items`);
  }
  return left.choices.flatMap((chosen, item) => {
    const other = right.choices[item] ?? null;
    return chosen === null || other === null ? [] : [{ item, left: chosen, right: other }];
  });
}

function chanceOf({ chances }: Examinee, item: number, option: string): number {
  const chance = chances[item]?.get(option);
  if (chance === undefined) throw new RangeError(`item ${item + 1}: option "${option}" has no chance`);
  if (!(chance >= 0 && chance <= 1)) throw new RangeError(`item ${item + 1}: chance ${chance} is outside [0, 1]`);
  return chance;
}
