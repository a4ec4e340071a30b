import { percentileRank, scoreAtRank } from './equipercentile.ts';
import { checkFrequencies, type Frequencies } from './frequencies.ts';

/** How many people of one group had each raw score of its form, and of the anchor. */
export type ChainedFrequencies = { form: Frequencies; anchor: Frequencies };

/**
 * Equivalents of percentiles through an anchor by a chain: to the anchor in one group, and from it in the other.
 *
 * @returns for each raw score 0…K of the one form, its equivalent on the other, in [-0.5, K + 0.5]
 * @throws RangeError if frequencies are impossible, or the anchors differ in length
 * @formula chainedEquivalent = scoreAtRank(toForm, rankOn(toAnchor, scoreAtRank(fromAnchor, rankOn(fromForm, x))))
 * @see Kolen & Brennan (2014), chapter 5; Angoff (1971), Design IV
 */
export function equatePercentilesByChain(from: ChainedFrequencies, to: ChainedFrequencies): number[] {
  for (const frequencies of [from.form, from.anchor, to.form, to.anchor]) checkFrequencies(frequencies);
  if (from.anchor.length !== to.anchor.length) {
    throw new RangeError(
      `anchors of ${from.anchor.length} and ${to.anchor.length} raw scores: both groups sit the same`,
    );
  }
  return from.form.map((_, score) => {
    const onAnchor = scoreAtRank(from.anchor, percentileRank(from.form, score));
    return scoreAtRank(to.form, percentileRank(to.anchor, onAnchor));
  });
}
