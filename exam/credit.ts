import type { Response } from './response.ts';

/** What is right in one place of a form, in the ids of its sitting. */
export type PlaceKey =
  /** Any of these. */
  | { type: 'choice'; ids: readonly string[] }
  /** All of these and no other. */
  | { type: 'choices'; ids: readonly string[] }
  /** Any of these fillings: an id for each slot. */
  | { type: 'slots'; accepted: readonly (readonly string[])[] }
  /** Any of these orders. */
  | { type: 'order'; accepted: readonly (readonly string[])[] };

/**
 * The share of an item's points, in [0, 1], that a response earns where partial credit is given; 1 means wholly right.
 *
 * - choice: 1 or 0.
 * - choices, k right ones: max(0, (right chosen − wrong chosen) / k), so that choosing everything earns nothing.
 * - slots, n of them: slots that are as in the accepted filling that comes nearest / n.
 * - order of n lines: (l − 1) / (n − 1), l the most lines that stand in the sequence of an accepted order
 *   without the others; one line out of place costs one share, the reverse of the order earns nothing.
 *
 * A response of another type than the key's earns nothing.
 */
export function creditOf(key: PlaceKey, response: Response | null): number {
  if (response === null || response.type !== key.type) return 0;
  switch (response.type) {
    case 'choice':
      return key.type === 'choice' && response.option !== null && key.ids.includes(response.option) ? 1 : 0;
    case 'choices':
      return key.type === 'choices' ? creditOfChoices(key.ids, response.options) : 0;
    case 'slots':
      return key.type === 'slots' ? best(key.accepted, (filling) => creditOfSlots(filling, response.options)) : 0;
    case 'order':
      return key.type === 'order' ? best(key.accepted, (order) => creditOfOrder(order, response.options)) : 0;
  }
}

function best(accepted: readonly (readonly string[])[], credit: (one: readonly string[]) => number): number {
  return Math.max(0, ...accepted.map(credit));
}

function creditOfChoices(ids: readonly string[], chosen: readonly string[]): number {
  const right = chosen.filter((option) => ids.includes(option)).length;
  const wrong = chosen.length - right;
  return ids.length === 0 ? 0 : Math.max(0, (right - wrong) / ids.length);
}

function creditOfSlots(filling: readonly string[], given: readonly (string | null)[]): number {
  const right = filling.filter((option, slot) => given[slot] === option).length;
  return filling.length === 0 || given.length !== filling.length ? 0 : right / filling.length;
}

function creditOfOrder(order: readonly string[], given: readonly string[]): number {
  if (given.length !== order.length) return 0;
  if (order.length === 1) return given[0] === order[0] ? 1 : 0;
  const places = given.map((option) => order.indexOf(option));
  return places.includes(-1) ? 0 : Math.max(0, longestRise(places) - 1) / (order.length - 1);
}

/** Length of the longest part of the numbers that rises, the others left out. Forms have a handful of lines: O(n²) will do. */
function longestRise(numbers: readonly number[]): number {
  const lengths: number[] = [];
  for (const [at, number] of numbers.entries()) {
    const before = lengths.filter((_, earlier) => (numbers[earlier] ?? 0) < number);
    lengths[at] = 1 + Math.max(0, ...before);
  }
  return Math.max(0, ...lengths);
}
