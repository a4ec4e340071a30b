import { expect, test } from 'vitest';
import { deltaError } from './calibration/delta-method.ts';
import { stepLength } from './calibration/squarem.ts';
import { covarianceAt } from './calibration/standard-errors.ts';
import * as library from './index.ts';
import { fQuantile } from './numerics/distributions.ts';
import { evaluateFormula, listFormulas } from './testing/formulas.ts';

const { curvesOf, itemInformation, testInformation, expectedScore, graded, partialCredit, threePl } = library;

const theta = 0.4;
const item = threePl(1.3, -0.5, 0.2);
const steps = partialCredit(0.9, [-1, 0.7, 0.2]);
const items = [item, steps, graded(1.4, [-0.5, 1.1])];
const { probability: P, first: dP } = curvesOf(steps, theta);
const functions = { curvesOf, itemInformation, expectedScore };

const likelihood = library.estimateMaximumLikelihood(items, [1, 2, 1]);
const summit = library.estimateMaximumPosterior(items, [1, 2, 1], { mean: 0, sd: 1.5 });
const bare = library.estimateExpectedPosterior([item], [1], { grid: { count: 3, range: 2 } });

/** Four people, two items of two points. */
const x = [0, 1, 1, 2];
const rest = [1, 0, 2, 2];
const few = library.responsesOf(x.map((score, i) => [score, rest[i] ?? 0]));
const [statistics] = library.analyseItems(few);
const reliability = library.measureReliability(few);

/** A log posterior −1.5 x², as the standard errors see one. */
const parabola = {
  start: Float64Array.of(0),
  step: (next: Float64Array) => ({ objective: 0, next }),
  logLikelihood: () => 0,
  gradient: (at: Float64Array) => at.map((x) => -3 * x),
};

/** For each formula, values of its variables, and what the function that states it says of the same. */
const samples: Record<string, { given: Record<string, unknown>; says: number }> = {
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
      posterior: [1, 1, 1].map((_, q) => Math.exp(-2 * (q - 1) ** 2) * library.probabilityRight(item, 2 * (q - 1))),
      nodes: [-2, 0, 2],
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
