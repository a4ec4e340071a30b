import { expect, test } from 'vitest';
import { normalQuadrature } from '../numerics/quadrature.ts';
import { seededRandom } from '../simulation/index.ts';
import { expectCounts } from './counted-step.ts';
import { poseGuessing } from './guessing-problem.ts';
import { nodeCountsByItem } from './item-counts.ts';
import { poseLogistic } from './logistic-problem.ts';
import { type Packed, packResponses } from './packing.ts';
import type { Problem } from './problem.ts';
import { MISSING, responsesOf } from './responses.ts';
import { accelerate } from './squarem.ts';
import { expectSufficiently } from './sufficient-step.ts';

const random = seededRandom(11);
/** 60 people, 13 items (two bytes, the second not full), a sixth of the answers missing. */
const rows = Array.from({ length: 60 }, () =>
  Array.from({ length: 13 }, () => (random() < 1 / 6 ? null : random() < 0.6 ? 1 : 0)),
);
const counts = rows.map((_, i) => 1 + (i % 3));
const slopes = Float64Array.from({ length: 13 }, (_, j) => (j === 4 ? -0.5 : 0.5 + 0.1 * j));
const intercepts = Float64Array.from({ length: 13 }, (_, j) => 1 - 0.2 * j);
const quadrature = normalQuadrature({ count: 41, range: 5 });

/** The E-step as the textbook has it: every person, every node, every item. */
function expectPlainly(packed: Packed) {
  const size = quadrature.nodes.length;
  const plain = { logLikelihood: 0, abilityOfRight: new Float64Array(13), itemNodeCounts: new Float64Array(13 * size) };
  for (const [i, row] of rows.entries()) {
    const joint = quadrature.nodes.map((node, q) => {
      const logs = row.map((score, j) => {
        const right = 1 / (1 + Math.exp(-((slopes[j] ?? 0) * node + (intercepts[j] ?? 0))));
        return score === null ? 0 : Math.log(score === 1 ? right : 1 - right);
      });
      return Math.exp(logs.reduce((sum, log) => sum + log, quadrature.logWeights[q] ?? 0));
    });
    const total = joint.reduce((sum, one) => sum + one, 0);
    const ability = joint.reduce((sum, one, q) => sum + one * (quadrature.nodes[q] ?? 0), 0) / total;
    const count = counts[i] ?? 0;
    plain.logLikelihood += count * Math.log(total);
    for (const [j, score] of row.entries()) {
      if (score === 1) plain.abilityOfRight[j] = (plain.abilityOfRight[j] ?? 0) + count * ability;
      if (score === null) continue;
      for (const [q, one] of joint.entries()) {
        plain.itemNodeCounts[j * size + q] = (plain.itemNodeCounts[j * size + q] ?? 0) + (count * one) / total;
      }
    }
  }
  expect(packed.persons).toBe(counts.reduce((sum, count) => sum + count, 0));
  return plain;
}

test('the quick E-steps expect what the textbook loop expects, on any mixture of forms', () => {
  const packed = packResponses(responsesOf(rows, counts));
  const plain = expectPlainly(packed);
  const size = quadrature.nodes.length;
  const quick = expectSufficiently(packed, quadrature, { slopes, intercepts });
  const logRight = new Float64Array(13 * size);
  const logWrong = new Float64Array(13 * size);
  for (let j = 0; j < 13; j++) {
    for (let q = 0; q < size; q++) {
      const z = (slopes[j] ?? 0) * (quadrature.nodes[q] ?? 0) + (intercepts[j] ?? 0);
      logRight[j * size + q] = -Math.log1p(Math.exp(-z));
      logWrong[j * size + q] = -Math.log1p(Math.exp(z));
    }
  }
  const counted = expectCounts(packed, quadrature, { logRight, logWrong });
  expect(quick.logLikelihood).toBeCloseTo(plain.logLikelihood, 9);
  expect(counted.logLikelihood).toBeCloseTo(plain.logLikelihood, 9);
  for (const { nodeCounts } of [quick, counted]) {
    for (const [j, ofItem] of nodeCountsByItem(packed, nodeCounts).entries()) {
      for (let q = 0; q < size; q++) expect(ofItem[q]).toBeCloseTo(plain.itemNodeCounts[j * size + q] ?? 0, 10);
    }
  }
  for (let j = 0; j < 13; j++) {
    const ofCounts = quadrature.nodes.reduce(
      (sum, node, q) => sum + node * (counted.rightCounts[j * size + q] ?? 0),
      0,
    );
    expect(quick.abilityOfRight[j]).toBeCloseTo(plain.abilityOfRight[j] ?? 0, 10);
    expect(ofCounts).toBeCloseTo(plain.abilityOfRight[j] ?? 0, 10);
  }
});

