import { expect, test } from 'vitest';
import { deltaError } from './calibration/delta-method.ts';
import { stepLength } from './calibration/squarem.ts';
import { covarianceAt } from './calibration/standard-errors.ts';
import * as library from './index.ts';
import { fQuantile } from './numerics/distributions.ts';
import { evaluateFormula, listFormulas, type Sample } from './testing/formulas.ts';
import { adaptiveSamples } from './testing/samples/adaptive.ts';
import { classicalSamples } from './testing/samples/classical.ts';
import { coldStartSamples } from './testing/samples/cold-start.ts';
import { decisionSamples } from './testing/samples/decisions.ts';
import { equatingSamples } from './testing/samples/equating.ts';
import { fairnessSamples } from './testing/samples/fairness.ts';
import { fitSamples } from './testing/samples/fit.ts';
import { modelSamples } from './testing/samples/models.ts';
import { plotSamples } from './testing/samples/plots.ts';
import { securitySamples } from './testing/samples/security.ts';
import { standardSamples } from './testing/samples/standards.ts';

const { curvesOf, itemInformation, testInformation, expectedScore, graded, partialCredit, threePl, twoPl } = library;

const theta = 0.4;
const item = threePl(1.3, -0.5, 0.2);
const steps = partialCredit(0.9, [-1, 0.7, 0.2]);
const items = [item, steps, graded(1.4, [-0.5, 1.1])];
const { probability: P, first: dP } = curvesOf(steps, theta);
const functions = { curvesOf, itemInformation, expectedScore };

const likelihood = library.estimateMaximumLikelihood(items, [1, 2, 1]);
const summit = library.estimateMaximumPosterior(items, [1, 2, 1], { mean: 0, sd: 1.5 });
const bare = library.estimateExpectedPosterior([item], [1], { grid: { count: 5, range: 2 } });

/** Four people, two items of two points. */
const x = [0, 1, 1, 2];
const rest = [1, 0, 2, 2];
const few = library.responsesOf(x.map((score, i) => [score, rest[i] ?? 0]));
const [statistics] = library.analyseItems(few);
const reliability = library.measureReliability(few);

const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const link = { slope: 1.2, intercept: -0.4 };
const common = [
  { from: item, to: threePl(1, -0.2, 0.2) },
  { from: twoPl(0.8, 1), to: twoPl(0.9, 0.8) },
];

/** The variables of a criterion of linking. */
function comparing(at: library.Link): Record<string, unknown> {
  const linked = (one: library.BinaryItem) => library.linkItem(at, one);
  return { abilities: library.COMPARED_ABILITIES, common, right: library.probabilityRight, linked };
}

/** The least value of a criterion at a link and at its neighbours, so that it is the link's own only at the minimum. */
function leastNear(name: string, { slope, intercept }: library.Link): number {
  const expression = listFormulas().find((one) => one.name === name)?.expression ?? '';
  const moves = [-0.01, 0, 0.01];
  const near = moves.flatMap((s) => moves.map((i) => ({ slope: slope + s, intercept: intercept + i })));
  return Math.min(...near.map((at) => evaluateFormula(expression, comparing(at))));
}

type Fourfold = { a: number; b: number; c: number; d: number };
const fourfoldTotal = ({ a, b, c, d }: Fourfold) => a + b + c + d;

/** Reference right and wrong, focal right and wrong, of people with raw score 1 and 2 on three items. */
const twoTables: Fourfold[] = [
  { a: 5, b: 4, c: 2, d: 6 },
  { a: 9, b: 3, c: 4, d: 4 },
];
const [compared] = library.compareGroups(
  library.responsesOf(
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
    twoTables.flatMap(({ a, b, c, d }) => [a, b, c, d]),
  ),
  Array.from({ length: 8 }, (_, i) => (i % 4 < 2 ? 'reference' : 'focal')),
);

/** How many of four people have each raw score, on two forms. */
const oneForm = [1, 2, 1];
const otherForm = [1, 1, 2];

/** A bank of one item seen at -1, 0 and 1. */
const nodes = [-1, 0, 1];
const tiny = library.prepareBank([item], { count: 3, range: 1 });
const rightAtNodes = nodes.map((node) => library.probabilityRight(item, node));
const nextBy = (criterion: library.CriterionName) =>
  library.rankNextItems(tiny, criterion, { theta, answers: [] })[0]?.value ?? Number.NaN;

