import { expect, test } from 'vitest';
import { calibrate } from '../calibration/calibrate.ts';
import { responsesOf } from '../calibration/responses.ts';
import { probabilityRight, threePl, twoPl } from '../models/index.ts';
import { normalQuadrature } from '../numerics/quadrature.ts';
import { normalNumber, seededRandom, simulateResponses } from '../simulation/index.ts';
import { readTable } from '../testing/golden.ts';
import { testScoreFit } from './index.ts';

const { rows } = readTable('LSAT6_patterns');
const lsat6 = responsesOf(
  rows.map((row) => row.slice(0, 5)),
  rows.map((row) => row[5] ?? 0),
);

test('on LSAT6 the expected counts are those of all 32 patterns, counted one by one', () => {
  const { items } = calibrate(lsat6, { model: '2pl' });
  const { nodes, logWeights } = normalQuadrature();
  const chances = Array.from({ length: 32 }, (_, bits) => {
    const right = items.map((_, j) => (bits >> j) & 1);
    const chance = nodes.reduce((sum, theta, q) => {
      const ways = items.map((item, j) => Math.abs(1 - (right[j] ?? 0) - probabilityRight(item, theta)));
      return sum + ways.reduce((product, p) => product * p, Math.exp(logWeights[q] ?? 0));
    }, 0);
    return { right, chance, score: right.reduce((sum: number, one) => sum + one, 0) };
  });
  for (const [j, { statistic, freedom, groups }] of testScoreFit(items, lsat6, {
    parameters: 2,
    leastExpected: 1e-9,
  }).entries()) {
    expect(groups.map(({ lowest, highest }) => [lowest, highest])).toEqual([1, 2, 3, 4].map((score) => [score, score]));
    for (const { lowest, persons, expected } of groups) {
      const all = chances.filter(({ score }) => score === lowest);
      const [with1, total] = [all.filter(({ right }) => right[j] === 1), all].map((some) =>
        some.reduce((sum, { chance }) => sum + chance, 0),
      );
      expect(expected).toBeCloseTo((persons * (with1 ?? 0)) / (total ?? 0), 9);
    }
    expect(freedom).toBe(2);
    // The data are known to follow the 2PL well.
    expect(statistic).toBeLessThan(6);
  }
});

test('groups too small are pooled with their neighbours and lose nobody', () => {
  const { items } = calibrate(lsat6, { model: '2pl' });
  for (const { groups } of testScoreFit(items, lsat6, { parameters: 2, leastExpected: 30 })) {
    expect(groups.reduce((sum, { persons }) => sum + persons, 0)).toBe(1000 - 3 - 298);
    for (const { persons, expected } of groups) expect(Math.min(expected, persons - expected)).toBeGreaterThan(30);
  }
  const [none] = testScoreFit(items, lsat6, { parameters: 2, leastExpected: 5000 });
  expect(none).toMatchObject({ statistic: 0, pValue: Number.NaN, groups: [] });
});

test('fitting items are seldom called misfits, and items with guessing that the model lacks are found', () => {
  const random = seededRandom(5);
  const given = Array.from({ length: 24 }, (_, j) => twoPl(1.2, -1.8 + 0.15 * j)).with(20, threePl(2.5, 1.2, 0.35));
  const abilities = Float64Array.from({ length: 2000 }, () => normalNumber(random));
  const responses = simulateResponses(given, abilities, random);
  const { items } = calibrate(responses, { model: '2pl' });
  const found = testScoreFit(items, responses, { parameters: 2 });
  const fitting = found.toSpliced(20, 1);
  const ratio = fitting.reduce((sum, { statistic, freedom }) => sum + statistic / freedom, 0) / fitting.length;
  expect(ratio).toBeGreaterThan(0.8);
  expect(ratio).toBeLessThan(1.25);
  expect(fitting.filter(({ pValue }) => pValue < 0.01).length).toBeLessThan(3);
  expect(found[20]?.pValue).toBeLessThan(0.001);
});

test('what cannot be tested is refused', () => {
  const items = [twoPl(1, 0), twoPl(1, 1)];
  const two = responsesOf([
    [1, 0],
    [0, 1],
  ]);
  expect(() => testScoreFit(items.slice(1), two, { parameters: 2 })).toThrow('1 items, 2 columns');
  expect(() => testScoreFit(items, two, { parameters: 0.5 })).toThrow('0.5 parameters');
  expect(() => testScoreFit(items, two, { parameters: 2, leastExpected: Number.NaN })).toThrow('NaN is not above 0');
  expect(() => testScoreFit(items, responsesOf([[1, null]]), { parameters: 2 })).toThrow('row 1, column 2 is missing');
  expect(() => testScoreFit(items, responsesOf([[1, 2]]), { parameters: 2 })).toThrow(
    'row 1, column 2: 2 is not 0 or 1',
  );
  expect(testScoreFit(items, two, { parameters: 2 })[0]?.pValue).toBeNaN();
});
