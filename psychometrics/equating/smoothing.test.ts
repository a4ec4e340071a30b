import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGolden, readTable } from '../testing/golden.ts';
import {
  chooseBandwidth,
  equateByKernel,
  equateLinearly,
  equatePercentiles,
  smoothBest,
  smoothFrequencies,
} from './index.ts';
import { smoothScores } from './kernel.ts';

const { rows } = readTable('ACTmath');
const from = rows.map(([, count = 0]) => count);
const to = rows.map(([, , count = 0]) => count);
const frequencies = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 12, maxLength: 12 });

test('ACT mathematics smoothed by six degrees and equated by percentiles is what the package equate finds', () => {
  const golden = readGolden<Record<string, number[]>>('ACTmath').equip_loglin6 ?? [];
  const smoothed = [from, to].map((form) => smoothFrequencies(form, 6).frequencies);
  const found = equatePercentiles(smoothed[0] ?? [], smoothed[1] ?? []);
  expect(found).toHaveLength(golden.length);
  for (const [score, equivalent] of golden.entries()) expect(found[score]).toBeCloseTo(equivalent, 5);
});

test('smoothing keeps as many moments as its degree', () => {
  fc.assert(
    fc.property(frequencies, fc.integer({ min: 1, max: 5 }), (raw, degree) => {
      const smoothed = smoothFrequencies(raw, degree).frequencies;
      for (let power = 0; power <= degree; power++) {
        const moment = (of: readonly number[]) => of.reduce((sum, n, x) => sum + n * (x / 11) ** power, 0);
        expect(moment(smoothed) / moment(raw)).toBeCloseTo(1, 8);
      }
    }),
  );
});

test('a higher degree never fits worse, and the highest gives the frequencies back', () => {
  const raw = [3, 9, 4, 12, 20, 7, 2];
  const fits = [1, 2, 3, 4, 5, 6].map((degree) => smoothFrequencies(raw, degree));
  for (const [k, { statistic }] of fits.entries()) {
    expect(statistic).toBeLessThanOrEqual((fits[k - 1]?.statistic ?? Infinity) + 1e-9);
  }
  for (const [x, n] of raw.entries()) expect(fits[5]?.frequencies[x]).toBeCloseTo(n, 6);
  expect(fits[5]).toMatchObject({ freedom: 0, pValue: 1 });
  expect(smoothBest(raw).aic).toBe(Math.min(...fits.map(({ aic }) => aic)));
});

test('a normal hump needs two degrees and no more', () => {
  const hump = Array.from({ length: 31 }, (_, x) => 100 * Math.exp(-0.5 * ((x - 14) / 5) ** 2));
  const best = smoothBest(hump);
  expect(best.degree).toBe(2);
  expect(best.statistic).toBeCloseTo(0, 8);
});

test('kernels keep mean and variance, whatever their width', () => {
  for (const bandwidth of [0.3, 1, 6]) {
    const { density } = smoothScores(from, bandwidth);
    const points = Array.from({ length: 3001 }, (_, k) => -40 + 0.04 * k);
    const moment = (power: number) => points.reduce((sum, x) => sum + 0.04 * density(x) * x ** power, 0);
    const raw = (power: number) =>
      from.reduce((sum, n, x) => sum + n * x ** power, 0) / from.reduce((sum, n) => sum + n, 0);
    for (const power of [0, 1, 2]) expect(moment(power) / raw(power)).toBeCloseTo(1, 6);
  }
});

test('wide kernels equate linearly, narrow ones nearly by percentiles', () => {
  const alike = to.map((n) => (n * from.reduce((s, m) => s + m, 0)) / to.reduce((s, m) => s + m, 0));
  const [wide, linear] = [equateByKernel(from, alike, [500, 500]), equateLinearly(from, alike)];
  for (const [score, equivalent] of linear.entries()) expect(wide[score]).toBeCloseTo(equivalent, 2);
  const smoothed = [from, to].map((form) => smoothFrequencies(form, 6).frequencies) as [number[], number[]];
  const [own, percentiles] = [equateByKernel(...smoothed), equatePercentiles(...smoothed)];
  for (let score = 2; score <= 38; score++)
    expect(Math.abs((own[score] ?? 0) - (percentiles[score] ?? 0))).toBeLessThan(0.1);
  expect(chooseBandwidth(smoothed[0])).toBeGreaterThan(0.4);
  expect(chooseBandwidth(smoothed[0])).toBeLessThan(0.8);
});

test('a form equated to itself by kernels gives every score back, and nobody is worth less for a higher score', () => {
  fc.assert(
    fc.property(frequencies, frequencies, (one, other) => {
      const widths = [0.6, 0.6] as const;
      for (const [score, equivalent] of equateByKernel(one, one, widths).entries())
        expect(equivalent).toBeCloseTo(score, 8);
      const found = equateByKernel(one, other, widths);
      for (let score = 1; score < found.length; score++) expect(found[score]).toBeGreaterThan(found[score - 1] ?? NaN);
    }),
    { numRuns: 20 },
  );
});

test('scores that nobody is near have an equivalent all the same', () => {
  const gap = Array.from({ length: 101 }, (_, x) => (x > 45 && x < 55 ? 5 : 0));
  const found = equateByKernel(gap, gap, [0.5, 0.5]);
  expect(found.every(Number.isFinite)).toBe(true);
  expect(found[50]).toBeCloseTo(50, 8);
});

test('what cannot be smoothed is refused', () => {
  expect(() => smoothFrequencies([1, 2, 3], 3)).toThrow('from 1 to 2');
  expect(() => smoothFrequencies([1, 2, 3], 1.5)).toThrow('degree 1.5');
  expect(() => smoothFrequencies([0, 5, 5, 0, 0, 0], 3)).toThrow('2 raw scores were reached');
  expect(() => smoothFrequencies([1, Number.NaN], 1)).toThrow('NaN people');
  expect(() => equateByKernel([1, 2], [2, 1], [0, 1])).toThrow('bandwidth 0');
  expect(() => chooseBandwidth([3, 0])).toThrow('fewer than two raw scores');
});
