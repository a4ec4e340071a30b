import { MISSING, type Responses } from '../calibration/responses.ts';

/**
 * People of neighbouring abilities and how they did on one item: how many, their mean ability in logits, which share of them
 * had it right, and the interval of that share.
 */
export type AbilityGroup = {
  readonly persons: number;
  readonly theta: number;
  readonly share: number;
  readonly interval: readonly [low: number, high: number];
};

/** Normal quantile of a 95 % interval. */
const SURE = 1.959963984540054;

/**
 * Sorts people by ability into groups of about equal size, and counts how many of each had an item right: what
 * `plotItemFit` sets against the model. People of equal ability stay together, so there may be fewer groups than asked for;
 * those without the item, or without a finite ability, are left out.
 *
 * Estimated abilities are uncertain and rest on this item too, so groups of a short test look a little flatter or steeper
 * than they are; `testScoreFit` has no such flaw.
 *
 * @param abilities in logits, one per row of the responses
 * @param about `item` is the column from 0, `groups` how many to make: 10 if not said
 * @returns from the least able to the ablest; shares in [0, 1] with their 95 % interval
 * @throws RangeError if there is not one ability per row, no such column, fewer than two groups, or a score above 1
 * @formula wilsonCentre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
 * @formula wilsonHalf = (z / (1 + z ** 2 / n)) * sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
 * @see Wilson (1927) for the interval; Hambleton, Swaminathan & Rogers (1991), chapter 4, for the plot
 */
export function groupByAbility(
  responses: Responses,
  abilities: ArrayLike<number>,
  { item, groups = 10 }: { item: number; groups?: number },
): AbilityGroup[] {
  const answers = answersTo(item, responses, abilities);
  if (!(Number.isInteger(groups) && groups >= 2)) throw new RangeError(`${groups} groups: give a whole number from 2`);
  const total = answers.reduce((sum, { count }) => sum + count, 0);
  const sums = Array.from({ length: groups }, () => ({ persons: 0, abilities: 0, right: 0 }));
  let below = 0;
  for (const same of byAbility(answers)) {
    const count = same.reduce((sum, one) => sum + one.count, 0);
    const into = sums[Math.min(groups - 1, Math.floor(((below + count / 2) * groups) / total))];
    below += count;
    if (into === undefined) continue;
    into.persons += count;
    into.abilities += count * (same[0]?.theta ?? 0);
    into.right += same.reduce((sum, one) => sum + one.count * one.score, 0);
  }
  return sums
    .filter(({ persons }) => persons > 0)
    .map(({ persons, abilities: sum, right }) => ({
      persons,
      theta: sum / persons,
      share: right / persons,
      interval: shareInterval(right / persons, persons),
    }));
}

/** The 95 % interval of a share of n people, within [0, 1]. */
export function shareInterval(share: number, n: number): [low: number, high: number] {
  const shrink = 1 + SURE ** 2 / n;
  const centre = (share + SURE ** 2 / (2 * n)) / shrink;
  const half = (SURE / shrink) * Math.sqrt((share * (1 - share)) / n + SURE ** 2 / (4 * n ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

type Answer = { theta: number; score: number; count: number };

function answersTo(item: number, { items, scores, counts }: Responses, abilities: ArrayLike<number>): Answer[] {
  if (abilities.length !== counts.length) throw new RangeError(`${counts.length} rows, ${abilities.length} abilities`);
  if (!(Number.isInteger(item) && item >= 0 && item < items)) {
    throw new RangeError(`item ${item}: give a column from 0 to ${items - 1}`);
  }
  return Array.from(counts).flatMap((count, row) => {
    const [score, theta] = [scores[row * items + item] ?? MISSING, abilities[row] ?? Number.NaN];
    if (score > 1) throw new RangeError(`row ${row + 1}, column ${item + 1}: ${score} is not 0 or 1`);
    return score === MISSING || count === 0 || !Number.isFinite(theta) ? [] : [{ theta, score, count }];
  });
}

/** Answers of people of the same ability together, from the lowest ability upwards. */
function byAbility(answers: readonly Answer[]): Answer[][] {
  const together: Answer[][] = [];
  for (const answer of answers.toSorted((l, r) => l.theta - r.theta)) {
    const last = together.at(-1);
    if (last?.[0]?.theta === answer.theta) last.push(answer);
    else together.push([answer]);
  }
  return together;
}
