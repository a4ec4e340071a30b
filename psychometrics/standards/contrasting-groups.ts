import { checkFrequencies, describeScores, type Frequencies } from '../equating/frequencies.ts';
import { regress } from '../fairness/logistic-regression.ts';
import { findRoot } from '../numerics/root.ts';

/**
 * A cut in raw points between people whom judges call competent (masters) and people whom they do not; and which shares of
 * each, as observed, it would put on the wrong side.
 */
export type ContrastCut = { cut: number; failingMasters: number; passingNonMasters: number };

/**
 * How many masters and non-masters had each raw score 0…K. `masterShare` is the share of masters among future candidates,
 * a half if not said: the groups of a study are seldom of the sizes that come to the exam.
 */
export type ContrastingGroups = { masters: Frequencies; nonMasters: Frequencies; masterShare?: number };

/**
 * The cut at which the two groups' distributions cross, each smoothed by a normal kernel: a score at which masters and
 * others are equally frequent.
 *
 * @param bandwidths of the kernels in raw points; if not said, 1.06 · sd · n^(−1/5) of each group
 * @throws RangeError if frequencies are impossible, differ in length, masters are not better on average, a share or a
 *   bandwidth is impossible, or the distributions do not cross between their means
 * @formula smoothedDensity = sum(frequencies, (count, score) => count * exp(-0.5 * ((x - score) / h) ** 2)) / (people * h * sqrt(2 * PI))
 * @see Livingston & Zieky (1982); Silverman (1986), equation 3.28, for the bandwidth
 */
export function cutAtCrossing(
  groups: ContrastingGroups,
  bandwidths?: { masters: number; nonMasters: number },
): ContrastCut {
  const share = checkGroups(groups);
  const { masters, nonMasters } = groups;
  const densities = [
    smoothDensity(masters, bandwidths?.masters ?? bandwidthOf(masters)),
    smoothDensity(nonMasters, bandwidths?.nonMasters ?? bandwidthOf(nonMasters)),
  ] as const;
  const excess = (x: number) => share * densities[0](x) - (1 - share) * densities[1](x);
  const [low, high] = [describeScores(nonMasters).mean, describeScores(masters).mean];
  if (!(excess(low) < 0 && excess(high) > 0)) {
    throw new RangeError(
      'the groups do not cross between their means: look at the judgements, or at the share of masters',
    );
  }
  return placeCut(groups, findRoot(excess, [low, high]));
}

/**
 * The cut at which a logistic regression of mastery on the score gives even chances, as if masters had the given share.
 *
 * @returns the cut in raw points, and shares in [0, 1]
 * @throws RangeError if frequencies are impossible, differ in length, masters are not better on average, the share is
 *   impossible, or the groups do not overlap, so that many cuts would do
 * @formula logisticCut = (log((1 - share) / share) - log(nonMasters / masters) - intercept) / slope
 * @see Livingston & Zieky (1989); King & Zeng (2001) for the correction by shares
 */
export function cutByLogistic(groups: ContrastingGroups): ContrastCut {
  const share = checkGroups(groups);
  const { masters, nonMasters } = groups;
  const worstMaster = masters.findIndex((count) => count > 0);
  const bestOther = nonMasters.findLastIndex((count) => count > 0);
  if (worstMaster >= bestOther) {
    throw new RangeError(`the groups do not overlap: any cut between ${bestOther} and ${worstMaster} parts them`);
  }
  const cells = masters.map((right, score) => ({ predictors: [1, score], right, wrong: nonMasters[score] ?? 0 }));
  const [intercept = 0, slope = 0] = regress(cells).coefficients;
  const odds = Math.log((1 - share) / share) - Math.log(sizeOf(nonMasters) / sizeOf(masters));
  return placeCut(groups, (odds - intercept) / slope);
}

/** The smoothed density of raw scores. */
export function smoothDensity(frequencies: Frequencies, bandwidth: number): (x: number) => number {
  if (!(bandwidth > 0 && Number.isFinite(bandwidth))) throw new RangeError(`bandwidth ${bandwidth} is not above 0`);
  const scale = sizeOf(frequencies) * bandwidth * Math.sqrt(2 * Math.PI);
  return (x) =>
    frequencies.reduce((sum, count, score) => sum + count * Math.exp(-0.5 * ((x - score) / bandwidth) ** 2), 0) / scale;
}

function placeCut({ masters, nonMasters }: ContrastingGroups, cut: number): ContrastCut {
  const below = (group: Frequencies) => sizeOf(group.filter((_, score) => score < cut)) / sizeOf(group);
  return { cut, failingMasters: below(masters), passingNonMasters: 1 - below(nonMasters) };
}

function checkGroups({ masters, nonMasters, masterShare = 0.5 }: ContrastingGroups): number {
  checkFrequencies(masters);
  checkFrequencies(nonMasters);
  if (masters.length !== nonMasters.length) {
    throw new RangeError(`${masters.length} and ${nonMasters.length} raw scores: both groups sit the same test`);
  }
  if (!(masterShare > 0 && masterShare < 1)) throw new RangeError(`share of masters ${masterShare} is outside (0, 1)`);
  const [high, low] = [describeScores(masters).mean, describeScores(nonMasters).mean];
  if (!(high > low)) throw new RangeError(`masters have ${high} points on average, others ${low}: no cut parts them`);
  return masterShare;
}

function bandwidthOf(frequencies: Frequencies): number {
  return 1.06 * describeScores(frequencies).sd * sizeOf(frequencies) ** -0.2;
}

function sizeOf(frequencies: Frequencies): number {
  return frequencies.reduce((sum, count) => sum + count, 0);
}
