import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Responses, responsesOf } from '../calibration/responses.ts';
import { type BinaryItem, twoPl } from '../models/index.ts';
import { normalNumber, seededRandom, simulateResponses } from '../simulation/index.ts';
import { readGolden, readTable } from '../testing/golden.ts';
import { compareGroupsByLogistic, type Group, standardiseDifferences, testHomogeneity } from './index.ts';

type Golden = { logistic2df: number[]; udif: number[]; nudif: number[]; dR2: number[]; BD: [number, number, number][] };

const golden = readGolden<Golden>('verbal_dif');
const { rows } = readTable('verbal_aggression');
const verbal = responsesOf(rows.map((row) => row.slice(0, 24)));
const genders = rows.map((row): Group => (row[25] === 1 ? 'focal' : 'reference'));

/** A reference and a focal group of so many, with the same abilities on average. */
function given(fair: readonly BinaryItem[], unfair: readonly BinaryItem[], size: number, seed: number) {
  const random = seededRandom(seed);
  const people = () => Float64Array.from({ length: size }, () => normalNumber(random));
  const sides = [fair, unfair].map((items) => simulateResponses(items, people(), random).scores);
  const responses: Responses = {
    items: fair.length,
    scores: Int8Array.from(sides.flatMap((side) => [...side])),
    counts: new Float64Array(2 * size).fill(1),
  };
  return { responses, groups: Array.from({ length: 2 * size }, (_, i): Group => (i < size ? 'reference' : 'focal')) };
}

test('on verbal aggression between genders, every item has the tests and effect sizes that difR computes', () => {
  for (const [j, { both, uniform, nonUniform, converged }] of compareGroupsByLogistic(verbal, genders).entries()) {
    expect(both.statistic).toBeCloseTo(golden.logistic2df[j] ?? Number.NaN, 9);
    expect(uniform.statistic).toBeCloseTo(golden.udif[j] ?? Number.NaN, 9);
    expect(nonUniform.statistic).toBeCloseTo(golden.nudif[j] ?? Number.NaN, 9);
    expect(both.effect).toBeCloseTo(golden.dR2[j] ?? Number.NaN, 10);
    expect(converged).toBe(true);
  }
});

test('on verbal aggression between genders, every item has the homogeneity of odds ratios that difR computes', () => {
  for (const [j, { statistic, freedom, pValue }] of testHomogeneity(verbal, genders).entries()) {
    const [chiSquare, df, p] = golden.BD[j] ?? [];
    // These four decimals are all that is printed there.
    expect([Number(statistic.toFixed(4)), freedom, Number(pValue.toFixed(4))]).toEqual([chiSquare, df, p]);
  }
});

test('a difference of one direction is told from one that turns round', () => {
  const fair = Array.from({ length: 20 }, (_, j) => twoPl(1.2, -1.5 + 0.15 * j));
  const unfair = fair.with(9, twoPl(1.2, 0.65)).with(12, twoPl(0.3, 0.3));
  const { responses, groups } = given(fair, unfair, 1500, 8);
  const found = compareGroupsByLogistic(responses, groups);
  const [harder, turned] = [found[9], found[12]];
  expect(harder?.uniform.pValue).toBeLessThan(1e-10);
  expect(harder?.nonUniform.pValue).toBeGreaterThan(0.01);
  expect(harder?.logOdds).toBeLessThan(-0.6);
  expect(turned?.nonUniform.pValue).toBeLessThan(1e-10);
  expect(turned?.uniform.effect).toBeLessThan((turned?.nonUniform.effect ?? 0) / 5);
  // What averages over all scores is blind to the second; its spread and the test of homogeneity are not.
  const standardised = standardiseDifferences(responses, groups);
  const { difference = 1, spread = 0 } = standardised[12] ?? {};
  expect(spread).toBeGreaterThan(0.12);
  expect(Math.abs(difference)).toBeLessThan(spread / 2);
  expect(testHomogeneity(responses, groups)[12]?.pValue).toBeLessThan(1e-6);
  expect(found.filter(({ jodoinGierl }) => jodoinGierl !== 'A').length).toBeLessThanOrEqual(2);
  expect(found.every(({ zumboThomas }) => zumboThomas === 'A')).toBe(true);
});

test('fair items are called unfair about as often as the level of the test says', () => {
  const fair = Array.from({ length: 30 }, (_, j) => twoPl(1, -1.5 + 0.1 * j));
  let flagged = 0;
  for (let seed = 20; seed < 24; seed++) {
    const { responses, groups } = given(fair, fair, 400, seed);
    flagged += compareGroupsByLogistic(responses, groups).filter(({ both }) => both.pValue < 0.05).length;
  }
  expect(flagged).toBeGreaterThan(0);
  expect(flagged).toBeLessThan(14);
});

