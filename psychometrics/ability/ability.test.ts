import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BinaryItem, curvesOf, graded, partialCredit, softplus, threePl, twoPl } from '../models/index.ts';
import { readGolden } from '../testing/golden.ts';
import {
  estimateExpectedPosterior,
  estimateMaximumLikelihood,
  estimateMaximumPosterior,
  estimateWeightedLikelihood,
} from './index.ts';

type Golden = {
  twoPL: { a: number[]; b: number[] };
  scores: { pattern: string[]; EAP: number[]; EAP_SE: number[]; MAP: number[]; WLE: number[] };
};

const grid = { count: 121, range: 8 };
const estimators = [
  estimateMaximumLikelihood,
  estimateWeightedLikelihood,
  estimateMaximumPosterior,
  estimateExpectedPosterior,
];
const fivePl = [-1.5, -0.5, 0, 0.7, 1.4].map((b, i) => twoPl(0.8 + 0.2 * i, b));

describe.each(['LSAT6', 'LSAT7', 'verbal'])('on %s', (name) => {
  const { twoPL, scores } = readGolden<Golden>(name);
  const items = twoPL.a.map((a, j) => twoPl(a, twoPL.b[j] ?? Number.NaN));

  test('every person gets the ability that mirt 1.47 gives, by three estimators', () => {
    for (const [person, pattern] of scores.pattern.entries()) {
      const given = [...pattern].map(Number);
      const mean = estimateExpectedPosterior(items, given, { grid });
      expect(mean.theta).toBeCloseTo(scores.EAP[person] ?? Number.NaN, 7);
      expect(mean.standardError).toBeCloseTo(scores.EAP_SE[person] ?? Number.NaN, 7);
      expect(estimateMaximumPosterior(items, given).theta).toBeCloseTo(scores.MAP[person] ?? Number.NaN, 4);
      expect(estimateWeightedLikelihood(items, given).theta).toBeCloseTo(scores.WLE[person] ?? Number.NaN, 4);
    }
  });
});

test('equal items have the estimate that can be written down: the log-odds of the share right', () => {
  const items = Array.from({ length: 10 }, () => twoPl(1, 0.3));
  const { theta, standardError } = estimateMaximumLikelihood(items, [1, 1, 1, 1, 1, 1, 1, 0, 0, 0]);
  expect(theta).toBeCloseTo(0.3 + Math.log(7 / 3), 9);
  expect(standardError).toBeCloseTo(1 / Math.sqrt(10 * 0.7 * 0.3), 9);
});

test('whoever has all right or all wrong is told that maximum likelihood has no bound for them', () => {
  const unbounded = { standardError: Number.POSITIVE_INFINITY };
  expect(estimateMaximumLikelihood(fivePl, [1, 1, 1, 1, 1])).toEqual({ theta: Number.POSITIVE_INFINITY, ...unbounded });
  expect(estimateMaximumLikelihood(fivePl, [0, 0, 0, 0, 0])).toEqual({ theta: Number.NEGATIVE_INFINITY, ...unbounded });
  expect(estimateMaximumLikelihood(fivePl, [null, null, null, null, null]).theta).toBeNaN();
});

test('whoever reaches the highest score of all items, or of none, is told so for every model', () => {
  const steep = [partialCredit(1.5, [0, 1, 0.5]), partialCredit(6, [-1, 0.4]), graded(5, [-0.5, 1]), twoPl(12, 1)];
  expect(estimateMaximumLikelihood(steep, [3, 2, 2, 1]).theta).toBe(Number.POSITIVE_INFINITY);
  expect(estimateMaximumLikelihood(steep, [0, 0, 0, 0]).theta).toBe(Number.NEGATIVE_INFINITY);
});

