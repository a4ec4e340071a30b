import type { Responses } from '../calibration/responses.ts';
import { totalScores } from '../classical/score-table.ts';
import { chiSquareAbove } from '../numerics/distributions.ts';
import { compareGroups } from './mantel-haenszel.ts';
import { type Group, type Table, tabulate } from './strata.ts';

/** Whether the odds ratio is the same at all raw scores. */
export type Homogeneity = { statistic: number; freedom: number; pValue: number };

/**
 * Whether one odds ratio for all raw scores, as Mantel–Haenszel has it, is fair to the data: Breslow and Day's test. Where
 * it is not, the difference changes with ability, and `compareGroupsByLogistic` says how. With few people at a score its
 * chance is rough.
 *
 * @param groups one per row
 * @returns one per item, over the raw scores at which both groups and both right and wrong are found
 * @throws RangeError if there is not one group per row, a group has nobody, or a score is missing or not 0 or 1
 * @formula expectedOddsRatio = (A * (d - a + A)) / ((a + b - A) * (a + c - A))
 * @formula breslowDay = sum(tables, (t) => (t.a - t.A) ** 2 * sum(t.expected, (one) => 1 / one))
 * @see Breslow & Day (1980), section 4.4; Aguerri et al. (2009) for items
 */
export function testHomogeneity(responses: Responses, groups: readonly Group[]): Homogeneity[] {
  const totals = totalScores(responses);
  return compareGroups(responses, groups).map(({ oddsRatio }, item) => {
    const tables = tabulate(responses, { groups, totals, item }).filter(tells);
    const statistic = tables.reduce((sum, table) => sum + distance(table, oddsRatio), 0);
    const freedom = tables.length - 1;
    const isTested = freedom > 0 && Number.isFinite(oddsRatio) && oddsRatio > 0;
    return isTested
      ? { statistic, freedom, pValue: chiSquareAbove(statistic, freedom) }
      : { statistic: Number.NaN, freedom, pValue: Number.NaN };
  });
}

function tells({ referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d }: Table): boolean {
  return a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0;
}

/** How far a table lies from the one with the same margins and the common odds ratio. */
function distance(
  { referenceRight: a, referenceWrong: b, focalRight: c, focalWrong: d }: Table,
  ratio: number,
): number {
  const expected = expectedRight({ reference: a + b, right: a + c, focal: c + d }, ratio);
  const [besideRight, belowRight, across] = [a + b - expected, a + c - expected, d - a + expected];
  return (a - expected) ** 2 * (1 / expected + 1 / besideRight + 1 / belowRight + 1 / across);
}

/** The root of A (focal − right + A) = ratio (reference − A) (right − A) that a table can have. */
function expectedRight(
  { reference, right, focal }: { reference: number; right: number; focal: number },
  ratio: number,
): number {
  const linear = focal - right + ratio * (reference + right);
  const constant = ratio * reference * right;
  // Written so that a ratio of 1, where there is but one root, divides by nothing small.
  return (2 * constant) / (linear + Math.sqrt(linear ** 2 - 4 * (ratio - 1) * constant));
}