/** Variance on the three nodes under a standard normal prior and a likelihood, by the trapezoid rule. */
function varianceOf(likelihood: number[]): number {
  const weights = likelihood.map((l, q) => l * Math.exp(-0.5 * (nodes[q] ?? 0) ** 2) * (q === 1 ? 1 : 0.5));
  const moment = (power: number) => weights.reduce((sum, w, q) => sum + w * (nodes[q] ?? 0) ** power, 0);
  return moment(2) / moment(0) - (moment(1) / moment(0)) ** 2;
}

/** A log posterior −1.5 x², as the standard errors see one. */
const parabola = {
  start: Float64Array.of(0),
  step: (next: Float64Array) => ({ objective: 0, next }),
  unbounded: () => [],
  logLikelihood: () => 0,
  gradient: (at: Float64Array) => at.map((x) => -3 * x),
};

/** For each formula a sample; those of whole folders are in files of their own. */
const samples: Record<string, Sample> = {
  ...fairnessSamples,
  ...adaptiveSamples,
  ...decisionSamples,
  ...equatingSamples,
  ...classicalSamples,
  ...coldStartSamples,
  ...fitSamples,
  ...plotSamples,
  ...modelSamples,
  ...securitySamples,
  ...standardSamples,
  logistic: { given: { z: 0.7 }, says: library.logistic(0.7) },
  logit: { given: { p: 0.3 }, says: library.logit(0.3) },
  softplus: { given: { z: 0.7 }, says: library.softplus(0.7) },
  probabilityRight: { given: { ...item, theta }, says: library.probabilityRight(item, theta) },
  itemInformation: { given: { P, dP }, says: itemInformation(steps, theta) },
  binaryInformation: {
    given: { ...item, P: library.probabilityRight(item, theta) },
    says: itemInformation(item, theta),
  },
  testInformation: { given: { items, theta, ...functions }, says: library.testInformation(items, theta) },
  expectedScore: { given: { P }, says: expectedScore(steps, theta) },
  characteristicScore: { given: { items, theta, ...functions }, says: library.characteristicScore(items, theta) },
  standardErrorByInformation: {
    given: { items, theta: likelihood.theta, testInformation },
    says: likelihood.standardError,
  },
  standardErrorOfSummit: {
    given: { items, theta: summit.theta, sd: 1.5, testInformation },
    says: summit.standardError,
  },
  posteriorMean: {
    given: {
      posterior: [-2, -1, 0, 1, 2].map((node) => Math.exp(-0.5 * node ** 2) * library.probabilityRight(item, node)),
      nodes: [-2, -1, 0, 1, 2],
    },
    says: bare.theta,
  },
  stepLength: {
    given: { r: [1, 2], v: [0.5, -1] },
    says: stepLength(Float64Array.of(0, 0), Float64Array.of(1, 2), Float64Array.of(2.5, 3)),
  },
  secondDerivative: {
    given: { gradientAbove: -3 * 1.0001, gradientBelow: 3 * -0.9999, h: 1e-4 },
    says: -1 / (covarianceAt(parabola, Float64Array.of(1))?.[0] ?? Number.NaN),
  },
  variance: {
    given: {
      g: [2, -1],
      covariance: [
        [0.5, 0.1],
        [0.1, 0.3],
      ],
    },
    says:
      deltaError(Float64Array.of(0.5, 0.1, 0.1, 0.3), 2, [
        [0, 2],
        [1, -1],
      ]) ** 2,
  },
  difficulty: { given: { scores: x, persons: 4, highest: 2 }, says: statistics?.difficulty ?? Number.NaN },
  pointBiserial: {
    given: { x, rest, mx: 1, mr: 1.25, persons: 4, sx: Math.sqrt(2 / 3), sr: Math.sqrt(11 / 12) },
    says: statistics?.pointBiserial ?? Number.NaN,
  },
  alpha: { given: { k: 2, itemVariances: [2 / 3, 11 / 12], totalVariance: 2.25 }, says: reliability.alpha },
  standardErrorOfMeasurement: {
    given: { totalVariance: 2.25, alpha: reliability.alpha },
    says: reliability.standardError,
  },
  lowerAlpha: { given: { alpha: reliability.alpha, upperF: fQuantile(0.975, [3, 3]) }, says: reliability.interval[0] },
  thetaOnTarget: { given: { ...link, theta }, says: library.linkAbility(link, theta) },
  aOnTarget: { given: { ...link, ...item }, says: library.linkItem(link, item).a },
  bOnTarget: { given: { ...link, ...item }, says: library.linkItem(link, item).b },
  meanMeanSlope: { given: { aFrom: [1.3, 0.8], aTo: [1, 0.9], mean }, says: library.linkByMeans(common).slope },
  momentIntercept: {
    given: { slope: library.linkByMeans(common).slope, bFrom: [-0.5, 1], bTo: [-0.2, 0.8], mean },
    says: library.linkByMeans(common).intercept,
  },
  meanSigmaSlope: {
    given: { bFrom: [-0.5, 1], bTo: [-0.2, 0.8], sd: ([l = 0, r = 0]: number[]) => Math.abs(l - r) / 2 },
    says: library.linkBySpreads(common).slope,
  },
  haebara: {
    given: comparing(library.linkByItemCurves(common)),
    says: leastNear('haebara', library.linkByItemCurves(common)),
  },
  stockingLord: {
    given: comparing(library.linkByTestCurves(common)),
    says: leastNear('stockingLord', library.linkByTestCurves(common)),
  },
  mhChiSquare: {
    given: {
      tables: twoTables,
      expected: (t: Fourfold) => ((t.a + t.b) * (t.a + t.c)) / fourfoldTotal(t),
      variance: (t: Fourfold) =>
        ((t.a + t.b) * (t.c + t.d) * (t.a + t.c) * (t.b + t.d)) / (fourfoldTotal(t) ** 2 * (fourfoldTotal(t) - 1)),
    },
    says: compared?.chiSquare ?? Number.NaN,
  },
  mhOddsRatio: { given: { tables: twoTables, total: fourfoldTotal }, says: compared?.oddsRatio ?? Number.NaN },
  mhDelta: { given: { oddsRatio: compared?.oddsRatio }, says: compared?.delta ?? Number.NaN },
  meanEquivalent: { given: { x: 1, meanFrom: 1, meanTo: 1.25 }, says: library.equateMeans(oneForm, otherForm)[1] ?? 0 },
  linearEquivalent: {
    given: { x: 2, meanFrom: 1, meanTo: 1.25, sdFrom: Math.sqrt(2 / 3), sdTo: Math.sqrt(11 / 12) },
    says: library.equateLinearly(oneForm, otherForm)[2] ?? 0,
  },
  percentileRank: {
    given: { x: 1.2, nearest: 1, below: 0.25, share: 0.5 },
    says: library.percentileRank(oneForm, 1.2),
  },
  arcHeight: {
    // Through (0, 0), (1, 0.25) and (2, 0): a circle about (1, -15 / 8).
    given: { x: 1, centre: { x: 1, y: -15 / 8 }, radius: 17 / 8, sign: 1 },
    says:
      (library.equateByArc(oneForm, otherForm, [
        { from: 0, to: 0 },
        { from: 2, to: 2 },
      ])[1] ?? 0) - 1,
  },
  maximumInformation: { given: { item, theta, itemInformation }, says: nextBy('MFI') },
  kullbackLeibler: {
    given: { spacing: 1, weights: [0.5, 1, 0.5], P: library.probabilityRight(item, theta), right: rightAtNodes },
    says: nextBy('KL'),
  },
  expectedVariance: {
    given: {
      P: library.probabilityRight(item, theta),
      varianceIfRight: varianceOf(rightAtNodes),
      varianceIfWrong: varianceOf(rightAtNodes.map((p) => 1 - p)),
    },
    says: -nextBy('MEPV'),
  },
  score: { given: { items, theta: library.abilityAtScore(items, 3.1), ...functions }, says: 3.1 },
};

test.each(listFormulas())('the formula of $name in $file is what its function computes', ({ name, expression }) => {
  const sample = samples[name];
  expect(sample, `no sample for ${name}`).toBeDefined();
  if (sample !== undefined) expect(evaluateFormula(expression, sample.given)).toBeCloseTo(sample.says, 10);
});

test('every sample belongs to a formula that a docstring states', () => {
  const stated = new Set(listFormulas().map(({ name }) => name));
  expect(Object.keys(samples).filter((name) => !stated.has(name))).toEqual([]);
});
