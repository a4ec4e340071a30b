import { expect, test } from 'vitest';
import { responsesOf } from '../calibration/responses.ts';
import { readGolden, readTable } from '../testing/golden.ts';
import { type Group, standardiseDifferences, testHomogeneity } from './index.ts';

const { rows } = readTable('verbal_aggression');
const verbal = responsesOf(rows.map((row) => row.slice(0, 24)));
const genders = rows.map((row): Group => (row[25] === 1 ? 'focal' : 'reference'));

/** People of raw score 1 with the first item right and wrong, then of score 2: three items. */
const small = responsesOf(
  [
    [1, 0, 0],
    [0, 1, 0],
    [1, 0, 0],
    [0, 1, 0],
    [1, 1, 0],
    [0, 1, 1],
    [1, 1, 0],
    [0, 1, 1],
  ],
  [5, 5, 3, 7, 8, 2, 4, 6],
);
const groups = Array.from({ length: 8 }, (_, i): Group => (i % 4 < 2 ? 'reference' : 'focal'));

test('weighted by the focal group, differences are those that difR computes', () => {
  const { stdPDIF } = readGolden<{ stdPDIF: number[] }>('verbal_dif');
  for (const [j, { difference }] of standardiseDifferences(verbal, genders).entries()) {
    expect(difference).toBeCloseTo(stdPDIF[j] ?? Number.NaN, 12);
  }
});

test('the difference, its error and its spread are those worked out by hand', () => {
  const [item] = standardiseDifferences(small, groups);
  expect(item?.byScore).toEqual([
    { score: 1, reference: 0.5, focal: 0.3, weight: 10 },
    { score: 2, reference: 0.8, focal: 0.4, weight: 10 },
  ]);
  expect(item?.difference).toBeCloseTo(-0.3, 12);
  expect(item?.spread).toBeCloseTo(Math.sqrt((0.04 + 0.16) / 2), 12);
  expect(item?.error).toBeCloseTo(Math.sqrt((0.25 + 0.21 + 0.16 + 0.24) / 10 / 4), 12);
  expect(item?.size).toBe('C');
});

test('the spread is never smaller than the difference, whoever the weights are of', () => {
  for (const weighting of ['focal', 'reference', 'all'] as const) {
    for (const { difference, spread, error } of standardiseDifferences(verbal, genders, weighting)) {
      expect(spread).toBeGreaterThanOrEqual(Math.abs(difference));
      expect(error).toBeGreaterThan(0);
    }
  }
});

test('groups that share no score have no difference, and nothing to be homogeneous', () => {
  const apart = responsesOf([
    [1, 0],
    [1, 1],
  ]);
  expect(standardiseDifferences(apart, ['focal', 'reference'])[0]).toMatchObject({
    difference: Number.NaN,
    size: null,
    byScore: [],
  });
  expect(testHomogeneity(apart, ['focal', 'reference'])[0]).toMatchObject({
    statistic: Number.NaN,
    pValue: Number.NaN,
  });
});

test('odds ratios that are the same at every score are homogeneous without a rest', () => {
  const [item] = testHomogeneity({ ...small, counts: Float64Array.of(8, 2, 4, 4, 4, 4, 1, 4) }, groups);
  expect(item?.statistic).toBeCloseTo(0, 12);
  expect(item).toMatchObject({ freedom: 1, pValue: expect.closeTo(1, 5) });
  const [equal] = testHomogeneity({ ...small, counts: Float64Array.of(3, 3, 2, 2, 4, 1, 8, 2) }, groups);
  expect(equal?.statistic).toBeCloseTo(0, 12);
});

test('what cannot be compared is refused', () => {
  expect(() => standardiseDifferences(small, [])).toThrow('8 rows, 0 groups');
  expect(() => standardiseDifferences(responsesOf([[1], [null]]), ['focal', 'reference'])).toThrow(
    'row 2, column 1 is missing',
  );
  expect(() => testHomogeneity(responsesOf([[1], [2]]), ['focal', 'reference'])).toThrow('2 is not 0 or 1');
});
