import { meanOf, spreadOf } from './spread.ts';

/**
 * What judges expect of a candidate who only just passes: `ratings[judge][item]`, the share of such candidates who have the
 * item right (or of the item's highest score that they reach), in [0, 1].
 */
export type AngoffRatings = readonly (readonly number[])[];

/**
 * A judge's own cut in raw points, and by how much it lies below all judges' together (below 0 for a strict judge).
 */
export type AngoffJudge = { cut: number; leniency: number };

/** Of one item the judges' mean, their standard deviation, and the distance of the highest from the lowest. */
export type AngoffItem = { mean: number; spread: number; range: number };

/**
 * The cut in raw points, and as a share of the highest score; the standard error is that of other judges being asked, of
 * whose cuts `spread` is the standard deviation: both are not numbers for a single judge. `disputed` are the places of the
 * items, those with the most disagreement first.
 */
export type AngoffSummary = {
  cut: number;
  share: number;
  standardError: number;
  spread: number;
  judges: AngoffJudge[];
  items: AngoffItem[];
  disputed: number[];
};

/**
 * The cut score by Angoff's method, modified so that judges give shares, and how far they agree.
 *
 * @param highest of each item its highest score; 1 if not said
 * @throws RangeError if there is no judge or no item, a judge did not rate every item, a rating is outside [0, 1], or there
 *   is not one highest score per item
 * @formula judgeCut = sum(ratings, (share, item) => share * highest[item])
 * @formula angoffCut = sum(judgeCuts) / judges
 * @formula angoffError = sqrt(sum(judgeCuts, (one) => (one - cut) ** 2) / (judges - 1)) / sqrt(judges)
 * @formula leniency = cut - judgeCut
 * @see Angoff (1971); Cizek & Bunch (2007), chapter 6, for the modified method; Kane (2001) for the error
 */
export function summariseAngoff(ratings: AngoffRatings, highest?: readonly number[]): AngoffSummary {
  const scores = highest ?? (ratings[0] ?? []).map(() => 1);
  checkRatings(ratings, scores);
  const cuts = ratings.map((row) => row.reduce((sum, share, item) => sum + share * (scores[item] ?? 0), 0));
  const cut = meanOf(cuts);
  const spread = spreadOf(cuts);
  const items = scores.map((_, item): AngoffItem => {
    const shares = ratings.map((row) => row[item] ?? Number.NaN);
    return { mean: meanOf(shares), spread: spreadOf(shares), range: Math.max(...shares) - Math.min(...shares) };
  });
  return {
    cut,
    share: cut / scores.reduce((sum, score) => sum + score, 0),
    standardError: spread / Math.sqrt(cuts.length),
    spread,
    judges: cuts.map((own) => ({ cut: own, leniency: cut - own })),
    items,
    disputed: items
      .map(({ spread: of, range }, item) => ({ item, dispute: ratings.length > 1 ? of : range }))
      .toSorted((left, right) => right.dispute - left.dispute || left.item - right.item)
      .map(({ item }) => item),
  };
}

/**
 * Two rounds of judging, between which the judges talked and saw data. `spreadRatio` below 1 means that they came nearer to
 * each other; `judges` and `items` are what each judge's cut (in raw points) and each item's mean moved by.
 */
export type AngoffRounds = {
  first: AngoffSummary;
  second: AngoffSummary;
  shift: number;
  spreadRatio: number;
  judges: number[];
  items: number[];
};

/**
 * What a second round changed. The cut is that of the second.
 *
 * @param second of the same judges and items, in the same order
 * @throws RangeError as `summariseAngoff`, or if judges or items differ in number
 * @formula spreadRatio = second.spread / first.spread
 * @see Cizek & Bunch (2007), chapter 6
 */
export function compareAngoffRounds(
  first: AngoffRatings,
  second: AngoffRatings,
  highest?: readonly number[],
): AngoffRounds {
  const [before, after] = [summariseAngoff(first, highest), summariseAngoff(second, highest)];
  if (before.judges.length !== after.judges.length || before.items.length !== after.items.length) {
    throw new RangeError(
      `${before.judges.length} judges and ${before.items.length} items, then ${after.judges.length} and ${after.items.length}: compare rounds of the same`,
    );
  }
  return {
    first: before,
    second: after,
    shift: after.cut - before.cut,
    spreadRatio: after.spread / before.spread,
    judges: after.judges.map(({ cut }, judge) => cut - (before.judges[judge]?.cut ?? cut)),
    items: after.items.map(({ mean }, item) => mean - (before.items[item]?.mean ?? mean)),
  };
}

function checkRatings(ratings: AngoffRatings, highest: readonly number[]): void {
  if (ratings.length === 0 || highest.length === 0) throw new RangeError('there must be a judge and an item at least');
  for (const [item, score] of highest.entries()) {
    if (!(score > 0 && Number.isFinite(score))) throw new RangeError(`item ${item + 1}: highest score ${score}`);
  }
  for (const [judge, row] of ratings.entries()) {
    if (row.length !== highest.length) {
      throw new RangeError(
        `judge ${judge + 1} rated ${row.length} of ${highest.length} items: ask for all, or leave items out`,
      );
    }
    const wrong = row.findIndex((share) => !(share >= 0 && share <= 1));
    if (wrong >= 0)
      throw new RangeError(`judge ${judge + 1}, item ${wrong + 1}: rating ${row[wrong]} is outside [0, 1]`);
  }
}