test('an item with a huge difference is large by both classes', () => {
  const fair = Array.from({ length: 20 }, (_, j) => twoPl(1.2, -1.5 + 0.15 * j));
  const { responses, groups } = given(fair, fair.with(5, twoPl(1.2, 3)), 600, 4);
  expect(compareGroupsByLogistic(responses, groups)[5]).toMatchObject({ jodoinGierl: 'C', zumboThomas: 'C' });
});

test('the groups exchanged, or people in another order, the tests are the same', () => {
  const other = genders.map((group): Group => (group === 'focal' ? 'reference' : 'focal'));
  const reversed = { ...verbal, scores: verbal.scores.toReversed() };
  const there = compareGroupsByLogistic(reversed, other.toReversed()).toReversed();
  for (const [j, { both, uniform, logOdds }] of compareGroupsByLogistic(verbal, genders).entries()) {
    expect(there[j]?.both.statistic).toBeCloseTo(both.statistic, 9);
    expect(there[j]?.uniform.effect).toBeCloseTo(uniform.effect, 10);
    expect(there[j]?.logOdds).toBeCloseTo(-logOdds, 8);
  }
});

test('other units of the matching score change no test', () => {
  const matching = Array.from({ length: 316 }, (_, i) =>
    verbal.scores.subarray(i * 24, i * 24 + 24).reduce((s, x) => s + x, 0),
  );
  const [first] = compareGroupsByLogistic(verbal, genders);
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1000, noNaN: true }),
      fc.integer({ min: -1000, max: 1000 }),
      (scale, shift) => {
        const [moved] = compareGroupsByLogistic(
          { ...verbal, items: 24 },
          genders,
          matching.map((x) => scale * x + shift),
        );
        expect(moved?.both.statistic).toBeCloseTo(first?.both.statistic ?? Number.NaN, 7);
      },
    ),
    { numRuns: 5 },
  );
});

test('matched on abilities, items may be missing by design', () => {
  const four = responsesOf([[1], [null], [0], [1], [0], [1], [0], [1], [0]]);
  const groups = Array.from({ length: 9 }, (_, i): Group => (i % 2 === 0 ? 'focal' : 'reference'));
  const matching = [0.5, 9, -0.4, 0.1, 0.3, -0.9, -0.2, 0.7, 0.2];
  const without = responsesOf([[1], [0], [1], [0], [1], [0], [1], [0]]);
  expect(compareGroupsByLogistic(four, groups, matching)).toEqual(
    compareGroupsByLogistic(without, groups.toSpliced(1, 1), matching.toSpliced(1, 1)),
  );
});

test('where nothing can be told there are no figures, and where answers part wholly that is said', () => {
  const groups: Group[] = ['reference', 'focal', 'reference', 'focal', 'reference', 'focal'];
  const matching = [0, 0, 1, 1, 2, 2];
  const [constant] = compareGroupsByLogistic(responsesOf([[1], [1], [1], [1], [1], [1]]), groups, matching);
  expect(constant).toMatchObject({
    both: { statistic: Number.NaN, pValue: Number.NaN },
    jodoinGierl: null,
    zumboThomas: null,
    converged: false,
  });
  // Every focal person wrong, every other right: the likelihood of the limit is 1.
  const [parted] = compareGroupsByLogistic(responsesOf([[1], [0], [1], [0], [1], [0]]), groups, matching);
  expect(parted?.converged).toBe(false);
  expect(parted?.logOdds).toBeNaN();
  expect(parted?.uniform.statistic).toBeCloseTo(2 * 6 * Math.log(2), 6);
  const [same] = compareGroupsByLogistic(responsesOf([[1], [0], [1], [0], [0], [1]]), groups, [1, 1, 1, 1, 1, 1]);
  expect(same?.both.statistic).toBeNaN();
});

test('what cannot be compared is refused', () => {
  const two = responsesOf([[1], [0]]);
  expect(() => compareGroupsByLogistic(two, ['focal'])).toThrow('2 rows, 1 groups');
  expect(() => compareGroupsByLogistic(two, ['focal', 'focal'])).toThrow('nobody is in the reference group');
  expect(() => compareGroupsByLogistic(two, ['focal', 'reference'], [1])).toThrow('2 rows, 1 matching scores');
  expect(() => compareGroupsByLogistic(two, ['focal', 'reference'], [1, Number.NaN])).toThrow(
    'row 2: matching score NaN',
  );
  expect(() => compareGroupsByLogistic(responsesOf([[1], [null]]), ['focal', 'reference'])).toThrow('row 2, column 1');
});
