import type { AbilityEstimate } from '../ability/estimate.ts';
import { probabilityRight } from '../models/curves.ts';
import { type BinaryItem, threePl } from '../models/item.ts';
import { softplus } from '../models/logistic.ts';
import { type Grid, type Normal, normalQuadrature } from '../numerics/quadrature.ts';

/** 33 nodes on [-4, 4]. */
export const ADAPTIVE_GRID: Grid = { count: 33, range: 4 };

/** A bank made ready for choosing from it many times: of each item and node the chance of a right answer and logs of it. */
export type AdaptiveBank = {
  items: readonly BinaryItem[];
  nodes: Float64Array;
  /** `right[item * nodes + node]`, and so the two others. */
  right: Float64Array;
  logRight: Float64Array;
  logWrong: Float64Array;
};

/** One answer given so far: the item's place in the bank, and whether it was right. */
export type AdaptiveAnswer = { item: number; isRight: boolean };

/**
 * Makes a bank ready: once, for all people.
 *
 * @param grid where abilities are looked at, in logits; `ADAPTIVE_GRID` if not said
 * @returns plain data, three numbers for each item and node
 * @throws RangeError for an impossible grid or item
 */
export function prepareBank(items: readonly BinaryItem[], grid: Grid = ADAPTIVE_GRID): AdaptiveBank {
  const { nodes } = normalQuadrature(grid);
  const right = new Float64Array(items.length * nodes.length);
  const logRight = right.slice();
  const logWrong = right.slice();
  for (const [j, { a, b, c }] of items.entries()) {
    const item = threePl(a, b, c);
    for (const [q, node] of nodes.entries()) {
      right[j * nodes.length + q] = probabilityRight(item, node);
      // Not the log of what is rounded to 0: that would rule an ability out for good.
      logRight[j * nodes.length + q] = c === 0 ? -softplus(a * (b - node)) : Math.log(probabilityRight(item, node));
      logWrong[j * nodes.length + q] = Math.log1p(-c) - softplus(a * (node - b));
    }
  }
  return { items, nodes, right, logRight, logWrong };
}

/**
 * What the answers say at each node, up to a constant: their likelihood, times a normal prior if there is one.
 *
 * @returns one weight per node, the two ends with half of theirs: the weights of the trapezoid rule
 * @throws RangeError if an answer is to no item of the bank
 */
export function weighNodes(bank: AdaptiveBank, answers: readonly AdaptiveAnswer[], prior: Normal | null): Float64Array {
  return halveEnds(logsAtNodes(bank, answers, prior).map(Math.exp));
}

/**
 * The ability that the answers and the prior leave to be expected, on the bank's nodes.
 *
 * @param prior normal, in logits; it is cut off at the ends of the nodes
 * @returns mean and standard deviation of the posterior, in logits
 * @throws RangeError if an answer is to no item of the bank, or the prior's sd is not above 0
 * @formula expectedAbility = sum(weights, (w, q) => w * nodes[q]) / sum(weights)
 * @see Bock & Mislevy (1982)
 */
export function expectAbility(bank: AdaptiveBank, answers: readonly AdaptiveAnswer[], prior: Normal): AbilityEstimate {
  const logs = logsAtNodes(bank, answers, prior);
  const highest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const weights = halveEnds(logs.map((log) => Math.exp(log - highest)));
  let [mass, first, second] = [0, 0, 0];
  for (const [q, weight] of weights.entries()) {
    const node = bank.nodes[q] as number;
    mass += weight;
    first += weight * node;
    second += weight * node * node;
  }
  const theta = first / mass;
  return { theta, standardError: Math.sqrt(Math.max(0, second / mass - theta * theta)) };
}

function logsAtNodes(bank: AdaptiveBank, answers: readonly AdaptiveAnswer[], prior: Normal | null): Float64Array {
  const size = bank.nodes.length;
  if (prior !== null && !(prior.sd > 0 && Number.isFinite(prior.mean))) {
    throw new RangeError(`normal distribution with mean ${prior.mean}, sd ${prior.sd}`);
  }
  const logs = bank.nodes.map((node) => (prior === null ? 0 : -0.5 * ((node - prior.mean) / prior.sd) ** 2));
  for (const { item, isRight } of answers) {
    if (!(item in bank.items)) throw new RangeError(`an answer to item ${item}, of ${bank.items.length}`);
    const of = isRight ? bank.logRight : bank.logWrong;
    for (let q = 0; q < size; q++) logs[q] = (logs[q] as number) + (of[item * size + q] as number);
  }
  return logs;
}

function halveEnds(weights: Float64Array): Float64Array {
  for (const end of [0, weights.length - 1]) weights[end] = (weights[end] as number) / 2;
  return weights;
}
