import * as security from '../../security/index.ts';
import type { Sample } from '../formulas.ts';

const theta = 0.4;
const item = {
  options: [
    { option: 'a', slope: 1, intercept: 0.3 },
    { option: 'b', slope: -0.4, intercept: 0.1 },
    { option: 'c', slope: -0.6, intercept: -0.4 },
  ],
};
const [left, right] = [theta, -0.8].map((at) => security.optionChances(item, at));
const copier = { choices: ['a', 'b'], chances: [left ?? new Map(), left ?? new Map()] };
const source = { choices: ['a', 'c'], chances: [right ?? new Map(), right ?? new Map()] };
const copying = security.testCopying(copier, source.choices);

const items = [
  { intensity: 3.4, discrimination: 1.5 },
  { intensity: 3.9, discrimination: 2.2 },
  { intensity: 3.1, discrimination: 1.1 },
];
const spread = 0.4;
const times = [20, 35, 61];
const y = times.map(Math.log);
const worked = security.examineTimes({ items, speedSpread: spread }, times);
const [first, ...others] = items;
const precisionOfOthers = others.reduce((sum, { discrimination }) => sum + discrimination ** 2, 0);
const speedOfOthers =
  others.reduce(
    (sum, { intensity, discrimination }, j) => sum + discrimination ** 2 * (intensity - (y[j + 1] ?? 0)),
    0,
  ) /
  (precisionOfOthers + 1 / spread ** 2);

/** Three people, of whom the last changed most. */
const w = [1, 0, 5];
const revisions = security.testRevisions(
  w.map((wrongToRight) => ({ answers: 20, wrongToRight, rightToWrong: 1, wrongToWrong: 2 })),
);
const suspect = revisions.each[2];
const m = [2, 2, 2];

/** The chance that makes five or more of eight changes as likely as was said, by halving. */
function rateBehind(pValue: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 100; step++) {
    const p = (low + high) / 2;
    const chance = [5, 6, 7, 8].reduce((sum, x) => sum + ([56, 28, 8, 1][x - 5] ?? 0) * p ** x * (1 - p) ** (8 - x), 0);
    if (chance < pValue) low = p;
    else high = p;
  }
  return low;
}

/** The excess that the negative binomial of one or more events shows, by halving. */
function excessBehind(pValue: number, mean: number): number {
  let [low, high] = [1e-9, 100];
  for (let step = 0; step < 200; step++) {
    const excess = (low + high) / 2;
    if (1 - (1 + mean * excess) ** (-1 / excess) > pValue) low = excess;
    else high = excess;
  }
  return low;
}

/** Two who changed most, and one who changed once, whose own share in the excess is none. */
const varied = security.testRevisions(
  [0, 9, 1, 10].map((wrongToRight) => ({ answers: 20, wrongToRight, rightToWrong: 0, wrongToWrong: 0 })),
);

const rowsOfTimes = [
  [20, 35, 61],
  [31, 44, 18],
  [25, 60, 40],
  [12, 20, 15],
];
const timed = security.calibrateTimes(rowsOfTimes);

/** Samples of the formulas of test security. */
export const securitySamples: Record<string, Sample> = {
  optionChance: {
    given: { k: 1, z: item.options.map(({ slope, intercept }) => slope * theta + intercept) },
    says: left?.get('b') ?? Number.NaN,
  },
  omega: {
    given: { matches: 1, chances: [left?.get('a') ?? 0, left?.get('c') ?? 0] },
    says: copying.omega,
  },
  matchChance: {
    given: { left: [...(left ?? [])].map(([, p]) => p), right: [...(right ?? [])].map(([, p]) => p) },
    says: security.testMatching(copier, source).expected / 2,
  },
  timeLogLikelihood: {
    given: {
      PI: Math.PI,
      rows: rowsOfTimes.map((row) => row.map(Math.log)),
      items: timed.items,
      spread: timed.speedSpread,
      precision:
        1 / timed.speedSpread ** 2 + timed.items.reduce((sum, { discrimination }) => sum + discrimination ** 2, 0),
    },
    says: timed.logLikelihood,
  },
  speed: { given: { items, y }, says: worked.speed },
  speedError: { given: { items }, says: worked.standardError },
  timeFit: { given: { items, y, speed: worked.speed }, says: worked.statistic },
  timeResidual: {
    given: { ...first, y: y[0], spread, speedOfOthers, precisionOfOthers },
    says: worked.residuals[0] ?? Number.NaN,
  },
  revisionsExpected: { given: { answers: 20, others: 1, othersAnswers: 40 }, says: suspect?.expected ?? Number.NaN },
  rateToRight: { given: { others: 1, othersChanges: 7 }, says: rateBehind(suspect?.pBinomial ?? Number.NaN) },
  dispersion: { given: { w, m }, says: revisions.dispersion },
  excessVariance: {
    // Of the others of the third, at the rate of all.
    given: { w: [0, 9, 10], m: [5, 5, 5] },
    says: excessBehind(varied.each[2]?.pOverdispersed ?? Number.NaN, varied.each[2]?.expected ?? Number.NaN),
  },
};