test('all right and all wrong have a finite ability by the three other estimators', () => {
  for (const estimate of [estimateWeightedLikelihood, estimateMaximumPosterior, estimateExpectedPosterior]) {
    const [low, high] = [estimate(fivePl, [0, 0, 0, 0, 0]), estimate(fivePl, [1, 1, 1, 1, 1])];
    expect(Number.isFinite(low.theta) && Number.isFinite(high.theta)).toBe(true);
    expect(high.theta).toBeGreaterThan(low.theta);
    expect(Number.isFinite(high.standardError)).toBe(true);
  }
});

test('without answers a Bayesian estimate is the prior', () => {
  const nothing = fivePl.map(() => null);
  const prior = { mean: 0.5, sd: 0.8 };
  expect(estimateMaximumPosterior(fivePl, nothing, prior).theta).toBeCloseTo(0.5, 9);
  expect(estimateMaximumPosterior(fivePl, nothing, prior).standardError).toBeCloseTo(0.8, 9);
  const mean = estimateExpectedPosterior(fivePl, nothing, { prior });
  expect(mean.theta).toBeCloseTo(0.5, 9);
  expect(mean.standardError).toBeCloseTo(0.8, 9);
});

test('a prior far off or very narrow is kept, or refused: never taken for one that the grid happens to hold', () => {
  const narrow = { mean: 0.1, sd: 0.02 };
  expect(() => estimateExpectedPosterior(fivePl, [1, 0, 1, 0, 1], { prior: narrow })).toThrow('give more');
  const { theta, standardError } = estimateExpectedPosterior(fivePl, [null, null, null, null, null], {
    prior: narrow,
    grid: { count: 601, range: 3 },
  });
  expect([theta, standardError]).toEqual([expect.closeTo(0.1, 9), expect.closeTo(0.02, 9)]);
  expect(() => estimateExpectedPosterior(fivePl, [1, 0, 1, 0, 1], { prior: { mean: 10, sd: 1 } })).toThrow('mean 10');
});

test('after two thousand items an ability is as sure as they make it, wherever the nodes happen to lie', () => {
  const items = Array.from({ length: 2000 }, () => twoPl(2, 0));
  for (const right of [1000, 1220, 1360, 1800]) {
    const scores = items.map((_, i) => (i < right ? 1 : 0));
    const { theta, standardError } = estimateExpectedPosterior(items, scores);
    // Equal items, so that the posterior can be written down; it is nothing beyond 4.
    const nodes = Array.from({ length: 4001 }, (_, q) => -4 + q / 500);
    const logs = nodes.map((node) => 2 * right * node - 2000 * softplus(2 * node) - 0.5 * node ** 2);
    const highest = Math.max(...logs);
    const moment = (of: (node: number) => number) =>
      nodes.reduce((sum, node, q) => sum + of(node) * Math.exp((logs[q] ?? 0) - highest), 0);
    const mean = moment((node) => node) / moment(() => 1);
    expect(theta).toBeCloseTo(mean, 5);
    expect(standardError ** 2 / (moment((node) => (node - mean) ** 2) / moment(() => 1))).toBeCloseTo(1, 3);
  }
});

test('an item that was not given changes nothing', () => {
  for (const estimate of estimators) {
    const with6 = estimate([...fivePl, threePl(2, 0, 0.2)], [1, 0, 1, 1, 0, null]);
    expect(with6.theta).toBeCloseTo(estimate(fivePl, [1, 0, 1, 1, 0]).theta, 10);
  }
});

test('a better score on any item never lowers the ability', () => {
  const items = [twoPl(1.2, -0.5), partialCredit(0.9, [-0.6, 0.4]), graded(1.4, [-0.2, 0.9]), twoPl(0.7, 0.3)];
  const highest = [1, 2, 2, 1];
  const scores = fc.tuple(...highest.map((most) => fc.nat(most)));
  fc.assert(
    fc.property(scores, fc.nat(3), (given, i) => {
      const better = given.with(i, Math.min((given[i] ?? 0) + 1, highest[i] ?? 0));
      for (const estimate of [estimateMaximumPosterior, estimateExpectedPosterior, estimateWeightedLikelihood]) {
        expect(estimate(items, better).theta).toBeGreaterThanOrEqual(estimate(items, given).theta - 1e-9);
      }
    }),
    { numRuns: 40 },
  );
});

