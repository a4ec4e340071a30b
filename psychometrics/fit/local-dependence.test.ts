import { expect, test } from 'vitest';
import { estimateWeightedLikelihood } from '../ability/weighted-likelihood.ts';
import { responsesOf } from '../calibration/responses.ts';
import { rasch, twoPl } from '../models/index.ts';
import { normalNumber, seededRandom, simulateResponses } from '../simulation/index.ts';
import { measureLocalDependence } from './index.ts';

const random = seededRandom(7);
const items = Array.from({ length: 12 }, (_, j) => twoPl(1.1, -1.1 + 0.2 * j));
const abilities = Float64Array.from({ length: 900 }, () => normalNumber(random));
const responses = simulateResponses(items, abilities, random);
const estimated = Array.from(abilities, (_, i) => {
  return estimateWeightedLikelihood(items, [...responses.scores.subarray(i * 12, i * 12 + 12)]).theta;
});

test('independent items have residuals that correlate as little as the length of the test makes them', () => {
  const pairs = measureLocalDependence(items, responses, estimated);
  expect(pairs).toHaveLength(66);
  const mean = pairs.reduce((sum, { q3 }) => sum + q3, 0) / 66;
  expect(mean).toBeCloseTo(-1 / 11, 1);
  expect(pairs.reduce((sum, { adjusted }) => sum + adjusted, 0)).toBeCloseTo(0, 10);
  expect(pairs[0]?.adjusted).toBeLessThan(0.2);
});

test('an item whose answer another gives away is found as the most dependent pair', () => {
  const scores = responses.scores.slice();
  // Who has the third item right has the ninth right too, most of the time.
  for (let i = 0; i < 900; i++) if (random() < 0.7) scores[i * 12 + 8] = scores[i * 12 + 2] ?? 0;
  const [worst, next] = measureLocalDependence(items, { ...responses, scores }, estimated);
  expect(worst).toMatchObject({ first: 2, second: 8 });
  expect(worst?.adjusted).toBeGreaterThan(0.2);
  expect(next?.adjusted).toBeLessThan(0.2);
});

test('only people who answered both items count for a pair, and a pair that nobody shares comes last', () => {
  const three = [rasch(0), rasch(0), rasch(0)];
  const rows = responsesOf([
    [1, 1, null],
    [0, 0, null],
    [1, 0, null],
    [null, 1, 1],
    [null, 0, 1],
  ]);
  const pairs = measureLocalDependence(three, rows, [0, 0, 0, 0, 0]);
  expect(pairs[0]).toMatchObject({ first: 0, second: 1, q3: expect.closeTo(0.5, 12), adjusted: expect.closeTo(0, 12) });
  expect(pairs.slice(1).every(({ q3 }) => Number.isNaN(q3))).toBe(true);
  expect(measureLocalDependence(three, responsesOf([[1, 1, 0]]), [0]).every(({ q3 }) => Number.isNaN(q3))).toBe(true);
  const alike = responsesOf([
    [1, 1, 0],
    [0, 1, 0],
    [1, 1, 1],
  ]);
  expect(measureLocalDependence(three, alike, [0.3, 0.3, 0.3])).toMatchObject([
    { first: 0, second: 2 },
    { first: 0, second: 1, q3: Number.NaN },
    { first: 1, second: 2, q3: Number.NaN },
  ]);
});
