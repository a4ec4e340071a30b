import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGolden, readTable } from '../testing/golden.ts';
import {
  equateByArc,
  equateByIdentity,
  equateLinearly,
  equateMeans,
  equatePercentiles,
  percentileRank,
} from './index.ts';

const { rows } = readTable('ACTmath');
const from = rows.map(([, count = 0]) => count);
const to = rows.map(([, , count = 0]) => count);
const ends = [
  { from: 0, to: 0 },
  { from: 40, to: 40 },
] as const;

test.each([
  ['mean', equateMeans(from, to)],
  ['linear', equateLinearly(from, to)],
  ['equipercentile', equatePercentiles(from, to)],
  ['circle-arc', equateByArc(from, to, ends)],
])('on ACT mathematics, %s equivalents are those of the package equate', (name, found) => {
  const golden = readGolden<Record<string, number[]>>('ACTmath')[name] ?? [];
  expect(found).toHaveLength(golden.length);
  // Its percentile ranks are rounded to seven digits.
  for (const [score, equivalent] of golden.entries()) expect(found[score]).toBeCloseTo(equivalent, 6);
});

const frequencies = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 12, maxLength: 12 });

test('a form equated to itself gives every score back, by every method', () => {
  fc.assert(
    fc.property(frequencies, (own) => {
      const itself = [
        { from: 0, to: 0 },
        { from: 11, to: 11 },
      ] as const;
      const methods = [equateMeans, equateLinearly, equatePercentiles];
      for (const found of [...methods.map((method) => method(own, own)), equateByArc(own, own, itself)]) {
        for (const [score, equivalent] of found.entries()) expect(equivalent).toBeCloseTo(score, 8);
      }
    }),
  );
});

test('nobody is worth less for a higher score', () => {
  fc.assert(
    fc.property(frequencies, frequencies, (one, other) => {
      for (const found of [equateLinearly(one, other), equatePercentiles(one, other)]) {
        for (let score = 1; score < found.length; score++) {
          expect(found[score]).toBeGreaterThan(found[score - 1] ?? Number.NaN);
        }
      }
    }),
  );
});

test('equivalents of percentiles have the percentile rank of what they stand for', () => {
  fc.assert(
    fc.property(frequencies, frequencies, (one, other) => {
      for (const [score, equivalent] of equatePercentiles(one, other).entries()) {
        expect(percentileRank(other, equivalent)).toBeCloseTo(percentileRank(one, score), 10);
      }
    }),
  );
});

test('an arc meets its ends and the means, and leaves the rest to the line', () => {
  const narrow = [
    { from: 5, to: 6 },
    { from: 38, to: 39 },
  ] as const;
  const found = equateByArc(from, to, narrow);
  expect(found[5]).toBeCloseTo(6, 9);
  expect(found[38]).toBeCloseTo(39, 9);
  expect(found[0]).toBeCloseTo(1, 9);
  const symmetric = [0, 1, 2, 1, 0];
  const shifted = equateByArc(
    symmetric,
    [0, 0, 1, 2, 1],
    [
      { from: 0, to: 0 },
      { from: 4, to: 4 },
    ],
  );
  expect(shifted[2]).toBeCloseTo(3, 12);
});

test('without equating every score is worth itself', () => {
  expect(equateByIdentity([1, 2, 3], [3, 2, 1])).toEqual([0, 1, 2]);
  expect(() => equateByIdentity([1, 2, 3], [3, 2])).toThrow('3 and 2 raw scores');
});

test('frequencies that cannot be are refused', () => {
  // Shares have no number of people to divide by; once the equivalents were no numbers.
  expect(() => equateLinearly([0.2, 0.5, 0.3], [3, 4, 3])).toThrow('not their shares');
  expect(() => percentileRank([0, 0], 1)).toThrow('somebody is there');
  expect(() => percentileRank([1, 2], Number.NaN)).toThrow('score NaN');
  const ends = [
    { from: 0, to: Number.NaN },
    { from: 2, to: 2 },
  ] as const;
  expect(() => equateByArc([1, 2, 1], [1, 2, 2], ends)).toThrow('from 0 to NaN');
  expect(() => equateMeans([1, -1], [1, 1])).toThrow('score 1: -1 people');
  expect(() => equatePercentiles([0, 5, 0], [1, 1, 1])).toThrow('fewer than two raw scores');
  expect(() =>
    equateByArc(
      [1, 1, 1],
      [1, 1, 1],
      [
        { from: 2, to: 2 },
        { from: 3, to: 3 },
      ],
    ),
  ).toThrow('not between');
});
