import type { Item } from '@pyladder/exam';
import { isLongest, isOddOneOut } from './key-not-telling.ts';

/** Shares above these make a rule of thumb such as "take the longest" worth more than a guess. */
const highestShare = 0.3;
/** Fewer items say nothing about a share. */
const fewestItems = 100;

/** How often, over a whole pool, the key gives itself away; by chance each is 0.25 at most. */
export type PoolShares = { longest: number; oddOneOut: number };

export function measurePool(items: readonly Item[]): PoolShares {
  // Only where one option is to be chosen, and those are written out, is there a key to be told.
  const choices = items.filter(
    ({ answer, options }) => answer === undefined && options.filter(({ key }) => key).length === 1,
  );
  const share = (test: (item: Item) => boolean) =>
    choices.length === 0 ? 0 : choices.filter(test).length / choices.length;
  return {
    longest: share(({ options }) => isLongest(options)),
    oddOneOut: share(({ options }) => isOddOneOut(options)),
  };
}

/** What a candidate could make of a whole pool without knowing Python; empty if nothing. */
export function findRulesOfThumb(items: readonly Item[]): string[] {
  if (items.length < fewestItems) return [];
  const { longest, oddOneOut } = measurePool(items);
  return [
    ...(longest > highestShare ? [`The key is the longest option in ${percent(longest)} of the items.`] : []),
    ...(oddOneOut > highestShare ? [`The key is the only one of its kind in ${percent(oddOneOut)} of the items.`] : []),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
