import { type AnchorGroup, checkAnchorGroup, type EquatingLine } from './anchor-group.ts';

/** `internal` if the anchor's items count in the form's score, `external` if they do not. */
export type AnchorKind = 'internal' | 'external';

/**
 * Equating through an anchor by Tucker's method: the regression of form on anchor is taken to be the same in both groups.
 * It suits groups that differ little; where they differ much, Levine's does better.
 *
 * @param weight of the group that sat `from` in the population for which scores are to be equivalent, in [0, 1]; 1, those
 *   who sat the new form, if not said
 * @throws RangeError if a group's figures are impossible, or the weight is outside [0, 1]
 * @formula tuckerSlope = covariance / anchorSd ** 2
 * @formula fromVariance = sd ** 2 - (1 - w) * gamma ** 2 * (anchorSd ** 2 - otherSd ** 2) + w * (1 - w) * gamma ** 2 * (anchorMean - otherMean) ** 2
 * @see Kolen & Brennan (2014), chapter 4; Gulliksen (1950), chapter 19
 */
export function equateByTucker(from: AnchorGroup, to: AnchorGroup, weight = 1): EquatingLine {
  return equateSynthetically({ from, to, weight }, tuckerSlope);
}

/**
 * Equating through an anchor by Levine's method for observed scores: form and anchor are taken to measure the same, true
 * scores in a straight relation that is the same in both groups, and errors as of congeneric tests.
 *
 * @param options `anchor` is internal, and `weight` 1, if not said; see `equateByTucker`
 * @throws RangeError if a group's figures are impossible, or the weight is outside [0, 1]
 * @formula levineInternal = sd ** 2 / covariance
 * @formula levineExternal = (sd ** 2 + covariance) / (anchorSd ** 2 + covariance)
 * @see Kolen & Brennan (2014), chapter 4; Levine (1955)
 */
export function equateByLevine(
  from: AnchorGroup,
  to: AnchorGroup,
  { anchor = 'internal', weight = 1 }: { anchor?: AnchorKind; weight?: number } = {},
): EquatingLine {
  return equateSynthetically({ from, to, weight }, levineSlope(anchor));
}

/**
 * Equating of true scores by Levine's method, used with observed ones; it needs no weights.
 *
 * @returns a line in raw points
 * @throws RangeError if a group's figures are impossible
 * @formula levineTrueEquivalent = (toGamma / fromGamma) * (x - mean) + toMean + toGamma * (anchorMean - toAnchorMean)
 * @see Kolen & Brennan (2014), chapter 4; Hanson (1991) for its use with observed scores
 */
export function equateByLevineTrue(from: AnchorGroup, to: AnchorGroup, anchor: AnchorKind = 'internal'): EquatingLine {
  checkAnchorGroup(from);
  checkAnchorGroup(to);
  const [fromGamma, toGamma] = [from, to].map(levineSlope(anchor)) as [number, number];
  const slope = toGamma / fromGamma;
  return { slope, intercept: to.mean + toGamma * (from.anchorMean - to.anchorMean) - slope * from.mean };
}

/**
 * Equating through an anchor by a chain: linearly to the anchor in one group, and from it in the other.
 *
 * @returns a line in raw points
 * @throws RangeError if a group's figures are impossible
 * @formula chainedSlope = (toSd / toAnchorSd) * (anchorSd / sd)
 * @see Kolen & Brennan (2014), chapter 4
 */
export function equateByChain(from: AnchorGroup, to: AnchorGroup): EquatingLine {
  checkAnchorGroup(from);
  checkAnchorGroup(to);
  const [down, up] = [from.anchorSd / from.sd, to.sd / to.anchorSd];
  return { slope: up * down, intercept: to.mean + up * (from.anchorMean - to.anchorMean - down * from.mean) };
}

type Gamma = (group: AnchorGroup) => number;

const tuckerSlope: Gamma = ({ covariance, anchorSd }) => covariance / anchorSd ** 2;

function levineSlope(anchor: AnchorKind): Gamma {
  if (anchor === 'internal') return ({ sd, covariance }) => sd ** 2 / covariance;
  return ({ sd, anchorSd, covariance }) => (sd ** 2 + covariance) / (anchorSd ** 2 + covariance);
}

/** Linear equating in a population made of both groups, what each did not sit being inferred from the anchor. */
function equateSynthetically(
  { from, to, weight }: { from: AnchorGroup; to: AnchorGroup; weight: number },
  gammaOf: Gamma,
): EquatingLine {
  checkAnchorGroup(from);
  checkAnchorGroup(to);
  if (!(weight >= 0 && weight <= 1)) throw new RangeError(`weight ${weight} is outside [0, 1]`);
  const [fromGamma, toGamma] = [gammaOf(from), gammaOf(to)];
  const apart = from.anchorMean - to.anchorMean;
  const wider = from.anchorSd ** 2 - to.anchorSd ** 2;
  const between = weight * (1 - weight) * apart ** 2;
  const fromMean = from.mean - (1 - weight) * fromGamma * apart;
  const toMean = to.mean + weight * toGamma * apart;
  const fromVariance = from.sd ** 2 + fromGamma ** 2 * (between - (1 - weight) * wider);
  const toVariance = to.sd ** 2 + toGamma ** 2 * (between + weight * wider);
  if (!(fromVariance > 0 && toVariance > 0)) {
    throw new RangeError('the groups differ too much in spread on the anchor: equate by a chain');
  }
  const slope = Math.sqrt(toVariance / fromVariance);
  return { slope, intercept: toMean - slope * fromMean };
}
