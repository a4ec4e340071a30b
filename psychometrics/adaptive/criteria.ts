import { probabilityRight } from '../models/curves.ts';
import { itemInformation } from '../models/information.ts';
import type { BinaryItem } from '../models/item.ts';
import type { AdaptiveBank } from './bank.ts';

/** How good an item would be as the next one: higher is better. */
export type Criterion = (item: number) => number;

/**
 * Maximum Fisher information at the provisional ability.
 *
 * @formula maximumInformation = itemInformation(item, theta)
 * @see Lord (1980), chapter 10
 */
export function informationCriterion({ items }: AdaptiveBank, theta: number): Criterion {
  return (item) => itemInformation(items[item] as BinaryItem, theta);
}

/**
 * Kullback–Leibler information: how well an item tells the provisional ability from all others, weighted by how likely the
 * answers make them. Better than Fisher's at the start, when the provisional ability may be far off.
 *
 * @param weights of the nodes, by likelihood
 * @formula kullbackLeibler = spacing * sum(weights, (w, q) => w * (P * log(P / right[q]) + (1 - P) * log((1 - P) / (1 - right[q]))))
 * @see Chang & Ying (1996)
 */
export function kullbackLeiblerCriterion(bank: AdaptiveBank, theta: number, weights: Float64Array): Criterion {
  const { items, nodes, logRight, logWrong } = bank;
  const size = nodes.length;
  const spacing = (nodes[1] as number) - (nodes[0] as number);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (item) => {
    const p = probabilityRight(items[item] as BinaryItem, theta);
    let [ofRight, ofWrong] = [0, 0];
    for (let q = 0; q < size; q++) {
      ofRight += (weights[q] as number) * (logRight[item * size + q] as number);
      ofWrong += (weights[q] as number) * (logWrong[item * size + q] as number);
    }
    const ifRight = p === 0 ? 0 : p * (Math.log(p) * total - ofRight);
    const ifWrong = p === 1 ? 0 : (1 - p) * (Math.log1p(-p) * total - ofWrong);
    return spacing * (ifRight + ifWrong);
  };
}

/**
 * Minus the variance of the posterior to expect after the item, a right answer being as likely as at the provisional
 * ability.
 *
 * @param weights of the nodes, by likelihood and prior
 * @formula expectedVariance = P * varianceIfRight + (1 - P) * varianceIfWrong
 * @see van der Linden (1998)
 */
export function posteriorVarianceCriterion(bank: AdaptiveBank, theta: number, weights: Float64Array): Criterion {
  const { items, nodes, right } = bank;
  const size = nodes.length;
  return (item) => {
    let [mass, first, second, massAll, firstAll, secondAll] = [0, 0, 0, 0, 0, 0];
    for (let q = 0; q < size; q++) {
      const node = nodes[q] as number;
      const weight = weights[q] as number;
      const share = weight * (right[item * size + q] as number);
      mass += share;
      first += share * node;
      second += share * node * node;
      massAll += weight;
      firstAll += weight * node;
      secondAll += weight * node * node;
    }
    const p = probabilityRight(items[item] as BinaryItem, theta);
    const wrong = massAll - mass;
    const ifRight = mass > 0 ? second / mass - (first / mass) ** 2 : 0;
    const ifWrong = wrong > 0 ? (secondAll - second) / wrong - ((firstAll - first) / wrong) ** 2 : 0;
    return -(p * ifRight + (1 - p) * ifWrong);
  };
}
