import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalNumber, seededRandom } from '../simulation/index.ts';
import { calibrateTimes, examineTimes, type TimedItem } from './index.ts';

const random = seededRandom(41);
const items = Array.from({ length: 20 }, (_, j): TimedItem => {
  return { intensity: 3.5 + 0.05 * j, discrimination: 1.4 + (j % 5) * 0.3 };
});
const SPREAD = 0.35;

function work(speed: number, given: readonly TimedItem[] = items): number[] {
  return given.map(({ intensity, discrimination }) =>
    Math.exp(intensity - speed + normalNumber(random) / discrimination),
  );
}

const speeds = Array.from({ length: 1500 }, () => SPREAD * normalNumber(random));
const rows = speeds.map((speed) => work(speed));
const calibration = calibrateTimes(rows);

test('items and spread of speed that made the times are found again', () => {
  expect(calibration.converged).toBe(true);
  expect(calibration.speedSpread).toBeCloseTo(SPREAD, 1);
  for (const [j, { intensity, discrimination }] of calibration.items.entries()) {
    expect(Math.abs(intensity - (items[j]?.intensity ?? 0))).toBeLessThan(0.08);
    expect(Math.abs(discrimination / (items[j]?.discrimination ?? 1) - 1)).toBeLessThan(0.1);
  }
});

test('the log-likelihood is that of the normal distribution with the same covariances, at its highest', () => {
  const small = [
    [10, 22],
    [14, 20],
    [9, 31],
    [20, 40],
    [13, 12],
  ];
  const { items: fitted, speedSpread, logLikelihood } = calibrateTimes(small, { tolerance: 1e-10, maxSteps: 100_000 });
  const [first, second] = fitted;
  const at = (shift: number, scale: number) => {
    const [v1, v2] = [
      (first?.discrimination ?? 0) ** -2 * scale + speedSpread ** 2,
      (second?.discrimination ?? 0) ** -2 + speedSpread ** 2,
    ];
    const c = speedSpread ** 2;
    const determinant = v1 * v2 - c * c;
    return small.reduce((sum, [t1 = 1, t2 = 1]) => {
      const [r1, r2] = [Math.log(t1) - (first?.intensity ?? 0) - shift, Math.log(t2) - (second?.intensity ?? 0)];
      return (
        sum -
        0.5 *
          (2 * Math.log(2 * Math.PI) +
            Math.log(determinant) +
            (v2 * r1 * r1 - 2 * c * r1 * r2 + v1 * r2 * r2) / determinant)
      );
    }, 0);
  };
  expect(logLikelihood).toBeCloseTo(at(0, 1), 9);
  for (const [shift, scale] of [
    [0.05, 1],
    [-0.05, 1],
    [0, 1.1],
    [0, 0.9],
  ] as const)
    expect(at(shift, scale)).toBeLessThan(logLikelihood);
});

test('residuals of ordinary people are standard normal, and their fit has the chances that it claims', () => {
  const found = Array.from({ length: 400 }, () => examineTimes(calibration, work(SPREAD * normalNumber(random))));
  const residuals = found.flatMap((one) => one.residuals).filter((residual) => residual !== null);
  const mean = residuals.reduce((sum, z) => sum + z, 0) / residuals.length;
  expect(Math.abs(mean)).toBeLessThan(0.05);
  expect(residuals.reduce((sum, z) => sum + z * z, 0) / residuals.length).toBeCloseTo(1, 1);
  const flagged = found.filter(({ pValue }) => pValue < 0.05).length / 400;
  expect(flagged).toBeGreaterThan(0.02);
  expect(flagged).toBeLessThan(0.09);
});

test('speed is found within its standard error, and who is twice as fast is said to be', () => {
  const slow = examineTimes(calibration, rows[0] ?? []);
  const fast = examineTimes(
    calibration,
    (rows[0] ?? []).map((seconds) => seconds / 2),
  );
  expect(Math.abs(slow.speed - (speeds[0] ?? 0))).toBeLessThan(4 * slow.standardError);
  expect(fast.speed - slow.speed).toBeCloseTo(Math.LN2, 10);
  expect(slow.meanLogTime - fast.meanLogTime).toBeCloseTo(Math.LN2, 10);
  // All of it faster: the pattern fits as before.
  expect(fast.statistic).toBeCloseTo(slow.statistic, 8);
});

