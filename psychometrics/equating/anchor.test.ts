import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readGolden } from '../testing/golden.ts';
import {
  type AnchorGroup,
  describeAnchorGroup,
  equateByChain,
  equateByLevine,
  equateByLevineTrue,
  equateByTucker,
  equatePercentilesByChain,
  equivalentsOnArc,
  equivalentsOnLine,
} from './index.ts';

/** Two forms of 36 items with 12 in common: the figures of the example in Kolen & Brennan (2004), chapter 4. */
const from: AnchorGroup = { mean: 15.8205, sd: 6.5278, anchorMean: 5.1063, anchorSd: 2.376, covariance: 13.4088 };
const to: AnchorGroup = { mean: 18.6728, sd: 6.8784, anchorMean: 5.8626, anchorSd: 2.4515, covariance: 14.7603 };

test.each([
  ['linear/tucker', equateByTucker(from, to)],
  ['linear/levine', equateByLevine(from, to)],
  ['linear/chained', equateByChain(from, to)],
])("%s equivalents through the book's anchor are those of the package equate", (name, line) => {
  const golden = readGolden<Record<string, number[]>>('ACTmath')[name] ?? [];
  const found = equivalentsOnLine(line, 36);
  expect(found).toHaveLength(golden.length);
  // As near as four printed digits of the moments allow.
  for (const [score, equivalent] of golden.entries())
    expect(Math.abs((found[score] ?? 0) - equivalent)).toBeLessThan(7e-4);
});

test.each([
  ['circle-arc/tucker', equateByTucker(from, to)],
  // The package chains means, which is a line of slope 1.
  ['circle-arc/chained', { slope: 1, intercept: to.mean - from.mean + from.anchorMean - to.anchorMean }],
])("%s equivalents through the book's anchor are those of the package equate", (name, line) => {
  const golden = readGolden<Record<string, number[]>>('ACTmath')[name] ?? [];
  const middle = { from: from.mean, to: line.slope * from.mean + line.intercept };
  const ends = [
    { from: 0, to: 0 },
    { from: 36, to: 36 },
  ] as const;
  const found = equivalentsOnArc(middle, ends, 36);
  expect(found).toHaveLength(golden.length);
  for (const [score, equivalent] of golden.entries())
    expect(Math.abs((found[score] ?? 0) - equivalent)).toBeLessThan(7e-4);
  expect(() => equivalentsOnArc(middle, ends, 0.5)).toThrow('highest raw score 0.5');
  expect(() => equivalentsOnArc({ from: 40, to: 30 }, ends, 36)).toThrow('not between');
});

const figures = fc
  .record({
    mean: fc.double({ min: 10, max: 30, noNaN: true }),
    sd: fc.double({ min: 3, max: 8, noNaN: true }),
    anchorMean: fc.double({ min: 4, max: 9, noNaN: true }),
    anchorSd: fc.double({ min: 2, max: 2.5, noNaN: true }),
    correlation: fc.double({ min: 0.6, max: 0.95, noNaN: true }),
  })
  .map(({ correlation, ...rest }): AnchorGroup => ({ ...rest, covariance: correlation * rest.sd * rest.anchorSd }));
const methods = [
  equateByTucker,
  equateByLevine,
  (one: AnchorGroup, other: AnchorGroup) => equateByLevine(one, other, { anchor: 'external' }),
  equateByLevineTrue,
  equateByChain,
];

test('a form equated to itself gives every score back, by every method', () => {
  fc.assert(
    fc.property(figures, (group) => {
      for (const equate of methods) {
        const { slope, intercept } = equate(group, group);
        expect(slope).toBeCloseTo(1, 10);
        expect(intercept).toBeCloseTo(0, 8);
      }
    }),
  );
});

test('groups that do equally on the anchor are equated as random groups are', () => {
  fc.assert(
    fc.property(figures, figures, (one, other) => {
      const covariance = (other.covariance / other.anchorSd) * one.anchorSd;
      const alike = { ...other, anchorMean: one.anchorMean, anchorSd: one.anchorSd, covariance };
      for (const equate of [equateByTucker, equateByLevine, equateByChain]) {
        const { slope, intercept } = equate(one, alike);
        expect(slope).toBeCloseTo(alike.sd / one.sd, 9);
        expect(slope * one.mean + intercept).toBeCloseTo(alike.mean, 9);
      }
    }),
  );
});

test('a better group on the anchor is not taken for an easier form', () => {
  // Means differ by as much as a group that is half an anchor deviation better explains.
  const better = { ...from, mean: from.mean + 0.5 * from.sd, anchorMean: from.anchorMean + 0.5 * from.anchorSd };
  const { slope, intercept } = equateByChain(from, better);
  expect(slope).toBeCloseTo(1, 12);
  expect(intercept).toBeCloseTo(0, 12);
});

test("Levine's true-score method stretches by both gammas", () => {
  const { slope } = equateByLevineTrue(from, to, 'external');
  const gamma = ({ sd, anchorSd, covariance }: AnchorGroup) => (sd ** 2 + covariance) / (anchorSd ** 2 + covariance);
  expect(slope).toBeCloseTo(gamma(to) / gamma(from), 12);
});

test('a group is described as its scores say', () => {
  const { covariance, ...rest } = describeAnchorGroup([1, 2, 3, 6], [0, 2, 1, 3]);
  expect(rest).toEqual({ mean: 3, sd: Math.sqrt(14 / 3), anchorMean: 1.5, anchorSd: Math.sqrt(5 / 3) });
  expect(covariance).toBeCloseTo(7 / 3, 12);
});

test('percentiles go to the anchor in one group and from it in the other', () => {
  const form = [2, 4, 8, 4, 2];
  const same = equatePercentilesByChain({ form, anchor: [3, 6, 1] }, { form, anchor: [3, 6, 1] });
  for (const [score, equivalent] of same.entries()) expect(equivalent).toBeCloseTo(score, 10);
  const shifted = equatePercentilesByChain(
    { form, anchor: [4, 4, 4] },
    { form: [0, ...form.slice(0, 4), 2], anchor: [4, 4, 4] },
  );
  for (const [score, equivalent] of shifted.entries()) expect(equivalent).toBeCloseTo(score + 1, 10);
});

test('an anchor that tells nothing is refused', () => {
  expect(() => equateByTucker({ ...from, covariance: -1 }, to)).toThrow('an anchor must measure what the form does');
  expect(() => equateByLevine(from, { ...to, sd: 0 })).toThrow('both scores must vary');
  expect(() => equateByChain({ ...from, mean: Number.NaN }, to)).toThrow('means NaN');
  expect(() => equateByTucker(from, to, 2)).toThrow('weight 2');
  expect(() => describeAnchorGroup([1, 2], [1])).toThrow('2 totals, 1 anchor scores');
  expect(() => describeAnchorGroup([1], [1])).toThrow('at least 2');
  expect(() => describeAnchorGroup([1, 2], [1, Number.NaN])).toThrow('person 2');
  expect(() => equatePercentilesByChain({ form: [1, 2], anchor: [1, 2] }, { form: [1, 2], anchor: [1, 1, 1] })).toThrow(
    'both groups sit the same',
  );
});
