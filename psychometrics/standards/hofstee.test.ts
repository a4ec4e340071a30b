import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compromiseCut } from './index.ts';

/** One person at every score from 0 to 99: a cut fails as many per cent as it has points. */
const even = Array.from({ length: 100 }, () => 1);

test('the compromise lies where the line of the judges meets the curve of the people', () => {
  // Tolerated: 40 % at 10 points down to 10 % at 50; failing: as many per cent as points.
  const found = compromiseCut(even, { lowestCut: 10, highestCut: 50, lowestFailing: 0.1, highestFailing: 0.4 });
  expect(found).toEqual({
    outcome: 'compromise',
    cut: expect.closeTo(190 / 7, 9),
    failing: expect.closeTo(1.9 / 7, 9),
  });
});

test('whatever the limits, the compromise keeps to all four of them', () => {
  const points = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(points, points, (cuts, shares) => {
      const [lowestCut = 0, highestCut = 0] = cuts.toSorted((l, r) => l - r);
      const [lowest = 0, highest = 0] = shares.toSorted((l, r) => l - r);
      fc.pre(lowestCut < highestCut && lowest < highest);
      const limits = { lowestCut, highestCut, lowestFailing: lowest / 100, highestFailing: highest / 100 };
      const found = compromiseCut(even, limits);
      if (found.outcome === 'out of range') {
        expect(lowestCut > highest || highestCut < lowest).toBe(true);
        return;
      }
      expect(found.cut).toBeGreaterThanOrEqual(lowestCut);
      expect(found.cut).toBeLessThanOrEqual(highestCut);
      expect(found.failing).toBeGreaterThanOrEqual(lowest / 100 - 1e-9);
      expect(found.failing).toBeLessThanOrEqual(highest / 100 + 1e-9);
      expect(found.failing).toBeCloseTo(found.cut / 100, 9);
    }),
  );
});

test('a curve that meets the line just where it ends is a compromise too', () => {
  const found = compromiseCut(even, { lowestCut: 4, highestCut: 28, lowestFailing: 0.28, highestFailing: 0.98 });
  expect(found).toMatchObject({ outcome: 'compromise', cut: 28 });
  const first = compromiseCut(even, { lowestCut: 28, highestCut: 60, lowestFailing: 0.1, highestFailing: 0.28 });
  expect(first).toMatchObject({ outcome: 'compromise', cut: 28 });
});

test('where nothing that the judges could live with is to be had, they are told why', () => {
  const limits = { lowestCut: 60, highestCut: 70, lowestFailing: 0.05, highestFailing: 0.2 };
  const tooHard = compromiseCut(even, limits);
  expect(tooHard).toMatchObject({ outcome: 'out of range', nearest: { cut: 60, failing: 0.6 } });
  expect(tooHard).toHaveProperty('message', 'already the lowest cut, 60, fails 60 %, more than the 20 % that may');
  const tooEasy = compromiseCut(even, { lowestCut: 5, highestCut: 10, lowestFailing: 0.2, highestFailing: 0.4 });
  expect(tooEasy).toHaveProperty('message', 'even the highest cut, 10, fails 10 %, fewer than the 20 % that should');
});

test('limits that leave nothing between them are refused', () => {
  const limits = { lowestCut: 60, highestCut: 70, lowestFailing: 0.05, highestFailing: 0.2 };
  expect(() => compromiseCut(even, { ...limits, highestCut: 60 })).toThrow('cuts from 60 to 60');
  expect(() => compromiseCut(even, { ...limits, highestCut: 100 })).toThrow('within 0 and 99');
  expect(() => compromiseCut(even, { ...limits, highestFailing: 20 })).toThrow('within 0 and 1');
  expect(() => compromiseCut(even, { ...limits, lowestCut: Number.NaN })).toThrow('NaN');
});
