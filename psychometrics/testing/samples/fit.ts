import { responsesOf } from '../../calibration/responses.ts';
import { scoreMoments } from '../../fit/fitted-answers.ts';
import * as fit from '../../fit/index.ts';
import { curvesOf, probabilityRight, rasch, scoreDistribution, threePl, twoPl } from '../../models/index.ts';
import { normalQuadrature } from '../../numerics/quadrature.ts';
import type { Sample } from '../formulas.ts';

const theta = 0.4;
const items = [threePl(1, -0.3, 0.2), twoPl(1.4, 0.5), rasch(-1)];
const [first = rasch(0), second = rasch(0)] = items;

/** Four people, three items. */
const rows = [
  [1, 0, 1],
  [0, 1, 1],
  [1, 0, 0],
  [0, 1, 1],
];
const abilities = [0.3, 1.1, -0.8, 0.2];
const responses = responsesOf(rows);
const [squares] = fit.measureItemFit(items, responses, abilities);
const answers = abilities.map((at, i) => {
  const { mean: E, variance: W, fourth: C } = scoreMoments(first, at);
  return { x: rows[i]?.[0] ?? 0, E, W, C };
});

/** The spread q that a mean square and its Z tell, as a root of q² / 3 − Z q + 3 u = 0. */
function spreadOf(meanSquare = Number.NaN, z = Number.NaN): number {
  const u = Math.cbrt(meanSquare) - 1;
  const root = Math.sqrt(z * z - 4 * u);
  return 1.5 * (u < 0 ? z + root : z - root);
}

const grid = { count: 5, range: 2 };
const { nodes, logWeights } = normalQuadrature(grid);
const scoreFit = fit.testScoreFit(items, responses, { parameters: 0, grid, leastExpected: 1e-9 })[1];
const [group] = scoreFit?.groups ?? [];

const pairs = fit.measureLocalDependence(items, responses, abilities);
const pair = pairs.find((one) => one.first === 0 && one.second === 1);
const residuals = [0, 1].map((j) =>
  abilities.map((at, i) => (rows[i]?.[j] ?? 0) - probabilityRight(j === 0 ? first : second, at)),
);
const [d = [], e = []] = residuals;
const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const spread = (numbers: readonly number[]) =>
  Math.sqrt(numbers.reduce((sum, one) => sum + (one - mean(numbers)) ** 2, 0) / (numbers.length - 1));

/** Everything that lz and lz* are made of, at the summit of a posterior. */
const scores = [1, 0, 1];
const likelihood = fit.measureLikelihoodFit(items, scores, { estimator: 'MAP', prior: { mean: 0.5, sd: 2 } });
const curves = items.map((item) => curvesOf(item, likelihood.theta));
const logs = curves.map(({ probability }) => probability.map(Math.log));
const l = scores.reduce((sum, score, j) => sum + (logs[j]?.[score] ?? 0), 0);
const under = (j: number, of: number[]) => curves[j]?.probability.reduce((sum, p, k) => sum + p * (of[k] ?? 0), 0) ?? 0;
const varianceUnder = (j: number, of: number[]) =>
  under(
    j,
    of.map((one) => one * one),
  ) -
  under(j, of) ** 2;
const expectations = logs.map((of, j) => under(j, of));
const total = (of: (j: number, k: number) => number) =>
  curves.reduce(
    (sum, { first: slopes }, j) => sum + slopes.reduce((inner, slope, k) => inner + slope * of(j, k), 0),
    0,
  );
const scoreFunction = (j: number, k: number) => (curves[j]?.first[k] ?? 0) / (curves[j]?.probability[k] ?? 1);
const c = total((j, k) => logs[j]?.[k] ?? 0) / total(scoreFunction);
const weights = logs.map((of, j) => of.map((log, k) => log - c * scoreFunction(j, k)));

/** Samples of the formulas of item and person fit. */
export const fitSamples: Record<string, Sample> = {
  raiseScore: {
    given: { x: 1, P: probabilityRight(second, theta), without: scoreDistribution([first], theta) },
    says: scoreDistribution([first, second], theta)[1] ?? Number.NaN,
  },
  outfit: { given: { answers }, says: squares?.outfit ?? Number.NaN },
  infit: { given: { answers }, says: squares?.infit ?? Number.NaN },
  outfitSpread: { given: { answers }, says: spreadOf(squares?.outfit, squares?.outfitZ) },
  infitSpread: { given: { answers }, says: spreadOf(squares?.infit, squares?.infitZ) },
  meanSquareZ: {
    given: { meanSquare: squares?.infit, q: spreadOf(squares?.infit, squares?.infitZ) },
    says: squares?.infitZ ?? Number.NaN,
  },
  expectedShare: {
    given: {
      k: 1,
      weights: logWeights.map(Math.exp),
      P: Array.from(nodes, (node) => probabilityRight(second, node)),
      without: Array.from(nodes, (node) => scoreDistribution(items.toSpliced(1, 1), node)),
      all: Array.from(nodes, (node) => scoreDistribution(items, node)),
    },
    says: (group?.expected ?? Number.NaN) / (group?.persons ?? Number.NaN),
  },
  sx2: { given: { groups: scoreFit?.groups }, says: scoreFit?.statistic ?? Number.NaN },
  q3: {
    given: { d, e, md: mean(d), me: mean(e), sd: spread(d), se: spread(e), persons: 4 },
    says: pair?.q3 ?? Number.NaN,
  },
  adjustedQ3: { given: { q3: pair?.q3, all: pairs.map(({ q3 }) => q3) }, says: pair?.adjusted ?? Number.NaN },
  lz: {
    given: { l, expectations, variances: logs.map((of, j) => varianceUnder(j, of)) },
    says: likelihood.lz,
  },
  snijdersWeight: {
    given: { k: 1, P: curves[0]?.probability, dP: curves[0]?.first, c },
    says: weights[0]?.[1] ?? Number.NaN,
  },
  lzStar: {
    given: {
      l,
      expectations,
      c,
      r0: (0.5 - likelihood.theta) / 4,
      weightVariances: weights.map((of, j) => varianceUnder(j, of)),
    },
    says: likelihood.lzStar,
  },
};
