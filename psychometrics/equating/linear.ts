import { checkFrequencies, describeScores, type Frequencies } from './frequencies.ts';

/**
 * No equating: every score is worth itself. With few people it errs less than any method where the forms were made equal by
 * their blueprint; and what equating changes is seen against it.
 *
 * @param from,to only looked at for how many raw scores they have
 * @returns each raw score 0…K
 * @throws RangeError if frequencies are impossible, or the forms have not equally many raw scores
 * @formula identityEquivalent = x
 * @see Kolen & Brennan (2014), chapters 2 and 8
 */
export function equateByIdentity(from: Frequencies, to: Frequencies): number[] {
  checkFrequencies(from);
  checkFrequencies(to);
  if (from.length !== to.length) {
    throw new RangeError(`${from.length} and ${to.length} raw scores: forms of unlike length need another method`);
  }
  return from.map((_, score) => score);
}

/**
 * Equivalents that differ by the difference of the means: forms that are harder by the same number of points everywhere.
 * The two groups are random samples of one population.
 *
 * @returns for each raw score 0…K of `from`, its equivalent on `to`; it may lie outside of what `to` can give
 * @throws RangeError if frequencies are impossible
 * @formula meanEquivalent = x - meanFrom + meanTo
 * @see Kolen & Brennan (2014), section 2.2
 */
export function equateMeans(from: Frequencies, to: Frequencies): number[] {
  checkFrequencies(from);
  checkFrequencies(to);
  const shift = describeScores(to).mean - describeScores(from).mean;
  return from.map((_, score) => score + shift);
}

/**
 * Equivalents that are as many standard deviations from the mean.
 *
 * @returns for each raw score 0…K of `from`, its equivalent on `to`; it may lie outside of what `to` can give
 * @throws RangeError if frequencies are impossible
 * @formula linearEquivalent = (sdTo / sdFrom) * (x - meanFrom) + meanTo
 * @see Kolen & Brennan (2014), section 2.3
 */
export function equateLinearly(from: Frequencies, to: Frequencies): number[] {
  checkFrequencies(from);
  checkFrequencies(to);
  const [source, target] = [describeScores(from), describeScores(to)];
  return from.map((_, score) => (target.sd / source.sd) * (score - source.mean) + target.mean);
}
