import {
  type AnchorGroup,
  equateByChain,
  equateByLevine,
  equateByLevineTrue,
  equateByTucker,
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

/** Samples of the formulas of equating through an anchor and of smoothing. */
export const equatingSamples: Record<string, Sample> = {
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
