import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareAngoffRounds, summariseAngoff } from './index.ts';

const first = [
  [0.5, 0.8, 0.2],
  [0.7, 0.9, 0.8],
  [0.6, 0.7, 0.5],
];
const second = [
  [0.55, 0.8, 0.4],
  [0.65, 0.9, 0.6],
  [0.6, 0.8, 0.5],
];

test('the cut is the mean of what the judges demand, with the error that other judges would bring', () => {
  const { cut, share, standardError, spread, judges, items, disputed } = summariseAngoff(first);
  // Cuts of 1.5, 2.4 and 1.8 points.
  expect(cut).toBeCloseTo(1.9, 12);
  expect(share).toBeCloseTo(1.9 / 3, 12);
  expect(spread).toBeCloseTo(Math.sqrt(0.21), 12);
  expect(standardError).toBeCloseTo(Math.sqrt(0.07), 12);
  expect(judges.map(({ leniency }) => Math.round(leniency * 1e9) / 1e9)).toEqual([0.4, -0.5, 0.1]);
  expect(items[2]).toEqual({
    mean: expect.closeTo(0.5, 12),
    spread: expect.closeTo(0.3, 12),
    range: expect.closeTo(0.6, 12),
  });
  // The first two are disputed alike but for their order.
  expect(disputed[0]).toBe(2);
});

test('an item of several points counts for all of them', () => {
  const { cut, share } = summariseAngoff(first, [1, 1, 4]);
  expect(cut).toBeCloseTo(1.9 + 3 * 0.5, 12);
  expect(share).toBeCloseTo(3.4 / 6, 12);
});

test('a second round shows who moved, which items, and whether the judges came nearer to each other', () => {
  const { shift, spreadRatio, judges, items, second: after } = compareAngoffRounds(first, second);
  expect(after.cut).toBeCloseTo(5.8 / 3, 12);
  expect(shift).toBeCloseTo(5.8 / 3 - 1.9, 12);
  expect(spreadRatio).toBeLessThan(1);
  expect(judges.map((by) => Math.round(by * 1e9) / 1e9)).toEqual([0.25, -0.25, 0.1]);
  expect(items[1]).toBeCloseTo(0.1 / 3, 12);
});

test('the order of judges changes nothing, and leniencies cancel out', () => {
  const ratings = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), {
    minLength: 2,
    maxLength: 8,
  });
  fc.assert(
    fc.property(ratings, (rows) => {
      const [there, back] = [summariseAngoff(rows), summariseAngoff(rows.toReversed())];
      expect(back.cut).toBeCloseTo(there.cut, 10);
      expect(back.standardError).toBeCloseTo(there.standardError, 10);
      expect(there.judges.reduce((sum, { leniency }) => sum + leniency, 0)).toBeCloseTo(0, 10);
      expect(there.items.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(there.cut, 10);
    }),
  );
});

test('one judge has a cut, and no spread', () => {
  expect(summariseAngoff([[0.5, 0.7]])).toMatchObject({ cut: 1.2, spread: Number.NaN, standardError: Number.NaN });
});

test('ratings with a hole or a slip of the pen are refused, by judge and item', () => {
  expect(() => summariseAngoff([])).toThrow('a judge and an item');
  expect(() => summariseAngoff([[]])).toThrow('a judge and an item');
  expect(() => summariseAngoff([[0.5, 0.5], [0.5]])).toThrow('judge 2 rated 1 of 2 items');
  expect(() => summariseAngoff([[0.5, 70]])).toThrow('judge 1, item 2: rating 70');
  expect(() => summariseAngoff([[0.5, Number.NaN]])).toThrow('rating NaN');
  expect(() => summariseAngoff([[0.5]], [0])).toThrow('highest score 0');
  expect(() => compareAngoffRounds(first, second.slice(1))).toThrow('compare rounds of the same');
});
