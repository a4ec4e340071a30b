import fc from 'fast-check';
import { expect, test } from 'vitest';
import { characteristicScore, curvesOf, graded, partialCredit, threePl, twoPl } from './index.ts';
import { countDistribution, scoreDistribution } from './score-distribution.ts';

const items = [
  threePl(1.1, -0.4, 0.25),
  partialCredit(0.9, [-0.6, 0.4]),
  graded(1.4, [-0.2, 0.9, 1.5]),
  twoPl(0.7, 0.3),
];

test('the chances of raw scores are those of every way to reach them, counted one by one', () => {
  const theta = 0.6;
  const counted = new Float64Array(8);
  const walk = (at: number, score: number, chance: number): void => {
    const item = items[at];
    if (item === undefined) counted[score] = (counted[score] ?? 0) + chance;
    else for (const [k, p] of curvesOf(item, theta).probability.entries()) walk(at + 1, score + k, chance * p);
  };
  walk(0, 0, 1);
  for (const [score, chance] of scoreDistribution(items, theta).entries())
    expect(chance).toBeCloseTo(counted[score] ?? -1, 14);
});

test('on average a test gives the score that its characteristic curve expects', () => {
  fc.assert(
    fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (theta) => {
      const chances = scoreDistribution(items, theta);
      expect(chances.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      expect(chances.reduce((sum, p, x) => sum + p * x, 0)).toBeCloseTo(characteristicScore(items, theta), 12);
    }),
  );
});

test('equal events are counted by the binomial distribution', () => {
  const counts = countDistribution([0.3, 0.3, 0.3, 0.3]);
  for (const [x, ways] of [1, 4, 6, 4, 1].entries())
    expect(counts[x]).toBeCloseTo(ways * 0.3 ** x * 0.7 ** (4 - x), 14);
  expect([...countDistribution([])]).toEqual([1]);
});

test('an ability or a chance that is none is refused', () => {
  expect(() => countDistribution([0.5, 1.5])).toThrow('event 2: chance 1.5');
  expect(() => countDistribution([Number.NaN])).toThrow('event 1: chance NaN');
  expect(() => scoreDistribution(items, Number.NaN)).toThrow('ability NaN is not finite');
});
