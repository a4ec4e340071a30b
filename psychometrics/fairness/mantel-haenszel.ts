import type { Responses } from '../calibration/responses.ts';
import { totalScores } from '../classical/score-table.ts';
import { chiSquareAbove } from '../numerics/distributions.ts';
import { type Group, tabulate } from './strata.ts';

/**
 * Whether an item is harder for one of two groups of equally able people. `oddsRatio` above 1 and `delta` below 0 favour
 * the reference group. `standardised` is the difference of shares right, focal less reference, weighted by focal people.
 *
 * `size` is the class of the Educational Testing Service: A negligible, B moderate, C large; null where there is nothing to
 * tell it from.
 */
export type GroupDifference = {
  chiSquare: number;
  pValue: number;
  oddsRatio: number;
  delta: number;
  deltaError: number;
  standardised: number;
  size: 'A' | 'B' | 'C' | null;
};

const CHANCE = 0.05;
/** Of a standard normal, for a one-sided test at 0.05. */
const ONE_SIDED = 1.6448536269514722;

/**
 * Differential item functioning by Mantel and Haenszel, with ETS classes and the standardised difference: people are
 * matched on the raw score, the studied item included. It sees a difference that has the same direction for all
 * abilities; one that turns round on the way needs logistic regression. A flagged item is to be read by people: the
 * figure says that groups differ, not why.
 *
 * @param groups one per row
 * @returns one per item; figures are not numbers where the groups share no score at which the item tells; the error of an odds ratio
 *   of 0 or infinity is none either
 * @throws RangeError if there is not one group per row, a group has nobody, a score is missing, or is not 0 or 1
 * @formula mhChiSquare = (abs(sum(tables, (t) => t.a - expected(t))) - 0.5) ** 2 / sum(tables, variance)
 * @formula mhOddsRatio = sum(tables, (t) => (t.a * t.d) / total(t)) / sum(tables, (t) => (t.b * t.c) / total(t))
 * @formula mhDelta = -2.35 * log(oddsRatio)
 * @see Mantel & Haenszel (1959); Holland & Thayer (1988); Zieky (1993) for the classes; Dorans & Kulick (1986);
 *   Phillips & Holland (1987) for delta's error
 */
export function compareGroups(responses: Responses, groups: readonly Group[]): GroupDifference[] {
  const totals = totalScores(responses);
  return Array.from({ length: responses.items }, (_, item) => {
    const tables = tabulate(responses, { groups, totals, item });
    let [excess, variance, favour, against, focal, standardised, spread] = [0, 0, 0, 0, 0, 0, 0];
    for (const { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d } of tables) {
      const all = a + b + c + d;
      if (all < 2) continue;
      excess += a - ((a + b) * (a + c)) / all;
      variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (all * all * (all - 1));
      favour += (a * d) / all;
      against += (b * c) / all;
      if (a + b > 0 && c + d > 0) {
        focal += c + d;
        standardised += (c + d) * (c / (c + d) - a / (a + b));
      }
    }
    const oddsRatio = favour / against;
    for (const { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d } of tables) {
      const all = a + b + c + d;
      if (all > 0) spread += ((a * d + oddsRatio * b * c) * (a + d + oddsRatio * (b + c))) / (all * all);
    }
    const chiSquare = variance > 0 ? (Math.abs(excess) - 0.5) ** 2 / variance : Number.NaN;
    const pValue = chiSquareAbove(chiSquare, 1);
    const delta = -2.35 * Math.log(oddsRatio);
    const deltaError = 2.35 * Math.sqrt(spread / (2 * favour * favour));
    const size = classify({ pValue, delta, deltaError });
    return { chiSquare, pValue, oddsRatio, delta, deltaError, standardised: standardised / focal, size };
  });
}

/** C needs a delta of 1.5 that is surely above 1; A is below 1 or might be nothing. */
function classify({ pValue, delta, deltaError }: { pValue: number; delta: number; deltaError: number }) {
  if (Number.isNaN(pValue)) return null;
  if (!(pValue < CHANCE) || Math.abs(delta) < 1) return 'A';
  // An infinite delta has no error, and is no small one.
  const isSurelyLarge = !Number.isFinite(delta) || Math.abs(delta) - ONE_SIDED * deltaError > 1;
  return Math.abs(delta) >= 1.5 && isSurelyLarge ? 'C' : 'B';
}
