import { equatePercentiles } from './equipercentile.ts';
import type { Frequencies } from './frequencies.ts';

/** How many people of one group had each raw score of their form together with each of the anchor: `[score][anchor]`. */
export type JointFrequencies = readonly (readonly number[])[];

/**
 * Counts people by both of their scores.
 *
 * @param totals raw score of each person on the form; with an internal anchor, its items included
 * @param anchors raw score of each person on the anchor
 * @param highest the highest raw score of the form and of the anchor
 * @returns people, `[score][anchor]`, every score from 0 to the highest
 * @throws RangeError if there are not as many of both, or a score is no whole number from 0 to the highest
 */
export function countJointly(
  totals: readonly number[],
  anchors: readonly number[],
  highest: { total: number; anchor: number },
): number[][] {
  if (totals.length !== anchors.length)
    throw new RangeError(`${totals.length} totals, ${anchors.length} anchor scores`);
  const joint = Array.from({ length: highest.total + 1 }, () => new Array<number>(highest.anchor + 1).fill(0));
  for (const [person, total] of totals.entries()) {
    const anchor = anchors[person] ?? Number.NaN;
    const row = joint[total];
    if (row?.[anchor] === undefined) {
      throw new RangeError(
        `person ${person + 1}: scores ${total} and ${anchor}, of ${highest.total} and ${highest.anchor}`,
      );
    }
    row[anchor] = (row[anchor] ?? 0) + 1;
  }
  return joint;
}

/**
 * Equivalents of percentiles through an anchor by frequency estimation (post-stratification): among people of equal anchor
 * score, a form's scores are taken to be distributed alike in both groups; each form's distribution is worked out for one
 * population made of both, and the two are equated. It suits groups that are near to each other, as Tucker's method does;
 * a chain suits groups that are not. With few people at some anchor scores, smooth first.
 *
 * @param weight of the group that sat `from` in the population, in [0, 1]; 1, those who sat the new form, if not said
 * @returns for each raw score 0…K of `from`, its equivalent on `to`, in [-0.5, K + 0.5]
 * @throws RangeError if frequencies are impossible, the anchors differ in length, the weight is outside [0, 1], or somebody of
 *   one group has an anchor score that nobody of the other has, so that nothing tells how they would do on its form
 * @formula postStratified = w * share[x] + (1 - w) * sum(otherAnchor, (h, v) => (h > 0 ? (h * joint[x][v]) / anchor[v] : 0))
 * @see Kolen & Brennan (2014), section 5.1; Braun & Holland (1982)
 */
export function equatePercentilesByEstimation(from: JointFrequencies, to: JointFrequencies, weight = 1): number[] {
  if (!(weight >= 0 && weight <= 1)) throw new RangeError(`weight ${weight} is outside [0, 1]`);
  const [one, other] = [sharesOf(from), sharesOf(to)];
  if (one.anchor.length !== other.anchor.length) {
    throw new RangeError(
      `anchors of ${one.anchor.length} and ${other.anchor.length} raw scores: both groups sit the same`,
    );
  }
  return equatePercentiles(
    postStratify(one, { anchor: other.anchor, weight }),
    postStratify(other, { anchor: one.anchor, weight: 1 - weight }),
  );
}

/** Shares of a group's people by both scores, and by the anchor's alone. */
type Shares = { joint: number[][]; anchor: number[] };

function sharesOf(joint: JointFrequencies): Shares {
  const width = joint[0]?.length ?? 0;
  for (const [score, row] of joint.entries()) {
    if (row.length !== width) throw new RangeError(`score ${score}: ${row.length} anchor scores, not ${width}`);
    const wrong = row.findIndex((count) => !(count >= 0 && Number.isFinite(count)));
    if (wrong >= 0) throw new RangeError(`score ${score}, anchor score ${wrong}: ${row[wrong]} people`);
  }
  const people = joint.flat().reduce((sum, count) => sum + count, 0);
  if (people === 0) throw new RangeError('a group has nobody');
  const shares = joint.map((row) => row.map((count) => count / people));
  const anchor = Array.from({ length: width }, (_, v) => shares.reduce((sum, row) => sum + (row[v] ?? 0), 0));
  return { joint: shares, anchor };
}

/** A form's distribution in a population of which `weight` is its own group, and the rest has another anchor's. */
function postStratify({ joint, anchor }: Shares, other: { anchor: readonly number[]; weight: number }): Frequencies {
  const missing = anchor.findIndex((share, v) => share === 0 && (other.anchor[v] ?? 0) > 0);
  if (missing >= 0 && other.weight < 1) {
    throw new RangeError(`anchor score ${missing}: only one group has it; smooth both groups first, or use a chain`);
  }
  return joint.map((row) =>
    row.reduce((sum, share, v) => {
      const own = anchor[v] ?? 0;
      const there = other.weight * own + (1 - other.weight) * (other.anchor[v] ?? 0);
      return own > 0 ? sum + (share * there) / own : sum;
    }, 0),
  );
}