test('five items known before stand out by their residuals, and the pattern no longer fits', () => {
  const times = work(0).map((seconds, j) => (j < 5 ? seconds / 8 : seconds));
  const { residuals, pValue } = examineTimes(calibration, times);
  expect(pValue).toBeLessThan(1e-4);
  const known = residuals.slice(0, 5).map(Number);
  expect(known.reduce((sum, z) => sum + z, 0) / 5).toBeLessThan(-2);
  expect(residuals.slice(5).every((z) => Number(z) > -2.5)).toBe(true);
});

test('minutes instead of seconds, or people in another order, tell the same of everybody', () => {
  const some = rows.slice(0, 200);
  const inMinutes = calibrateTimes(some.toReversed().map((row) => row.map((seconds) => seconds / 60)));
  const inSeconds = calibrateTimes(some);
  expect(inMinutes.speedSpread).toBeCloseTo(inSeconds.speedSpread, 4);
  for (const [j, { intensity, discrimination }] of inSeconds.items.entries()) {
    expect(inMinutes.items[j]?.intensity).toBeCloseTo(intensity - Math.log(60), 4);
    expect(inMinutes.items[j]?.discrimination).toBeCloseTo(discrimination, 3);
  }
});

test('items that were not given count for nothing', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(
        items.map((_, j) => j),
        { minLength: 2 },
      ),
      (given) => {
        const times = (rows[1] ?? []).map((seconds, j) => (given.includes(j) ? seconds : null));
        const found = examineTimes(calibration, times);
        const sorted = given.toSorted((l, r) => l - r);
        const alone = examineTimes(
          { ...calibration, items: sorted.map((j) => calibration.items[j] ?? { intensity: 0, discrimination: 1 }) },
          sorted.map((j) => times[j] ?? null),
        );
        expect(found.residuals.filter((residual) => residual !== null)).toEqual(alone.residuals);
        expect(found.statistic).toBe(alone.statistic);
      },
    ),
    { numRuns: 20 },
  );
  const halves = rows.map((row, i) => row.map((seconds, j) => ((i + j) % 2 === 0 ? seconds : null)));
  const { items: fitted } = calibrateTimes(halves);
  expect(Math.abs((fitted[3]?.intensity ?? 0) - (items[3]?.intensity ?? 0))).toBeLessThan(0.1);
});

test('nobody working gives no figures, and times that are none are refused with their place', () => {
  expect(
    examineTimes(
      calibration,
      items.map(() => null),
    ),
  ).toMatchObject({ meanLogTime: Number.NaN, speed: Number.NaN, pValue: Number.NaN });
  const one = examineTimes(
    calibration,
    items.map((_, j) => (j === 0 ? 30 : null)),
  );
  expect(one).toMatchObject({ freedom: 0, pValue: Number.NaN, meanLogTime: Math.log(30) });
  expect(() => examineTimes(calibration, [1])).toThrow('20 items, 1 times');
  expect(() => examineTimes({ ...calibration, items: items.slice(0, 1) }, [-3])).toThrow('item 1: -3 seconds');
  expect(() => calibrateTimes([])).toThrow('0 items');
  expect(() => calibrateTimes([[1, 2], [1]])).toThrow('row 2: 1 times, not 2');
  expect(() =>
    calibrateTimes([
      [1, 2],
      [2, 0],
    ]),
  ).toThrow('row 2, column 2: 0 seconds');
  expect(() =>
    calibrateTimes([
      [1, Number.NaN],
      [2, 3],
    ]),
  ).toThrow('row 1, column 2: NaN seconds');
  expect(() => calibrateTimes([[1, 2]])).toThrow('column 1: 1 times');
  expect(() =>
    calibrateTimes([
      [5, 2],
      [5, 3],
    ]),
  ).toThrow('column 1: all 2 people were equally long');
});
