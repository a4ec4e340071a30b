import { curvesOf } from '../models/curves.ts';
import { highestScore, type Item } from '../models/item.ts';
import { logit } from '../models/logistic.ts';
import { findRoot } from '../numerics/root.ts';
import { meanOf, medianOf, spreadOf } from './spread.ts';

/** A page of an ordered item book: an item (its place among those given), the score to be reached, and where, in logits. */
export type BookPage = { item: number; score: number; theta: number };

/** The chance at which a candidate is said to have mastered an item: even. */
export const RP50 = 0.5;
/** The chance at which a candidate is said to have mastered an item: two thirds, which is usual. */
export const RP67 = 2 / 3;

const REACH = 60;

/**
 * The ordered item book: for each score of each item a page, from the easiest to the hardest. An item's place is the ability
 * at which the score, or more, is reached with the given chance; guessing is left out of account, so that the chance is
 * that of knowing.
 *
 * @param chance `RP67` if not said; in (0, 1)
 * @throws RangeError if there is no item, one does not discriminate positively, or the chance is outside (0, 1)
 * @formula pageAbility = b + log(chance / (1 - chance)) / a
 * @see Mitzel, Lewis, Patz & Green (2001); Huynh (2006) for two thirds
 */
export function orderItemBook(items: readonly Item[], chance: number = RP67): BookPage[] {
  if (items.length === 0) throw new RangeError('a book needs an item at least');
  if (!(chance > 0 && chance < 1)) throw new RangeError(`response probability ${chance} is outside (0, 1)`);
  const pages = items.flatMap((item, place) => {
    if (!(item.a > 0)) throw new RangeError(`item ${place + 1}: discrimination ${item.a}: leave it out of the book`);
    return Array.from({ length: highestScore(item) }, (_, k): BookPage => {
      return { item: place, score: k + 1, theta: abilityReaching(item, k + 1, chance) };
    });
  });
  return pages.toSorted(
    (left, right) => left.theta - right.theta || left.item - right.item || left.score - right.score,
  );
}

/**
 * The cut on the ability scale from bookmarks: the judges' median. The standard error is that of a median of normal cuts;
 * it and the spread are not numbers for a single judge. `judges` are their own cuts, in logits.
 */
export type BookmarkCut = { cut: number; mean: number; spread: number; standardError: number; judges: number[] };

/**
 * The cut from where each judge put the bookmark: on the first page that a candidate who only just passes does not master.
 * A judge's cut is the place of the page before it.
 *
 * @param bookmarks one per judge, page numbers from 2, to one behind the last page for a candidate who masters all
 * @throws RangeError if there is no judge, or a bookmark is on no such page
 * @formula medianError = sqrt(PI / 2) * (spread / sqrt(judges))
 * @see Mitzel, Lewis, Patz & Green (2001); Cizek & Bunch (2007), chapter 10
 */
export function cutAtBookmarks(book: readonly BookPage[], bookmarks: readonly number[]): BookmarkCut {
  if (bookmarks.length === 0) throw new RangeError('there must be a judge at least');
  const judges = bookmarks.map((page, judge) => {
    const mastered = Number.isInteger(page) ? book[page - 2] : undefined;
    if (mastered === undefined) {
      throw new RangeError(
        `judge ${judge + 1}: bookmark on page ${page}; with one page mastered it is on 2, at most on ${book.length + 1}`,
      );
    }
    return mastered.theta;
  });
  const spread = spreadOf(judges);
  const standardError = Math.sqrt(Math.PI / 2) * (spread / Math.sqrt(judges.length));
  return { cut: medianOf(judges), mean: meanOf(judges), spread, standardError, judges };
}

function abilityReaching(item: Item, score: number, chance: number): number {
  if (item.model === '3pl') return item.b + logit(chance) / item.a;
  if (item.model === 'grm') return (item.thresholds[score - 1] ?? Number.NaN) + logit(chance) / item.a;
  const reached = (theta: number) =>
    curvesOf(item, theta)
      .probability.slice(score)
      .reduce((sum, p) => sum + p, 0);
  const reach = REACH / Math.min(1, item.a) + Math.max(...item.steps.map(Math.abs));
  return findRoot((theta) => reached(theta) - chance, [-reach, reach]);
}
