import { expect, test } from 'vitest';
import { chiSquareAbove, fQuantile, incompleteBeta, logGamma, normalAbove } from './distributions.ts';
import { invertPositive, solvePositive } from './linear.ts';
import { normalQuadrature } from './quadrature.ts';
import { findRoot } from './root.ts';

test('tail areas are those of the printed tables', () => {
  expect(chiSquareAbove(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
  expect(chiSquareAbove(18.307038053275146, 10)).toBeCloseTo(0.05, 12);
  expect(chiSquareAbove(2, 2)).toBeCloseTo(Math.exp(-1), 13);
  expect(chiSquareAbove(60, 2)).toBeCloseTo(Math.exp(-30), 24);
  expect(chiSquareAbove(0, 3)).toBe(1);
  expect(normalAbove(1.959963984540054)).toBeCloseTo(0.025, 13);
  expect(normalAbove(-1.959963984540054)).toBeCloseTo(0.975, 13);
  expect(normalAbove(6) / 9.865876450376946e-10).toBeCloseTo(1, 9);
  expect(normalAbove(0)).toBe(0.5);
  expect([normalAbove(Number.POSITIVE_INFINITY), normalAbove(Number.NEGATIVE_INFINITY)]).toEqual([0, 1]);
  expect(normalAbove(Number.NaN)).toBeNaN();
  expect(fQuantile(0.95, [1, 10])).toBeCloseTo(4.964602743730711, 8);
  expect(fQuantile(0.975, [5, 20])).toBeCloseTo(3.2890557, 6);
});

test('the gamma and beta functions have their known values', () => {
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
  expect(incompleteBeta(0.3, 2, 1)).toBeCloseTo(0.09, 13);
  expect(incompleteBeta(0.8, 2, 3)).toBeCloseTo(0.9728, 12);
  expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
});

test('a root is found even where the function is almost flat, and none is invented', () => {
  expect(findRoot((x) => x ** 3 - 2, [0, 2])).toBeCloseTo(Math.cbrt(2), 11);
  expect(findRoot((x) => Math.tanh(50 * (x - 0.7)), [-100, 100])).toBeCloseTo(0.7, 10);
  expect(() => findRoot((x) => x * x + 1, [-1, 1])).toThrow('no change of sign');
});

test('a system is solved, an inverse is one, and what is not positive definite is said to be not', () => {
  const matrix = Float64Array.of(4, 1, 0.5, 1, 3, 0.2, 0.5, 0.2, 2);
  const x = solvePositive(matrix, Float64Array.of(4 + 2 + 1.5, 1 + 6 + 0.6, 0.5 + 0.4 + 6));
  for (const [k, one] of [1, 2, 3].entries()) expect(x?.[k]).toBeCloseTo(one, 13);
  const inverse = invertPositive(matrix, 3);
  const row = [0, 1, 2].map((c) =>
    [0, 1, 2].reduce((sum, k) => sum + (matrix[k] ?? 0) * (inverse?.[k * 3 + c] ?? 0), 0),
  );
  for (const [k, one] of [1, 0, 0].entries()) expect(row[k]).toBeCloseTo(one, 14);
  expect(invertPositive(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
});

test('a quadrature has the mean and spread it was asked for, however narrow', () => {
  for (const [mean, sd] of [
    [0, 1],
    [0.7, 1.4],
    [-0.3, 0.25],
  ] as const) {
    const { nodes, logWeights } = normalQuadrature({ count: 121, range: 9 }, { mean, sd });
    const moment = (power: number) => nodes.reduce((sum, x, q) => sum + Math.exp(logWeights[q] ?? 0) * x ** power, 0);
    expect(moment(0)).toBeCloseTo(1, 12);
    expect(moment(1)).toBeCloseTo(mean, 6);
    expect(moment(2) - moment(1) ** 2).toBeCloseTo(sd ** 2, 4);
  }
});

test('a distribution that a grid cannot hold is refused, instead of being another one', () => {
  const of = (mean: number, sd: number) => () => normalQuadrature({ count: 61, range: 6 }, { mean, sd });
  expect(of(10, 1)).toThrow('mean 10 is beyond 61 nodes from -6 to 6: give a larger range');
  expect(of(0, 0.05)).toThrow('too far apart for a spread of 0.05: give more');
  expect(of(0, 0)).toThrow('sd 0');
  expect(of(Number.NaN, 1)).toThrow('mean NaN');
  expect(of(-6, 0.1)).not.toThrow();
});
