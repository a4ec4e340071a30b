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
  const [first, last] = findSpan(weights);
  return (item) => {
    const p = probabilityRight(items[item] as BinaryItem, theta);
    let ofRight = 0;
    let ofWrong = 0;
    for (let q = first; q <= last; q++) {
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
  const [from, to] = findSpan(weights);
  let [massAll, firstAll, secondAll] = [0, 0, 0];
  for (let q = from; q <= to; q++) {
    const [node, weight] = [nodes[q] as number, weights[q] as number];
    massAll += weight;
    firstAll += weight * node;
    secondAll += weight * node * node;
  }
  return (item) => {
    let mass = 0;
    let first = 0;
    let second = 0;
    for (let q = from; q <= to; q++) {
      const node = nodes[q] as number;
      const share = (weights[q] as number) * (right[item * size + q] as number);
      mass += share;
      first += share * node;
      second += share * node * node;
    }
    const p = probabilityRight(items[item] as BinaryItem, theta);
    const wrong = massAll - mass;
    const ifRight = mass > 0 ? second / mass - (first / mass) ** 2 : 0;
    const ifWrong = wrong > 0 ? (secondAll - second) / wrong - ((firstAll - first) / wrong) ** 2 : 0;
    return -(p * ifRight + (1 - p) * ifWrong);
  };
}

/** Share of the heaviest node below which a node changes no digit of a sum, however steep an item. */
const NEGLIGIBLE = 1e-22;

/** The first and the last node that weigh anything. */
function findSpan(weights: Float64Array): [first: number, last: number] {
  const least = NEGLIGIBLE * weights.reduce((most, weight) => Math.max(most, weight), 0);
  const first = weights.findIndex((weight) => weight > least);
  return [Math.max(0, first), weights.findLastIndex((weight) => weight > least)];
}
