import { scoreAtRank } from '../../equating/equipercentile.ts';
import {
  type AnchorGroup,
  describeAnchorGroup,
  equateByChain,
  equateByIdentity,
  equateByLevine,
  equateByLevineTrue,
  equateByTucker,
  equatePercentiles,
  equatePercentilesByChain,
  equatePercentilesByEstimation,
  equivalentsOnLine,
  percentileRank,
  smoothFrequencies,
} from '../../equating/index.ts';
import { penaliseBandwidth, smoothScores } from '../../equating/kernel.ts';
import { normalAbove } from '../../numerics/distributions.ts';
import type { Sample } from '../formulas.ts';

const from: AnchorGroup = { mean: 16, sd: 6.5, anchorMean: 5.1, anchorSd: 2.4, covariance: 13.4 };
const to: AnchorGroup = { mean: 18.5, sd: 6.9, anchorMean: 5.9, anchorSd: 2.5, covariance: 14.8 };

/** The slope on the anchor that a line was drawn with, for those who sat the new form. */
const gammaOf = ({ slope, intercept }: { slope: number; intercept: number }) =>
  (slope * from.mean + intercept - to.mean) / (from.anchorMean - to.anchorMean);

const tucker = { from: from.covariance / from.anchorSd ** 2, to: to.covariance / to.anchorSd ** 2 };
const apart = from.anchorMean - to.anchorMean;
const wider = from.anchorSd ** 2 - to.anchorSd ** 2;
const toVariance = to.sd ** 2 + 0.4 * tucker.to ** 2 * wider + 0.24 * (tucker.to * apart) ** 2;
const levineTrue = equateByLevineTrue(from, to);

const observed = [3, 9, 4, 12, 20, 7, 2];
const smoothed = smoothFrequencies(observed, 2);
// Log-frequencies of degree two, through three of the smoothed ones.
const [first = 0, second = 0, third = 0] = smoothed.frequencies.map(Math.log);
const bend = (third - 2 * second + first) / 2;

const shares = [0.2, 0.5, 0.3];
const narrow = smoothScores(shares, 0.6);

/** Two groups on a form of two points, the anchor one point; the population is the second group alone. */
const joint = [
  [3, 1],
  [2, 4],
  [1, 9],
];
const otherJoint = [
  [2, 3],
  [4, 6],
  [1, 4],
];

/** The share of the first group's lowest score in the second: as many people as half of its equivalent's stretch holds. */
const estimated = equatePercentilesByEstimation(joint, otherJoint, 0)[0] ?? Number.NaN;
const otherShares = otherJoint.map((row) => row.reduce((sum, count) => sum + count, 0) / 20);

/** Samples of the formulas of equating through an anchor and of smoothing. */
export const equatingSamples: Record<string, Sample> = {
  identityEquivalent: { given: { x: 2 }, says: equateByIdentity([1, 2, 1], [1, 1, 2])[2] ?? Number.NaN },
  equipercentileEquivalent: {
    // A rank of 3.5 / 8: two of five people are below the second score, and 3.5 / 8 · 5 of them below the equivalent.
    given: { score: 1, rank: 0.4375, people: 5, below: 2, count: 2 },
    says: equatePercentiles([2, 3, 3], [2, 2, 1])[1] ?? Number.NaN,
  },
  postStratified: {
    given: {
      x: 0,
      w: 0,
      share: [4 / 20],
      joint: [[3 / 20, 1 / 20]],
      anchor: [6 / 20, 14 / 20],
      otherAnchor: [7 / 20, 13 / 20],
    },
    says: 2 * (estimated + 0.5) * (otherShares[0] ?? Number.NaN),
  },
  covariance: {
    given: { totals: [1, 2, 3, 6], anchors: [0, 2, 1, 3], mean: 3, anchorMean: 1.5 },
    says: describeAnchorGroup([1, 2, 3, 6], [0, 2, 1, 3]).covariance,
  },
  equivalentOnLine: {
    given: { slope: 1.2, intercept: -0.5, score: 3 },
    says: equivalentsOnLine({ slope: 1.2, intercept: -0.5 }, 4)[3] ?? Number.NaN,
  },
  chainedEquivalent: {
    given: {
      x: 1,
      rankOn: percentileRank,
      scoreAtRank,
      fromForm: [2, 5, 3],
      fromAnchor: [4, 6],
      toAnchor: [3, 9],
      toForm: [1, 7, 4],
    },
    says:
      equatePercentilesByChain({ form: [2, 5, 3], anchor: [4, 6] }, { form: [1, 7, 4], anchor: [3, 9] })[1] ??
      Number.NaN,
  },
  tuckerSlope: { given: to, says: gammaOf(equateByTucker(from, to)) },
  levineInternal: { given: to, says: gammaOf(equateByLevine(from, to)) },
  levineExternal: { given: to, says: gammaOf(equateByLevine(from, to, { anchor: 'external' })) },
  fromVariance: {
    given: { ...from, w: 0.4, gamma: tucker.from, otherSd: to.anchorSd, otherMean: to.anchorMean },
    says: toVariance / equateByTucker(from, to, 0.4).slope ** 2,
  },
  levineTrueEquivalent: {
    given: {
      ...from,
      x: 20,
      fromGamma: from.sd ** 2 / from.covariance,
      toGamma: to.sd ** 2 / to.covariance,
      toMean: to.mean,
      toAnchorMean: to.anchorMean,
    },
    says: levineTrue.slope * 20 + levineTrue.intercept,
  },
  chainedSlope: { given: { ...from, toSd: to.sd, toAnchorSd: to.anchorSd }, says: equateByChain(from, to).slope },
  logFrequency: {
    given: { x: 5, coefficients: [first, second - first - bend, bend] },
    says: Math.log(smoothed.frequencies[5] ?? Number.NaN),
  },
  smoothingRatio: { given: { observed, fitted: smoothed.frequencies }, says: smoothed.statistic },
  aic: { given: { smoothingRatio: smoothed.statistic, degree: 2 }, says: smoothed.aic },
  continuousBelow: {
    given: {
      shares,
      x: 0.7,
      h: 0.6,
      mean: 1.1,
      a: Math.sqrt(0.49 / (0.49 + 0.36)),
      normalBelow: (z: number) => normalAbove(-z),
    },
    says: narrow.below(0.7),
  },
  penalty: { given: { shares, density: narrow.density }, says: penaliseBandwidth(shares, 0.6) },
};
