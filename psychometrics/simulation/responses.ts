import type { Responses } from '../calibration/responses.ts';
import { curvesOf } from '../models/curves.ts';
import type { Item } from '../models/item.ts';
import { logistic } from '../models/logistic.ts';
import type { Random } from './random.ts';

/**
 * Answers that people of these abilities might give.
 *
 * @param abilities in logits, one per person
 * @returns a row per person, a score per item, nothing missing
 * @throws RangeError if an ability is not a number
 * @see `drawScore`
 */
export function simulateResponses(items: readonly Item[], abilities: ArrayLike<number>, random: Random): Responses {
  const scores = new Int8Array(abilities.length * items.length);
  for (let i = 0; i < abilities.length; i++) {
    const theta = abilities[i] ?? 0;
    for (let j = 0; j < items.length; j++) {
      const item = items[j];
      if (item !== undefined) scores[i * items.length + j] = drawScore(item, theta, random);
    }
  }
  return { items: items.length, scores, counts: new Float64Array(abilities.length).fill(1) };
}

/**
 * One person's score on one item, from one uniform number u.
 *
 * @param theta ability in logits
 * @param random called once
 * @returns 0…m
 * @throws RangeError if the ability is not a number
 * @formula drawnRight = u < P ? 1 : 0
 * @formula drawnScore = sum(P.slice(0, -1), (_, k) => (u >= sum(P.slice(0, k + 1)) ? 1 : 0))
 * @see Devroye (1986), section III.2, on drawing by inversion
 */
export function drawScore(item: Item, theta: number, random: Random): number {
  if (Number.isNaN(theta)) throw new RangeError('ability NaN');
  const drawn = random();
  if (item.model === '3pl') return drawn < item.c + (1 - item.c) * logistic(item.a * (theta - item.b)) ? 1 : 0;
  const { probability } = curvesOf(item, theta);
  let below = 0;
  for (const [score, p] of probability.entries()) {
    below += p;
    if (drawn < below) return score;
  }
  return probability.length - 1;
}
