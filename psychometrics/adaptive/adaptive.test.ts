import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateExpectedPosterior, estimateMaximumPosterior } from '../ability/index.ts';
import { itemInformation, probabilityRight, threePl, twoPl } from '../models/index.ts';
import { seededRandom } from '../simulation/index.ts';
import { readGolden, readTable } from '../testing/golden.ts';
import {
  type AdaptiveAnswer,
  type CriterionName,
  expectAbility,
  pickAmong,
  prepareBank,
  rankNextItems,
} from './index.ts';

type Golden = {
  items: number[];
  resp: number[];
  theta_BM: number;
  next_: Record<CriterionName, { item: number; info: number }>;
};

const golden = readGolden<Golden>('catR_next');
const items = readTable('catR_tcals').rows.map(([, a = 0, b = 0, c = 0]) => threePl(a, b, c));
const bank = prepareBank(items);
const answers = golden.items.map((item, k): AdaptiveAnswer => ({ item: item - 1, isRight: golden.resp[k] === 1 }));
const criteria = ['MFI', 'KL', 'MEPV'] as const;

test.each(criteria)('after five answers the next item by %s is the one that catR chooses', (name) => {
  const { item, info } = golden.next_[name];
  const [best] = rankNextItems(bank, name, { theta: golden.theta_BM, answers });
  expect(best?.item).toBe(item - 1);
  expect(Math.abs(best?.value ?? 0)).toBeCloseTo(info, 9);
});

test("the ability the answers lead to is catR's, as far as its search went", () => {
  const given = golden.items.map((item) => items[item - 1] ?? twoPl(1, 0));
  expect(estimateMaximumPosterior(given, golden.resp).theta).toBeCloseTo(golden.theta_BM, 5);
});

test('nobody gets an item twice, or one that is not allowed, and the order is that of the values', () => {
  const random = seededRandom(4);
  for (const name of criteria) {
    const mayUse = (item: number) => item % 3 !== 0;
    const ranked = rankNextItems(bank, name, { theta: 0.3, answers, mayUse, count: 100 });
    const used = new Set(answers.map(({ item }) => item));
    expect(ranked).toHaveLength(items.filter((_, item) => mayUse(item) && !used.has(item)).length);
    expect(ranked.every(({ item }) => mayUse(item) && !used.has(item))).toBe(true);
    expect(ranked.map(({ value }) => value)).toEqual(ranked.map(({ value }) => value).toSorted((l, r) => r - l));
    expect(ranked.slice(0, 5)).toContain(pickAmong(ranked.slice(0, 5), random));
  }
  expect(pickAmong([], random)).toBeNull();
  expect(rankNextItems(bank, 'MFI', { theta: 0, answers: [], mayUse: () => false })).toEqual([]);
});

test('by information it is the item with the most of it, wherever a person stands', () => {
  fc.assert(
    fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (theta) => {
      const [best] = rankNextItems(bank, 'MFI', { theta, answers: [] });
      expect(best?.value).toBe(Math.max(...items.map((item) => itemInformation(item, theta))));
    }),
  );
});

test('the expected variance is that of the two posteriors that the answer may lead to', () => {
  const two = [twoPl(1.2, -0.3), twoPl(0.9, 0.6)];
  const grid = { count: 161, range: 8 };
  const [next] = rankNextItems(prepareBank(two, grid), 'MEPV', { theta: 0.2, answers: [{ item: 0, isRight: true }] });
  const p = probabilityRight(two[1] ?? twoPl(1, 0), 0.2);
  const variance = (score: number) => estimateExpectedPosterior(two, [1, score], { grid }).standardError ** 2;
  expect(-(next?.value ?? 0)).toBeCloseTo(p * variance(1) + (1 - p) * variance(0), 10);
});

test('an item far too easy or too hard for everybody has a value all the same, and is not chosen', () => {
  const odd = prepareBank([twoPl(30, -60), twoPl(30, 60), twoPl(1, 0)]);
  for (const name of criteria) {
    const ranked = rankNextItems(odd, name, { theta: 0, answers: [], count: 3 });
    expect(ranked[0]?.item).toBe(2);
    expect(ranked.every(({ value }) => Number.isFinite(value))).toBe(true);
  }
});

test('a state that cannot be is refused', () => {
  for (const name of criteria) {
    expect(() => rankNextItems(bank, name, { theta: 0, answers: [{ item: 400, isRight: true }] })).toThrow('item 400');
  }
  expect(() => rankNextItems(bank, 'MFI', { theta: Number.POSITIVE_INFINITY, answers: [] })).toThrow('not finite');
  for (const count of [0, Number.NaN, 1.5]) {
    expect(() => rankNextItems(bank, 'MFI', { theta: 0, answers: [], count })).toThrow(`the best ${count}`);
  }
  // Once any other word was taken for the expected variance.
  expect(() => rankNextItems(bank, 'mfi' as 'MFI', { theta: 0, answers: [] })).toThrow('one of MFI, KL, MEPV');
  const prior = { mean: 0, sd: 0 };
  expect(() => rankNextItems(bank, 'MEPV', { theta: 0, answers: [], prior })).toThrow('sd 0');
  expect(() => expectAbility(bank, [], prior)).toThrow('sd 0');
});
