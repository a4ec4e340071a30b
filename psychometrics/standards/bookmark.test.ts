import { expect, test } from 'vitest';
import { curvesOf, graded, partialCredit, threePl, twoPl } from '../models/index.ts';
import { cutAtBookmarks, orderItemBook, RP50, RP67 } from './index.ts';

const items = [twoPl(1, 0.5), threePl(1.2, -1, 0.25), partialCredit(0.9, [0.2, -0.4]), graded(1.4, [-0.3, 1.1])];

test('the book goes from easy to hard, with a page for every point to be had', () => {
  const book = orderItemBook(items);
  expect(book).toHaveLength(6);
  expect(book.map(({ theta }) => theta)).toEqual(book.map(({ theta }) => theta).toSorted((l, r) => l - r));
  for (const { item, score, theta } of book) {
    const of = items[item];
    if (of === undefined || item === 1) continue;
    const reached = curvesOf(of, theta)
      .probability.slice(score)
      .reduce((sum, p) => sum + p, 0);
    expect(reached).toBeCloseTo(RP67, 10);
  }
});

test('with even chances an item lies at its difficulty, guessing left out of account', () => {
  const book = orderItemBook(items, RP50);
  expect(book.find(({ item }) => item === 0)?.theta).toBe(0.5);
  expect(book.find(({ item }) => item === 1)?.theta).toBe(-1);
  const easy = orderItemBook([twoPl(2, 0)], RP67)[0]?.theta;
  expect(easy).toBeCloseTo(Math.log(2) / 2, 12);
});

test('the cut is the median of the pages that the judges say are just mastered', () => {
  const book = [-1, -0.2, 0.4, 1.3].map((theta, item) => ({ item, score: 1, theta }));
  const { cut, mean, judges, spread, standardError } = cutAtBookmarks(book, [3, 4, 5]);
  expect(judges).toEqual([-0.2, 0.4, 1.3]);
  expect(cut).toBe(0.4);
  expect(mean).toBeCloseTo(0.5, 12);
  expect(standardError).toBeCloseTo((1.2533141373155 * spread) / Math.sqrt(3), 10);
  expect(cutAtBookmarks(book, [2, 4]).cut).toBeCloseTo(-0.3, 12);
});

test('a bookmark that is on no page, or an item that cannot lie in a book, is refused', () => {
  const book = orderItemBook(items);
  expect(() => cutAtBookmarks(book, [3, 1])).toThrow('judge 2: bookmark on page 1');
  expect(() => cutAtBookmarks(book, [8])).toThrow('at most on 7');
  expect(() => cutAtBookmarks(book, [2.5])).toThrow('page 2.5');
  expect(() => cutAtBookmarks(book, [])).toThrow('a judge');
  expect(() => orderItemBook([])).toThrow('an item at least');
  expect(() => orderItemBook([twoPl(-1, 0)])).toThrow('leave it out of the book');
  expect(() => orderItemBook(items, 67)).toThrow('response probability 67');
});
