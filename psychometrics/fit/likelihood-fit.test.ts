import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateMaximumPosterior } from '../ability/posterior.ts';
import { graded, partialCredit, probabilityRight, threePl, twoPl } from '../models/index.ts';
import { drawScore, seededRandom } from '../simulation/index.ts';
import { measureLikelihoodFit } from './index.ts';

const items = Array.from({ length: 20 }, (_, j) => threePl(0.8 + (j % 4) * 0.3, -1.9 + 0.2 * j, (j % 3) * 0.1));

test('for right and wrong answers lz* is what the formula for them alone gives', () => {
  const scores = items.map((_, j) => ((j * 7) % 3 === 0 || j < 8 ? 1 : 0));
  const { theta, lz, lzStar } = measureLikelihoodFit(items, scores, { estimator: 'MAP' });
  expect(theta).toBe(estimateMaximumPosterior(items, scores).theta);
  const P = items.map((item) => probabilityRight(item, theta));
  const slopes = items.map(({ a, c }, j) => (a * (1 - (P[j] ?? 0)) * ((P[j] ?? 0) - c)) / (1 - c));
  const add = (of: (j: number) => number) => items.reduce((sum, _, j) => sum + of(j), 0);
  const variance = (j: number) => (P[j] ?? 0) * (1 - (P[j] ?? 0));
  const w = (j: number) => Math.log((P[j] ?? 0) / (1 - (P[j] ?? 0)));
  const r = (j: number) => (slopes[j] ?? 0) / variance(j);
  const c = add((j) => (slopes[j] ?? 0) * w(j)) / add((j) => (slopes[j] ?? 0) * r(j));
  const W = add((j) => ((scores[j] ?? 0) - (P[j] ?? 0)) * w(j));
  expect(lz).toBeCloseTo(W / Math.sqrt(add((j) => w(j) ** 2 * variance(j))), 10);
  expect(lzStar).toBeCloseTo((W - c * theta) / Math.sqrt(add((j) => (w(j) - c * r(j)) ** 2 * variance(j))), 10);
});

test('with estimated abilities lz* is about standard normal far from the items too, where lz is too narrow', () => {
  const random = seededRandom(17);
  const short = Array.from({ length: 25 }, (_, j) => twoPl(1 + (j % 3) * 0.4, -1.8 + 0.15 * j));
  for (const estimator of ['ML', 'WLE', 'MAP'] as const) {
    const found = Array.from({ length: 500 }, () => {
      const scores = short.map((item) => drawScore(item, -1.5, random));
      return measureLikelihoodFit(short, scores, { estimator });
    }).filter(({ lz }) => Number.isFinite(lz));
    const meanOf = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    expect(Math.abs(meanOf(found.map(({ lzStar }) => lzStar)))).toBeLessThan(0.25);
    expect(Math.abs(meanOf(found.map(({ lzStar }) => lzStar ** 2)) - 1)).toBeLessThan(0.3);
    expect(meanOf(found.map(({ lz }) => lz ** 2))).toBeLessThan(0.85);
  }
});

test('of all patterns with one score, the one that has the easiest right fits best', () => {
  const equal = Array.from({ length: 12 }, (_, j) => twoPl(1, -1.5 + 0.25 * j));
  const even = equal.map((_, j) => (j < 6 ? 1 : 0));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(
        even.map((_, j) => j),
        { minLength: 6, maxLength: 6 },
      ),
      (right) => {
        const shuffled = even.map((_, j) => (right.includes(j) ? 1 : 0));
        expect(measureLikelihoodFit(equal, shuffled).lzStar).toBeLessThanOrEqual(
          measureLikelihoodFit(equal, even).lzStar,
        );
      },
    ),
    { numRuns: 40 },
  );
  expect(measureLikelihoodFit(equal, even.toReversed()).lzStar).toBeLessThan(-3);
});

test('items of several scores and items not given are taken as they are', () => {
  const mixed = [twoPl(1, -0.5), partialCredit(0.9, [-0.6, 0.4]), graded(1.4, [-0.2, 0.9]), twoPl(0.7, 0.3)];
  const all = measureLikelihoodFit(mixed, [1, 1, null, 0]);
  expect(measureLikelihoodFit(mixed.toSpliced(2, 1), [1, 1, 0])).toEqual(all);
  const asBinary = measureLikelihoodFit([twoPl(1.3, 0.4), twoPl(1, -0.5), twoPl(0.8, 0)], [0, 1, 1]);
  const asGraded = measureLikelihoodFit([graded(1.3, [0.4]), partialCredit(1, [-0.5]), twoPl(0.8, 0)], [0, 1, 1]);
  expect(asGraded.lzStar).toBeCloseTo(asBinary.lzStar, 9);
});

test('where there is no ability or too little was answered there is no figure, and wrong scores are refused', () => {
  const two = [twoPl(1, 0), twoPl(1, 1)];
  expect(measureLikelihoodFit(two, [1, 1], { estimator: 'ML' })).toMatchObject({
    theta: Number.POSITIVE_INFINITY,
    lz: Number.NaN,
  });
  expect(measureLikelihoodFit(two, [1, null]).lzStar).toBeNaN();
  expect(measureLikelihoodFit([], []).lzStar).toBeNaN();
  expect(() => measureLikelihoodFit(two, [1])).toThrow('2 items, 1 scores');
  expect(() => measureLikelihoodFit(two, [1, 0], { estimator: 'EAP' as 'MAP' })).toThrow('one of ML, WLE, MAP');
  expect(() => measureLikelihoodFit(two, [1, 3])).toThrow('score 3');
});
