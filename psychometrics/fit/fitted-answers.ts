import { checkResponses, MISSING, type Responses } from '../calibration/responses.ts';
import { curvesOf } from '../models/curves.ts';
import { highestScore, type Item } from '../models/item.ts';

/** What a model expects of one score: its mean, variance and fourth central moment. */
export type ScoreMoments = { mean: number; variance: number; fourth: number };

/** One score that was given, beside what was expected of it. `count` persons gave it. */
export type FittedAnswer = { row: number; item: number; score: number; count: number; expected: ScoreMoments };

/** Moments of the score on an item at an ability in logits. */
export function scoreMoments(item: Item, theta: number): ScoreMoments {
  const { probability } = curvesOf(item, theta);
  const mean = probability.reduce((sum, p, k) => sum + k * p, 0);
  const moment = (power: number) => probability.reduce((sum, p, k) => sum + p * (k - mean) ** power, 0);
  return { mean, variance: moment(2), fourth: moment(4) };
}

/**
 * Every score that was given by somebody whose ability is finite: all right and all wrong have no finite estimate under
 * maximum likelihood, and say nothing of fit.
 *
 * @throws RangeError if items, responses and abilities do not fit together, or a score is none that its item can give
 */
export function* fittedAnswers(
  items: readonly Item[],
  responses: Responses,
  abilities: ArrayLike<number>,
): Generator<FittedAnswer> {
  checkTable(items, responses, abilities);
  for (let row = 0; row < abilities.length; row++) {
    const theta = abilities[row] ?? Number.NaN;
    if (!Number.isFinite(theta)) continue;
    for (const [j, item] of items.entries()) {
      const score = responses.scores[row * items.length + j] ?? MISSING;
      if (score === MISSING) continue;
      yield { row, item: j, score, count: responses.counts[row] ?? 0, expected: scoreMoments(item, theta) };
    }
  }
}

function checkTable(items: readonly Item[], responses: Responses, abilities: ArrayLike<number>): void {
  checkResponses(responses);
  const { items: columns, scores, counts } = responses;
  if (items.length !== columns) throw new RangeError(`${items.length} items, ${columns} columns of responses`);
  if (abilities.length !== counts.length) throw new RangeError(`${counts.length} rows, ${abilities.length} abilities`);
  for (let at = 0; at < scores.length; at++) {
    const [score, item] = [scores[at] ?? MISSING, items[at % columns]];
    if (item !== undefined && score > highestScore(item)) {
      const place = `row ${Math.floor(at / columns) + 1}, column ${(at % columns) + 1}`;
      throw new RangeError(`${place}: score ${score} is above ${highestScore(item)}, the item's highest`);
    }
  }
}
