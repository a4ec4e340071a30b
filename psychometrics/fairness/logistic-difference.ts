import { checkResponses, type Responses } from '../calibration/responses.ts';
import { totalScores } from '../classical/score-table.ts';
import { chiSquareAbove } from '../numerics/distributions.ts';
import { type Cell, type Regression, regress } from './logistic-regression.ts';
import { type Group, type Table, tabulate } from './strata.ts';

/** A likelihood-ratio test of two nested regressions, and by how much Nagelkerke's R² is larger in the larger one. */
export type NestedTest = { statistic: number; freedom: number; pValue: number; effect: number };

/**
 * How an item differs between groups of equal matching score. `uniform`: everywhere in one direction; `nonUniform`: more
 * at some scores than at others, or turned round; `both` at once. `logOdds` is the uniform difference in logits, below 0
 * when it is harder for the focal group.
 *
 * Sizes are A negligible, B moderate, C large, of the effect of `both` and only where its chance is below 0.05:
 * `jodoinGierl` with borders at 0.035 and 0.070, `zumboThomas` at 0.13 and 0.26 (which hardly any item reaches).
 *
 * `converged` is false where right and wrong are wholly parted by score and group: the tests are then those of the limit,
 * and `logOdds` is not a number. Nothing is a number, and no size is told, for an item that
 * all answered alike.
 */
export type LogisticDifference = {
  both: NestedTest;
  uniform: NestedTest;
  nonUniform: NestedTest;
  logOdds: number;
  jodoinGierl: 'A' | 'B' | 'C' | null;
  zumboThomas: 'A' | 'B' | 'C' | null;
  converged: boolean;
};

const CHANCE = 0.05;

/**
 * Differential item functioning by logistic regression on the matching score, the group, and both together. Unlike
 * Mantel–Haenszel it sees differences that turn round; it takes the item's curve as logistic in the score, so that
 * guessing can look like a difference when the groups' abilities lie far apart. With many people look at the size.
 *
 * @param groups one per row
 * @param matching what people are matched on, one number per row: the raw score if not said, which needs one form that all
 *   sat; with abilities or purified scores items may be missing
 * @returns one per item
 * @throws RangeError if groups or matching scores do not fit the rows, a group has nobody, or a score is not 0 or 1
 * @formula likelihoodRatio = 2 * (larger - smaller)
 * @formula nagelkerke = (1 - exp((2 * (nothing - model)) / n)) / (1 - exp((2 * nothing) / n))
 * @see Swaminathan & Rogers (1990); Nagelkerke (1991); Jodoin & Gierl (2001); Zumbo & Thomas (1997)
 */
export function compareGroupsByLogistic(
  responses: Responses,
  groups: readonly Group[],
  matching: ArrayLike<number> = totalScores(responses),
): LogisticDifference[] {
  checkResponses(responses);
  const totals = Array.from(matching);
  if (totals.length !== responses.counts.length) {
    throw new RangeError(`${responses.counts.length} rows, ${totals.length} matching scores`);
  }
  const bad = totals.findIndex((total) => !Number.isFinite(total));
  if (bad >= 0) throw new RangeError(`row ${bad + 1}: matching score ${totals[bad]} is not finite`);
  return Array.from({ length: responses.items }, (_, item) => compare(tabulate(responses, { groups, totals, item })));
}

function compare(tables: readonly Table[]): LogisticDifference {
  const cells = cellsOf(tables);
  const n = cells.reduce((sum, { right, wrong }) => sum + right + wrong, 0);
  const [nothing, matched] = [regressOn(cells, 1), regressOn(cells, 2)];
  const [uniform, both] = [regressOn(cells, 3), regressOn(cells, 4)];
  const share = ({ logLikelihood }: Regression) =>
    -Math.expm1((2 * (nothing.logLikelihood - logLikelihood)) / n) / -Math.expm1((2 * nothing.logLikelihood) / n);
  const test = (smaller: Regression, larger: Regression, freedom: number): NestedTest => {
    const statistic = Math.max(0, 2 * (larger.logLikelihood - smaller.logLikelihood));
    return { statistic, freedom, pValue: chiSquareAbove(statistic, freedom), effect: share(larger) - share(smaller) };
  };
  const all = test(matched, both, 2);
  return {
    both: all,
    uniform: test(matched, uniform, 1),
    nonUniform: test(uniform, both, 1),
    logOdds: uniform.converged ? (uniform.coefficients[2] ?? Number.NaN) : Number.NaN,
    jodoinGierl: classify(all, [0.035, 0.07]),
    zumboThomas: classify(all, [0.13, 0.26]),
    converged: [matched, uniform, both].every(({ converged }) => converged),
  };
}

const UNDETERMINED: Regression = { coefficients: new Float64Array(0), logLikelihood: Number.NaN, converged: false };

/** On the first so many of: nothing, the matching score, the group, their product. */
function regressOn(cells: readonly Cell[], terms: number): Regression {
  const sides = cells.map(({ right, wrong }) => [right, wrong]);
  const isConstant = [0, 1].some((side) => sides.every((counts) => counts[side] === 0));
  if (isConstant) return UNDETERMINED;
  return regress(cells.map(({ predictors, ...counts }) => ({ predictors: predictors.slice(0, terms), ...counts })));
}

/** Of each table the two groups, with the matching score in standard units, which change no test. */
function cellsOf(tables: readonly Table[]): Cell[] {
  const sizes = tables.map((t) => t.referenceRight + t.referenceWrong + t.focalRight + t.focalWrong);
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const mean = tables.reduce((sum, { score }, k) => sum + score * (sizes[k] ?? 0), 0) / n;
  const spread = Math.sqrt(tables.reduce((sum, { score }, k) => sum + (sizes[k] ?? 0) * (score - mean) ** 2, 0) / n);
  return tables.flatMap(({ score, referenceRight, referenceWrong, focalRight, focalWrong }) => {
    const at = spread > 0 ? (score - mean) / spread : 0;
    return [
      { predictors: [1, at, 0, 0], right: referenceRight, wrong: referenceWrong },
      { predictors: [1, at, 1, at], right: focalRight, wrong: focalWrong },
    ];
  });
}

function classify({ pValue, effect }: NestedTest, [moderate, large]: readonly [number, number]) {
  if (Number.isNaN(pValue)) return null;
  if (!(pValue < CHANCE) || effect < moderate) return 'A';
  return effect < large ? 'B' : 'C';
}
