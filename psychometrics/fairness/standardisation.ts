import type { Responses } from '../calibration/responses.ts';
import { totalScores } from '../classical/score-table.ts';
import { type Group, tabulate } from './strata.ts';

/** Shares right at one raw score, and how much it weighs. */
export type ScoreDifference = { score: number; reference: number; focal: number; weight: number };

/**
 * STD P-DIF of an item: `difference` of the shares right between people of equal raw score, focal less reference, on
 * average; `error` is its standard error, `spread` the root mean square, which is larger than the difference where it turns
 * round. `size` is A within ±0.05, B within ±0.10 (look at it), C beyond (unusual), null where there is no difference to judge. `byScore` from the lowest score
 * upwards, for plots.
 */
export type StandardisedDifference = {
  difference: number;
  error: number;
  spread: number;
  size: 'A' | 'B' | 'C' | null;
  byScore: ScoreDifference[];
};

/** Whose distribution of scores the average is over. */
export type Weighting = Group | 'all';

/**
 * The standardised difference in shares right. It is in the units of the item's own difficulty, so that people can judge
 * it; very easy and very hard items cannot show a large one. Its size is not tested: read `error`.
 *
 * @param groups one per row
 * @param weighting the focal group's, if not said: the people who might be disadvantaged
 * @returns one per item; not numbers where the groups share no raw score
 * @throws RangeError if there is not one group per row, a group has nobody, or a score is missing or not 0 or 1
 * @formula stdPDif = sum(byScore, (s) => s.weight * (s.focal - s.reference)) / sum(byScore, (s) => s.weight)
 * @formula stdSpread = sqrt(sum(byScore, (s) => s.weight * (s.focal - s.reference) ** 2) / sum(byScore, (s) => s.weight))
 * @formula shareVariance = (p * (1 - p)) / n
 * @see Dorans & Kulick (1986); Dorans & Holland (1993)
 */
export function standardiseDifferences(
  responses: Responses,
  groups: readonly Group[],
  weighting: Weighting = 'focal',
): StandardisedDifference[] {
  const totals = totalScores(responses);
  return Array.from({ length: responses.items }, (_, item) => {
    const byScore: ScoreDifference[] = [];
    let [weights, differences, squares, variance] = [0, 0, 0, 0];
    for (const { score, ...table } of tabulate(responses, { groups, totals, item })) {
      const size = {
        reference: table.referenceRight + table.referenceWrong,
        focal: table.focalRight + table.focalWrong,
      };
      if (size.reference === 0 || size.focal === 0) continue;
      const [reference, focal] = [table.referenceRight / size.reference, table.focalRight / size.focal];
      const weight = weighting === 'all' ? size.reference + size.focal : size[weighting];
      byScore.push({ score, reference, focal, weight });
      weights += weight;
      differences += weight * (focal - reference);
      squares += weight * (focal - reference) ** 2;
      variance += weight ** 2 * (shareVariance(reference, size.reference) + shareVariance(focal, size.focal));
    }
    const difference = differences / weights;
    const far = Math.abs(difference);
    return {
      difference,
      error: Math.sqrt(variance) / weights,
      spread: Math.sqrt(squares / weights),
      size: Number.isNaN(far) ? null : far > 0.1 ? 'C' : far > 0.05 ? 'B' : 'A',
      byScore,
    };
  });
}

/** Of a share p among n people. */
function shareVariance(p: number, n: number): number {
  return (p * (1 - p)) / n;
}
