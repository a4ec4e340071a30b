import { checkFrequencies, type Frequencies } from '../equating/frequencies.ts';
import { logGamma } from '../numerics/distributions.ts';
import { categoryOf, certainly, checkCuts, type DecisionQuality, sumDecisions } from './quality.ts';
import { fitTrueScores, spreadTrueScores, type TrueScores, trueMoments } from './true-scores.ts';

/** Decision quality with what it was worked out from: the length of the test of items that would be as reliable. */
export type ScoreDecisionQuality = DecisionQuality & { effectiveLength: number; trueScores: TrueScores };

/**
 * How many items, all alike and scored right or wrong, would make a test with this mean, spread and reliability.
 *
 * @returns not rounded; infinite or not a number for scores that do not vary or are wholly reliable
 * @formula effectiveLength = ((mean - lowest) * (highest - mean) - reliability * sd ** 2) / (sd ** 2 * (1 - reliability))
 * @see Livingston & Lewis (1995)
 */
export function effectiveTestLength({
  mean,
  sd,
  reliability,
  lowest,
  highest,
}: {
  mean: number;
  sd: number;
  reliability: number;
  lowest: number;
  highest: number;
}): number {
  return ((mean - lowest) * (highest - mean) - reliability * sd ** 2) / (sd ** 2 * (1 - reliability));
}

/**
 * How good decisions on raw scores are, from one giving of a test: true scores follow a four-parameter beta distribution (a
 * two-parameter one where four do not fit), scores around them a binomial one on a test of the effective length. It needs
 * no item data, and serves weighted and partial scores; it is only as good as the reliability it is given.
 *
 * A raw cut is carried to the other length at half a point below it, as one is for whole numbers. The shares are the
 * model's own; they are not stretched to the observed ones.
 *
 * @param frequencies how many people had each raw score 0…K
 * @param reliability in (0, 1)
 * @param cuts raw scores, rising; who reaches a cut is above it
 * @throws RangeError if frequencies are impossible, the reliability is outside (0, 1), a cut is not in (0, K], cuts do not
 *   rise, the effective length is below 4, or no beta distribution fits
 * @see Livingston & Lewis (1995); Hanson & Brennan (1990); Hanson (1991) for the moments
 */
export function judgeScoreDecisions(
  frequencies: Frequencies,
  { reliability, cuts }: { reliability: number; cuts: readonly number[] },
): ScoreDecisionQuality {
  checkFrequencies(frequencies);
  checkCuts(cuts);
  const highest = frequencies.length - 1;
  const wrong = cuts.find((cut) => !(cut > 0 && cut <= highest));
  if (wrong !== undefined) throw new RangeError(`cut ${wrong}: raw scores to reach are above 0, at most ${highest}`);
  if (!(reliability > 0 && reliability < 1)) throw new RangeError(`reliability ${reliability} is not between 0 and 1`);
  const length = roundLength(frequencies, reliability);
  const scaled = frequencies.map((people, score) => ({ score: (score * length) / highest, people }));
  const trueScores = fitTrueScores(trueMoments(scaled, length));
  const trueCuts = cuts.map((cut) => cut / highest);
  const scoreCuts = cuts.map((cut) => ((cut - 0.5) * length) / highest);
  const chancesAt = binomialOf(length);
  const groups = spreadTrueScores(trueScores, trueCuts).map(({ proportion, share }) => {
    const decided = new Float64Array(cuts.length + 1);
    for (const [score, chance] of chancesAt(proportion).entries()) {
      const category = categoryOf(scoreCuts, score);
      decided[category] = (decided[category] ?? 0) + chance;
    }
    const here = categoryOf(trueCuts, proportion);
    return { share, belongs: certainly(here, decided.length), decided };
  });
  return { ...sumDecisions(groups, cuts.length + 1), effectiveLength: length, trueScores };
}

function roundLength(frequencies: Frequencies, reliability: number): number {
  const people = frequencies.reduce((sum, count) => sum + count, 0);
  const mean = frequencies.reduce((sum, count, score) => sum + count * score, 0) / people;
  const sd = Math.sqrt(frequencies.reduce((sum, count, score) => sum + count * (score - mean) ** 2, 0) / people);
  const length = effectiveTestLength({ mean, sd, reliability, lowest: 0, highest: frequencies.length - 1 });
  if (!(length >= 4)) throw new RangeError(`effective length ${length}: four moments need at least 4 items`);
  return Math.round(length);
}

/** For a chance to be right, the chances of 0…n right. */
function binomialOf(n: number): (p: number) => number[] {
  const ways = Array.from({ length: n + 1 }, (_, x) => logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1));
  return (p) => {
    const [right, wrong] = [Math.log(p), Math.log1p(-p)];
    return ways.map((way, x) => Math.exp(way + (x > 0 ? x * right : 0) + (x < n ? (n - x) * wrong : 0)));
  };
}
