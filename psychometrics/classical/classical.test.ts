import { expect, test } from 'vitest';
import { type Responses, responsesOf } from '../calibration/responses.ts';
import { readGolden, readTable } from '../testing/golden.ts';
import { analyseItems, analyseOptions, measureReliability } from './index.ts';

type Golden = { alpha: number; p: number[] };

function givenResponses(name: string): Responses {
  if (name === 'verbal') return responsesOf(readTable('verbal_aggression').rows.map((row) => row.slice(0, 24)));
  const { rows } = readTable(`${name}_patterns`);
  return responsesOf(
    rows.map((row) => row.slice(0, 5)),
    rows.map((row) => row[5] ?? 0),
  );
}

test.each(['LSAT6', 'LSAT7', 'verbal'])('alpha and difficulties of %s are those that R computes', (name) => {
  const golden = readGolden<Golden>(name);
  const responses = givenResponses(name);
  expect(measureReliability(responses).alpha).toBeCloseTo(golden.alpha, 12);
  for (const [j, { difficulty }] of analyseItems(responses).entries()) {
    expect(difficulty).toBeCloseTo(golden.p[j] ?? Number.NaN, 12);
  }
});

test('the interval of alpha holds it, and is wider for fewer people and for more confidence', () => {
  const many = givenResponses('LSAT7');
  const few = { ...many, counts: many.counts.map((count) => count / 10) };
  const [{ alpha, interval }, wide, sure] = [
    measureReliability(many),
    measureReliability(few),
    measureReliability(many, 0.99),
  ];
  expect(interval[0]).toBeLessThan(alpha);
  expect(interval[1]).toBeGreaterThan(alpha);
  for (const other of [wide, sure]) {
    expect(other.interval[0]).toBeLessThan(interval[0]);
    expect(other.interval[1]).toBeGreaterThan(interval[1]);
  }
});

test('an item is compared with the others, not with itself', () => {
  const rows = [
    [1, 1, 1],
    [1, 1, 0],
    [1, 0, 1],
    [0, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ];
  const [, , third] = analyseItems(responsesOf(rows));
  // x = 1 0 1 0 1 0, rest = 2 2 1 0 0 1: Σ(x − ½)(rest − 1) = 0.
  expect(third?.pointBiserial).toBeCloseTo(0, 14);
  expect(third?.difficulty).toBe(0.5);
  expect(
    analyseItems(
      responsesOf([
        [1, 0],
        [1, 1],
      ]),
    )[0]?.pointBiserial,
  ).toBeNaN();
});

test('a key rises from group to group, a distractor falls, and people of equal score stay together', () => {
  const abilities = [1, 1, 2, 2, 3, 3, 4, 4];
  const choices = ['b', 'b', 'b', 'a', 'a', 'b', 'a', null];
  expect(analyseOptions(choices, abilities)).toEqual([
    { option: 'a', share: 3 / 8, shareByGroup: [0, 0.5, 0.5, 0.5], meanAbility: 3 },
    { option: 'b', share: 0.5, shareByGroup: [1, 0.5, 0.5, 0], meanAbility: 7 / 4 },
  ]);
  const [all] = analyseOptions(['a', 'a', 'a', 'a'], [5, 5, 5, 5], 2);
  expect(all?.shareByGroup.filter((share) => share === 1)).toHaveLength(1);
});

test('what cannot be analysed is refused with its place', () => {
  expect(() =>
    analyseItems(
      responsesOf([
        [1, 0],
        [null, 1],
      ]),
    ),
  ).toThrow('row 2, column 1 is missing');
  expect(() => measureReliability(responsesOf([[1], [0]]))).toThrow('1 items and 2 persons');
  expect(() =>
    measureReliability(
      responsesOf([
        [1, 0],
        [0, 1],
      ]),
    ),
  ).toThrow('same raw score');
  expect(() =>
    measureReliability(
      responsesOf([
        [1, 1],
        [0, 1],
      ]),
      95,
    ),
  ).toThrow('confidence 95');
  expect(() => analyseOptions(['a'], [1, 2])).toThrow('1 choices, 2 abilities');
  expect(() => analyseOptions(['a'], [1], 1)).toThrow('1 groups');
  // An ability that is none once kept the sorting busy for ever.
  expect(() => analyseOptions(['a', 'b'], [1, Number.NaN])).toThrow('person 2: ability NaN is not finite');
  expect(() => analyseOptions(['a', 'b'], [Number.POSITIVE_INFINITY, 1])).toThrow('person 1: ability Infinity');
});
