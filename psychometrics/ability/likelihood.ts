import { curvesOf } from '../models/curves.ts';
import { checkScores, type Item, type Scores } from '../models/item.ts';

/** The items that were given, each with its score. */
export type Answered = { item: Item; score: number };

/** Pairs items and scores, leaving out what was not given. @throws RangeError if scores do not fit the items */
export function listAnswered(items: readonly Item[], scores: Scores): Answered[] {
  checkScores(items, scores);
  return items.flatMap((item, i) => {
    const score = scores[i] ?? null;
    return score === null ? [] : [{ item, score }];
  });
}

/** What the answers say at one ability: log-likelihood, its slope, Fisher information, and Warm's J. */
export type LikelihoodAt = { logLikelihood: number; slope: number; information: number; bias: number };

/**
 * The likelihood of answers at an ability, with what every estimator needs of it.
 *
 * @returns `bias` is Warm's J = Σ P′P″/P over the scores of all items
 */
export function likelihoodAt(answered: readonly Answered[], theta: number): LikelihoodAt {
  const at: LikelihoodAt = { logLikelihood: 0, slope: 0, information: 0, bias: 0 };
  for (const { item, score } of answered) {
    const { probability, first, second } = curvesOf(item, theta);
    const given = probability[score] ?? 0;
    at.logLikelihood += Math.log(given);
    at.slope += given > 0 ? (first[score] ?? 0) / given : 0;
    for (const [k, p] of probability.entries()) {
      const slope = first[k] ?? 0;
      if (p > 0) {
        at.information += (slope * slope) / p;
        at.bias += (slope * (second[k] ?? 0)) / p;
      }
    }
  }
  return at;
}
