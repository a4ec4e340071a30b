import { curvesOf } from './curves.ts';
import type { Item } from './item.ts';
import { logistic } from './logistic.ts';

/**
 * Fisher information that an item gives about ability: how sharply it tells people near `theta` apart.
 *
 * @param theta ability in logits
 * @returns in 1 / logit²; adds up over items, and its sum's inverse root is the standard error of an ability
 * @formula itemInformation = sum(P, (p, k) => dP[k] ** 2 / p)
 * @formula binaryInformation = a ** 2 * ((1 - P) / P) * ((P - c) / (1 - c)) ** 2
 * @see Lord (1980), equation 4-43; Samejima (1969) for several scores
 */
export function itemInformation(item: Item, theta: number): number {
  if (item.model === '3pl') {
    const { a, b, c } = item;
    const knows = logistic(a * (theta - b));
    // Not 1 − knows, which has no digits left far above the difficulty, where a standard error needs them.
    const knowsNot = logistic(-a * (theta - b));
    const right = c + (1 - c) * knows;
    return right === 0 ? 0 : (a * a * (1 - c) * knowsNot * knows * knows) / right;
  }
  const { probability, first } = curvesOf(item, theta);
  return probability.reduce((sum, p, k) => (p > 0 ? sum + (first[k] ?? 0) ** 2 / p : sum), 0);
}

/**
 * Information of a whole test: the sum over its items.
 *
 * @param theta ability in logits
 * @returns in 1 / logit²; its inverse root is the standard error of an ability
 * @formula testInformation = sum(items, (item) => itemInformation(item, theta))
 */
export function testInformation(items: readonly Item[], theta: number): number {
  return items.reduce((sum, item) => sum + itemInformation(item, theta), 0);
}

/**
 * Expected score on an item.
 *
 * @param theta ability in logits
 * @returns in [0, m]
 * @formula expectedScore = sum(P, (p, k) => k * p)
 */
export function expectedScore(item: Item, theta: number): number {
  return curvesOf(item, theta).probability.reduce((sum, p, k) => sum + k * p, 0);
}

/**
 * The test characteristic curve: expected raw score on a test at an ability.
 *
 * @param theta ability in logits
 * @returns in raw points, from 0 to the sum of the highest scores
 * @formula characteristicScore = sum(items, (item) => expectedScore(item, theta))
 * @see Lord (1980), section 4.2
 */
export function characteristicScore(items: readonly Item[], theta: number): number {
  return items.reduce((sum, item) => sum + expectedScore(item, theta), 0);
}