test('a test of thousands of steep items neither overflows nor loses a person', () => {
  const items = 4000;
  const one = Array.from({ length: items }, (_, j) => (j < items / 2 ? 1 : 0));
  const packed = packResponses(responsesOf([one, one.map((score) => 1 - score)]));
  const steep = { slopes: new Float64Array(items).fill(2), intercepts: new Float64Array(items) };
  const { logLikelihood, nodeCounts, abilityOfRight } = expectSufficiently(packed, normalQuadrature(), steep);
  expect(Number.isFinite(logLikelihood)).toBe(true);
  expect(nodeCounts[30]).toBeCloseTo(2, 9);
  expect(abilityOfRight[0]).toBeCloseTo(0, 9);
});

/** The slope of what a problem makes highest, by differences. */
function differences({ step }: Problem, at: Float64Array): number[] {
  const h = 1e-5;
  return [...at].map((x, k) => (step(at.with(k, x + h)).objective - step(at.with(k, x - h)).objective) / (2 * h));
}

const packed = packResponses(responsesOf(rows, counts));
const grid = { count: 41, range: 6 };
const held = rows[0]?.map(() => null) ?? [];
const prior = {
  difficulty: { mean: 0.2, sd: 1.5 },
  logDiscrimination: { mean: 0, sd: 0.5 },
  difficultyIs: '-d/a' as const,
};

test.each([
  [
    'free slopes',
    poseLogistic(packed, { grid, slopes: 'free', priors: held.map(() => prior), held, population: 'estimated' }),
  ],
  [
    'a common slope',
    poseLogistic(packed, { grid, slopes: 'common', priors: held.map(() => prior), held, population: 'standard' }),
  ],
  [
    'held slopes',
    poseLogistic(packed, {
      grid,
      slopes: 'held',
      priors: held.map(() => ({ ...prior, difficultyIs: '-d' as const })),
      held,
      population: 'estimated',
    }),
  ],
  [
    'guessing',
    poseGuessing(packed, {
      grid,
      priors: held.map(() => ({ ...prior, asymptote: { alpha: 5, beta: 17 } })),
      held,
      population: 'estimated',
    }),
  ],
] as [string, Problem][])('with %s, the gradient is that of the marginal posterior, and EM climbs', (_, problem) => {
  const at = problem.start.map((x, k) => x + 0.05 * Math.sin(k));
  const by = problem.gradient(at);
  // An estimated population's weights are normalised on the nodes, which its gradient takes as done by the whole line.
  for (const [k, slope] of differences(problem, at).entries()) expect(by[k]).toBeCloseTo(slope, 3);
  let here: Float64Array = at;
  let before = Number.NEGATIVE_INFINITY;
  for (let turn = 0; turn < 5; turn++) {
    const { objective, next } = problem.step(here);
    expect(objective).toBeGreaterThan(before);
    [here, before] = [next, objective];
  }
});

test('acceleration ends where EM ends, in fewer steps', () => {
  const problem = poseLogistic(packed, {
    grid,
    slopes: 'free',
    priors: held.map(() => prior),
    held,
    population: 'standard',
  });
  let plain: Float64Array = problem.start;
  let steps = 0;
  for (let move = 1; move > 1e-9; steps++) {
    const { next } = problem.step(plain);
    move = Math.max(...next.map((x, k) => Math.abs(x - (plain[k] ?? 0))));
    plain = next;
  }
  const quick = accelerate(problem.step, problem.start, { tolerance: 1e-9, maxSteps: 5000 });
  expect(quick.iterations).toBeLessThan(steps);
  for (const [k, x] of quick.parameters.entries()) expect(x).toBeCloseTo(plain[k] ?? 0, 6);
});

test('what is missing is no answer', () => {
  expect(packResponses(responsesOf([[1, null, 0]])).forms[0]?.given).toEqual(Int32Array.of(0, 2));
  expect(responsesOf([[null, 1]]).scores[0]).toBe(MISSING);
});
