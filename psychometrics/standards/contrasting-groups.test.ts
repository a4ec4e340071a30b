import { expect, test } from 'vitest';
import { cutAtCrossing, cutByLogistic } from './index.ts';

/** People with scores normal about a mean, in fractions. */
const group = (mean: number, sd: number, people: number) => {
  const bell = Array.from({ length: 41 }, (_, x) => Math.exp(-0.5 * ((x - mean) / sd) ** 2));
  const all = bell.reduce((sum, one) => sum + one, 0);
  return bell.map((one) => (people * one) / all);
};
const alike = { masters: group(25, 4, 60), nonMasters: group(15, 4, 60) };

test('groups of equal shape are parted halfway between them, by either method', () => {
  expect(cutAtCrossing(alike).cut).toBeCloseTo(20, 6);
  expect(cutByLogistic(alike).cut).toBeCloseTo(20, 6);
  const { failingMasters, passingNonMasters } = cutByLogistic(alike);
  expect(failingMasters).toBeGreaterThan(0);
  expect(failingMasters).toBeLessThan(0.15);
  expect(passingNonMasters).toBeLessThan(0.15);
});

test('how many of each were studied does not move the cut; how many are expected does', () => {
  const uneven = { ...alike, nonMasters: alike.nonMasters.map((count) => count / 4) };
  // Two normal groups are a logistic regression exactly, with slope (25 − 15) / 16.
  expect(cutByLogistic(uneven).cut).toBeCloseTo(20, 4);
  expect(cutByLogistic({ ...alike, masterShare: 0.8 }).cut).toBeCloseTo(20 - Math.log(4) / (10 / 16), 3);
  const widths = { masters: 1, nonMasters: 1 };
  expect(cutAtCrossing(uneven, widths).cut).toBeCloseTo(20, 6);
  // Smoothing adds the kernel's variance to the groups'.
  expect(cutAtCrossing({ ...alike, masterShare: 0.8 }, widths).cut).toBeCloseTo(20 - Math.log(4) / (10 / 17), 3);
});

test('a cut is refused where the judgements do not part people, or part them wholly', () => {
  const { masters, nonMasters } = alike;
  expect(() => cutAtCrossing({ masters: nonMasters, nonMasters: masters })).toThrow('no cut parts them');
  expect(() => cutByLogistic({ masters: [0, 0, 0, 2, 3], nonMasters: [2, 3, 0, 0, 0] })).toThrow('between 1 and 3');
  expect(() => cutByLogistic({ masters: [1, 2], nonMasters: [1, 2, 1] })).toThrow('both groups sit the same test');
  expect(() => cutAtCrossing({ ...alike, masterShare: 1 })).toThrow('share of masters 1');
  expect(() => cutAtCrossing({ ...alike, masterShare: 0.9999 })).toThrow('do not cross');
  expect(() => cutAtCrossing(alike, { masters: 0, nonMasters: 1 })).toThrow('bandwidth 0');
  expect(() => cutAtCrossing({ masters: [Number.NaN, 1], nonMasters: [1, 1] })).toThrow('NaN people');
});
