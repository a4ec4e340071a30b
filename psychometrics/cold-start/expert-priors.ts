import { logit } from '../models/logistic.ts';
import type { Normal } from '../numerics/quadrature.ts';

/**
 * The difficulty that an Angoff value stands for: where the candidate who only just passes has that chance.
 *
 * @param value judged chance of a right answer, strictly between `c` and 1
 * @param at the cut, the ability of that candidate in logits; and what the item's other parameters are taken to be
 * @returns b in logits
 * @throws RangeError for a value that no difficulty gives: ask the judge for one between `c` and 1
 * @formula difficultyJudged = cut - log((value - c) / (1 - value)) / a
 * @see Angoff (1971); Birnbaum (1968)
 */
export function difficultyAtAngoff(
  value: number,
  { cut, a = 1, c = 0 }: { cut: number; a?: number; c?: number },
): number {
  if (!(value > c && value < 1)) {
    throw new RangeError(`Angoff value ${value}: only a chance above ${c} and below 1 tells a difficulty`);
  }
  if (!(a > 0 && Number.isFinite(cut))) throw new RangeError(`cut ${cut} with a = ${a}`);
  return cut - logit((value - c) / (1 - c)) / a;
}

/**
 * What judges know of difficulties, as priors: their order is about right, their spread is their own. The judgements are
 * brought to the spread that difficulties have, and drawn towards the middle as much as they are unsure.
 *
 * @param judged b of each item in logits, as judges have it
 * @param correlation of judged with true difficulties; 0.5 is usual, see Impara & Plake (1998) for why not more
 * @param difficulties mean and sd that true ones are thought to have; the judges' mean and 1 if not said
 * @returns a prior for each item
 * @throws RangeError if there are none, one is not finite, or the correlation is outside [0, 1)
 * @formula expertMean = mean + r * sd * (judged - judgedMean) / judgedSd
 * @formula expertSd = sd * sqrt(1 - r ** 2)
 * @see Lord & Novick (1968), chapter 3, on regression estimates
 */
export function priorsOfExperts(
  judged: readonly number[],
  { correlation = 0.5, difficulties }: { correlation?: number; difficulties?: Normal } = {},
): Normal[] {
  if (judged.length === 0 || !judged.every(Number.isFinite))
    throw new RangeError('judged difficulties: none, or not finite');
  if (!(correlation >= 0 && correlation < 1)) throw new RangeError(`correlation ${correlation} is outside [0, 1)`);
  const judgedMean = judged.reduce((sum, b) => sum + b, 0) / judged.length;
  const judgedSd = Math.sqrt(judged.reduce((sum, b) => sum + (b - judgedMean) ** 2, 0) / judged.length);
  const { mean, sd } = difficulties ?? { mean: judgedMean, sd: 1 };
  if (!(sd > 0 && Number.isFinite(mean))) throw new RangeError(`difficulties with mean ${mean}, sd ${sd}`);
  const share = judgedSd > 0 ? (correlation * sd) / judgedSd : 0;
  return judged.map((b) => ({
    mean: mean + share * (b - judgedMean),
    sd: judgedSd > 0 ? sd * Math.sqrt(1 - correlation ** 2) : sd,
  }));
}
