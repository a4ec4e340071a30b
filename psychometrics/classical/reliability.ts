import type { Responses } from '../calibration/responses.ts';
import { fQuantile } from '../numerics/distributions.ts';
import { itemScores, momentsOf, totalScores } from './score-table.ts';

/**
 * How repeatable raw scores are. `alpha` with its `interval` at the asked confidence; `standardError` of measurement in
 * raw score points.
 */
export type Reliability = { alpha: number; interval: [number, number]; standardError: number };

/**
 * Cronbach's alpha of one form, a lower bound to reliability if the items' errors are unrelated, with Feldt's interval and
 * the standard error of measurement.
 *
 * @param confidence of the interval, in (0, 1)
 * @throws RangeError naming a missing score; if there are fewer than two items or persons, if nobody differs, or for an
 *   impossible confidence
 * @formula alpha = (k / (k - 1)) * (1 - sum(itemVariances) / totalVariance)
 * @formula standardErrorOfMeasurement = sqrt(totalVariance * (1 - alpha))
 * @formula lowerAlpha = 1 - (1 - alpha) * upperF
 * @see Cronbach (1951); Feldt (1965)
 */
export function measureReliability(responses: Responses, confidence = 0.95): Reliability {
  const { items: k, counts } = responses;
  const persons = counts.reduce((sum, count) => sum + count, 0);
  if (k < 2 || persons < 2) throw new RangeError(`${k} items and ${persons} persons: two of each are needed`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`);
  const { variance } = momentsOf(totalScores(responses), counts);
  if (!(variance > 0)) throw new RangeError('all persons have the same raw score');
  let ofItems = 0;
  for (let j = 0; j < k; j++) ofItems += momentsOf(itemScores(responses, j), counts).variance;
  const alpha = (k / (k - 1)) * (1 - ofItems / variance);
  const freedom = [persons - 1, (persons - 1) * (k - 1)] as const;
  const bound = (p: number) => 1 - (1 - alpha) * fQuantile(p, freedom);
  const tail = (1 - confidence) / 2;
  return { alpha, interval: [bound(1 - tail), bound(tail)], standardError: Math.sqrt(variance * (1 - alpha)) };
}
