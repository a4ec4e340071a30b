import { responsesOf } from '../../calibration/responses.ts';
import {
  compareGroups,
  compareGroupsByLogistic,
  type Group,
  standardiseDifferences,
  testHomogeneity,
} from '../../fairness/index.ts';
import type { Sample } from '../formulas.ts';

/** Of raw score 1 and 2: reference right and wrong, focal right and wrong, on the first of three items. */
const tables = [
  { a: 5, b: 4, c: 2, d: 6 },
  { a: 9, b: 3, c: 4, d: 4 },
];
const responses = responsesOf(
  [
    [1, 0, 0],
    [0, 1, 0],
    [1, 0, 0],
    [0, 1, 0],
    [1, 1, 0],
    [0, 1, 1],
    [1, 1, 0],
    [0, 1, 1],
  ],
  tables.flatMap(({ a, b, c, d }) => [a, b, c, d]),
);
const groups = Array.from({ length: 8 }, (_, i): Group => (i % 4 < 2 ? 'reference' : 'focal'));

const [logistic] = compareGroupsByLogistic(responses, groups);
/** With both groups at two scores, four parameters fit all four shares exactly. */
const full = tables
  .flatMap(({ a, b, c, d }) => [
    [a, b],
    [c, d],
  ])
  .reduce((sum, [right = 0, wrong = 0]) => sum + logChance(right, wrong), 0);
const nothing = logChance(20, 17);

function logChance(right: number, wrong: number): number {
  return right * Math.log(right / (right + wrong)) + wrong * Math.log(wrong / (right + wrong));
}

/** With two scores, without the group, the shares of both are fitted exactly. */
const matched = logChance(7, 10) + logChance(13, 7);
const shareOf = (model: number) => (1 - Math.exp((2 * (nothing - model)) / 37)) / (1 - Math.exp((2 * nothing) / 37));

const [standardised] = standardiseDifferences(responses, groups);
const [homogeneity] = testHomogeneity(responses, groups);
const [compared] = compareGroups(responses, groups);

/** The right answers of the reference group that the common odds ratio expects, by halving. */
function expectedAt({ a, b, c, d }: { a: number; b: number; c: number; d: number }): number {
  let [low, high] = [Math.max(0, a - d), Math.min(a + b, a + c)];
  for (let step = 0; step < 200; step++) {
    const A = (low + high) / 2;
    const ratio = (A * (d - a + A)) / ((a + b - A) * (a + c - A));
    if (ratio < (compared?.oddsRatio ?? 1)) low = A;
    else high = A;
  }
  return (low + high) / 2;
}

/** Samples of the formulas of fairness. */
export const fairnessSamples: Record<string, Sample> = {
  likelihoodRatio: { given: { larger: full, smaller: matched }, says: logistic?.both.statistic ?? Number.NaN },
  nagelkerke: {
    given: { nothing, model: full, n: 37 },
    says: (logistic?.both.effect ?? Number.NaN) + shareOf(matched),
  },
  stdPDif: { given: { byScore: standardised?.byScore }, says: standardised?.difference ?? Number.NaN },
  stdSpread: { given: { byScore: standardised?.byScore }, says: standardised?.spread ?? Number.NaN },
  shareVariance: {
    // With one focal person of a score, right, all the error is the reference group's.
    given: { p: 0.25, n: 4 },
    says:
      (standardiseDifferences(
        responsesOf(
          [
            [1, 0],
            [0, 1],
            [1, 0],
          ],
          [1, 3, 1],
        ),
        ['reference', 'reference', 'focal'],
      )[0]?.error ?? Number.NaN) ** 2,
  },
  expectedOddsRatio: {
    given: { ...tables[0], A: expectedAt(tables[0] ?? { a: 0, b: 0, c: 0, d: 0 }) },
    says: compared?.oddsRatio ?? Number.NaN,
  },
  breslowDay: {
    given: {
      tables: tables.map((table) => {
        const A = expectedAt(table);
        const { a, b, c, d } = table;
        return { ...table, A, expected: [A, a + b - A, a + c - A, d - a + A] };
      }),
    },
    says: homogeneity?.statistic ?? Number.NaN,
  },
};
