import { expect, test } from 'vitest';
import { responsesOf } from '../calibration/responses.ts';
import { threePl, twoPl } from '../models/index.ts';
import { normalNumber, seededRandom, simulateResponses } from '../simulation/index.ts';
import { readGolden, readTable } from '../testing/golden.ts';
import { compareGroups, type Group } from './index.ts';

type Golden = { MHchi2: number[]; alphaMH: number[]; p: number[]; stdPDIF: number[] };

const GENDER = 25;
const { rows } = readTable('verbal_aggression');
const verbal = responsesOf(rows.map((row) => row.slice(0, 24)));
const genders = rows.map((row): Group => (row[GENDER] === 1 ? 'focal' : 'reference'));

test('on verbal aggression between genders, every item has the figures that difR computes', () => {
  const golden = readGolden<Golden>('verbal_dif');
  for (const [j, found] of compareGroups(verbal, genders).entries()) {
    expect(found.chiSquare).toBeCloseTo(golden.MHchi2[j] ?? Number.NaN, 9);
    expect(found.pValue).toBeCloseTo(golden.p[j] ?? Number.NaN, 10);
    expect(found.oddsRatio).toBeCloseTo(golden.alphaMH[j] ?? Number.NaN, 9);
    expect(found.delta).toBeCloseTo(-2.35 * Math.log(golden.alphaMH[j] ?? Number.NaN), 9);
    expect(found.standardised).toBeCloseTo(golden.stdPDIF[j] ?? Number.NaN, 9);
  }
});

test('the groups exchanged, every figure is the same the other way round', () => {
  const other = genders.map((group): Group => (group === 'focal' ? 'reference' : 'focal'));
  const [here, there] = [compareGroups(verbal, genders), compareGroups(verbal, other)];
  for (const [j, { chiSquare, delta, deltaError }] of here.entries()) {
    expect(there[j]?.chiSquare).toBeCloseTo(chiSquare, 9);
    expect(there[j]?.delta).toBeCloseTo(-delta, 9);
    expect(there[j]?.deltaError).toBeCloseTo(deltaError, 9);
  }
});

test('an item made harder for one group is called large, and its fair neighbours are not', () => {
  const random = seededRandom(3);
  const fair = Array.from({ length: 20 }, (_, j) => twoPl(1.2, -1.5 + 0.15 * j));
  const people = (n: number) => Float64Array.from({ length: n }, () => normalNumber(random));
  const unfair = fair.with(9, threePl(1.2, (fair[9]?.b ?? 0) + 1.2, 0));
  const [reference, focal] = [
    simulateResponses(fair, people(800), random),
    simulateResponses(unfair, people(800), random),
  ];
  const both = {
    items: 20,
    scores: Int8Array.from([...reference.scores, ...focal.scores]),
    counts: new Float64Array(1600).fill(1),
  };
  const groups = Array.from({ length: 1600 }, (_, i): Group => (i < 800 ? 'reference' : 'focal'));
  const found = compareGroups(both, groups);
  expect(found.flatMap(({ size }, j) => (size === 'C' ? [j] : []))).toEqual([9]);
  expect(found[9]?.delta).toBeLessThan(-1.5);
  expect(found[9]?.standardised).toBeLessThan(-0.1);
  // Few people say too little to call even that large.
  const few = compareGroups({ ...both, counts: both.counts.map((_, i) => (i % 40 === 0 ? 1 : 0)) }, groups);
  expect(few[9]?.size).toBe('A');
});

test('an item that all of one group have right and all of the other wrong is large', () => {
  const rows = Array.from({ length: 40 }, (_, i) => [i % 2, 1 - (i % 2), i < 20 ? 1 : 0]);
  const groups = rows.map((_, i): Group => (i % 2 === 1 ? 'reference' : 'focal'));
  const [item] = compareGroups(responsesOf(rows), groups);
  expect(item).toMatchObject({ oddsRatio: Number.POSITIVE_INFINITY, delta: Number.NEGATIVE_INFINITY, size: 'C' });
});

test('where the groups share no score, an item is not called negligible', () => {
  const apart = responsesOf([
    [1, 0],
    [1, 1],
  ]);
  expect(compareGroups(apart, ['focal', 'reference'])[0]).toMatchObject({ pValue: Number.NaN, size: null });
});

test('an item with an excess of less than half a person has the chi-square that is published, as difR has', () => {
  // Of the reference group 5 right and 4 wrong, of the focal 2 and 2: 5 - 9 * 7 / 13 right more than expected.
  const rows = [
    [1, 0],
    [0, 1],
    [1, 0],
    [0, 1],
  ];
  const [item] = compareGroups(responsesOf(rows, [5, 4, 2, 2]), ['reference', 'reference', 'focal', 'focal']);
  const variance = (9 * 4 * 7 * 6) / (13 ** 2 * 12);
  expect(item?.chiSquare).toBeCloseTo((5 - (9 * 7) / 13 - 0.5) ** 2 / variance, 12);
});

test('what cannot be compared is refused', () => {
  const two = responsesOf([
    [1, 0],
    [0, 1],
  ]);
  expect(() => compareGroups(two, ['focal'])).toThrow('2 rows, 1 groups');
  expect(() => compareGroups(two, ['focal', 'focal'])).toThrow('nobody is in the reference group');
  const three = responsesOf([
    [1, 0],
    [0, 1],
    [1, 1],
  ]);
  // Once whoever was misspelt was silently left out.
  expect(() => compareGroups(three, ['focal', 'reference', 'Focal' as Group])).toThrow('row 3: group Focal is neither');
  expect(() =>
    compareGroups(
      responsesOf([
        [2, 0],
        [0, 1],
      ]),
      ['focal', 'reference'],
    ),
  ).toThrow('row 1, column 1: 2');
});