test('on a longer scale the ability and its error are as much longer', () => {
  const stretched = fivePl.map(({ a, b }) => twoPl(a / 2, 2 * b + 1));
  for (const estimate of [estimateMaximumLikelihood, estimateWeightedLikelihood]) {
    const [here, there] = [estimate(fivePl, [1, 1, 0, 1, 0]), estimate(stretched, [1, 1, 0, 1, 0])];
    expect(there.theta).toBeCloseTo(2 * here.theta + 1, 9);
    expect(there.standardError).toBeCloseTo(2 * here.standardError, 9);
  }
});

test('where guessing makes two summits the higher one is the estimate', () => {
  const items = [threePl(2.5, -2, 0.25), threePl(2.5, -1, 0.25), threePl(2.5, 2, 0.25), threePl(2.5, 2.5, 0.25)];
  const logLikelihood = (theta: number) =>
    [0, 1, 1, 1].reduce((sum, score, i) => {
      const { a = 1, b = 0, c = 0 } = items[i] ?? {};
      const right = c + (1 - c) / (1 + Math.exp(-a * (theta - b)));
      return sum + Math.log(score === 1 ? right : 1 - right);
    }, 0);
  const { theta } = estimateMaximumLikelihood(items, [0, 1, 1, 1]);
  for (let other = -10; other <= 10; other += 0.1) {
    expect(logLikelihood(theta)).toBeGreaterThanOrEqual(logLikelihood(other) - 1e-9);
  }
});

test('of summits that are nearly as high as each other, or as an end, the higher one is the estimate', () => {
  const logLikelihood = (items: readonly BinaryItem[], scores: readonly number[], theta: number) =>
    items.reduce((sum, item, i) => sum + Math.log(curvesOf(item, theta).probability[scores[i] ?? 0] ?? 0), 0);
  const item = ([a, b, c]: readonly [number, number, number]) => threePl(a, b, c);
  for (const [parameters, scores] of [
    [
      [
        [2.95, 2.14, 0.19],
        [2.97, 0.12, 0.07],
        [1.1, -0.92, 0.05],
        [2.66, -2.33, 0.07],
        [5.91, -2, 0.13],
        [3.21, 2.25, 0.29],
      ],
      [0, 0, 0, 0, 1, 0],
    ],
    [
      [
        [0.88, 2.81, 0.08],
        [0.54, 2.93, 0.09],
        [2.14, -0.04, 0.15],
        [1.2, -1.65, 0.22],
        [1.05, 0.08, 0.09],
        [0.8, -1.6, 0.21],
      ],
      [1, 0, 1, 0, 0, 1],
    ],
  ] as const) {
    const items = parameters.map(item);
    const { theta } = estimateMaximumLikelihood(items, scores);
    const prior = { mean: 0, sd: 9 };
    const summit = estimateMaximumPosterior(items, scores, prior).theta;
    for (let other = -25; other <= 25; other += 0.01) {
      const here = logLikelihood(items, scores, other);
      expect(logLikelihood(items, scores, theta)).toBeGreaterThanOrEqual(here - 1e-9);
      expect(logLikelihood(items, scores, summit) - 0.5 * (summit / 9) ** 2).toBeGreaterThanOrEqual(
        here - 0.5 * (other / 9) ** 2 - 1e-9,
      );
    }
  }
});

test('scores that the items cannot give are refused by every estimator', () => {
  for (const estimate of estimators) {
    expect(() => estimate(fivePl, [1, 0])).toThrow('5 items, 2 scores');
    expect(() => estimate(fivePl, [1, 0, 2, 0, 0])).toThrow('item 3: score 2 is not one of 0…1');
  }
});
