import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  characteristicScore,
  curvesOf,
  expectedScore,
  rasch,
  scoreDistribution,
  threePl,
  twoPl,
} from '../models/index.ts';
import { normalQuadrature } from '../numerics/quadrature.ts';
import { drawScore, normalNumber, seededRandom } from '../simulation/index.ts';
import {
  type DecisionQuality,
  effectiveTestLength,
  fitTrueScores,
  judgeAbilityDecisions,
  judgeModelDecisions,
  judgeScoreDecisions,
} from './index.ts';
import { spreadTrueScores, type TrueScores } from './true-scores.ts';

const LENGTH = 30;
const REAL: TrueScores = { alpha: 4, beta: 3, lower: 0.2, upper: 0.95 };

/** The shares of all raw scores if true proportions are distributed so and errors are binomial. */
function sharesOf(trueScores: TrueScores, length = LENGTH): number[] {
  const shares = new Array<number>(length + 1).fill(0);
  for (const { proportion, share } of spreadTrueScores(trueScores, [])) {
    let chance = (1 - proportion) ** length;
    for (let x = 0; x <= length; x++) {
      shares[x] = (shares[x] ?? 0) + share * chance;
      chance *= ((length - x) / (x + 1)) * (proportion / (1 - proportion));
    }
  }
  return shares;
}

/** The reliability at which a test's own length is the effective one. */
function reliabilityOf(shares: readonly number[]): number {
  const length = shares.length - 1;
  const mean = shares.reduce((sum, p, x) => sum + p * x, 0);
  const variance = shares.reduce((sum, p, x) => sum + p * (x - mean) ** 2, 0);
  return (length / (length - 1)) * (1 - (mean * (length - mean)) / (length * variance));
}

/** What must hold of whoever judges. */
function expectLawful({ accuracy, consistency, chance, kappa, cuts, trueByDecided, firstBySecond }: DecisionQuality) {
  for (const table of [trueByDecided, firstBySecond]) {
    expect(table.flat().reduce((sum, cell) => sum + cell, 0)).toBeCloseTo(1, 9);
    expect(Math.min(...table.flat())).toBeGreaterThanOrEqual(-1e-15);
  }
  expect(kappa).toBeLessThanOrEqual(1);
  expect(consistency).toBeGreaterThanOrEqual(chance - 1e-12);
  for (const cut of cuts) {
    expect(cut.accuracy).toBeGreaterThanOrEqual(accuracy - 1e-12);
    expect(cut.consistency).toBeGreaterThanOrEqual(consistency - 1e-12);
    expect(cut.accuracy + cut.falsePasses + cut.falseFailures).toBeCloseTo(1, 9);
  }
}

test('from raw scores alone, decisions are as good as integrals of the beta-binomial by scipy say', () => {
  const shares = sharesOf(REAL);
  const found = judgeScoreDecisions(shares, { reliability: reliabilityOf(shares), cuts: [15, 21] });
  expect(found.effectiveLength).toBe(LENGTH);
  for (const [name, value] of Object.entries(REAL))
    expect(found.trueScores).toHaveProperty(name, expect.closeTo(value, 4));
  // scipy.integrate.quad over scipy.stats.beta and binom.
  expect(found.accuracy).toBeCloseTo(0.7110503395209717, 6);
  expect(found.consistency).toBeCloseTo(0.6196345459420612, 6);
  expect(found.kappa).toBeCloseTo(0.4000604624447159, 6);
  expect(found.cuts[1]?.falsePasses).toBeCloseTo(0.11988574067585202, 6);
  expect(found.cuts[1]?.falseFailures).toBeCloseTo(0.051516700543322594, 6);
  expect(found.cuts[1]?.kappa).toBeCloseTo(0.5137740190443197, 6);
  expectLawful(found);
});

test('where no four-parameter distribution fits, the one of two parameters serves', () => {
  // Nobody and everything known, half and half: no beta distribution has so little kurtosis.
  const odd = fitTrueScores([0.5, 0.35, 0.275, 0.2]);
  expect(odd).toMatchObject({ lower: 0, upper: 1 });
  expect(odd.alpha / (odd.alpha + odd.beta)).toBeCloseTo(0.5, 12);
  expect(odd.alpha).toBeCloseTo(0.75, 12);
  // Ends outside [0, 1] are no ends of proportions either.
  const { lower, upper } = fitTrueScores([0.5, 0.26, 0.14, 0.0783]);
  expect([lower, upper]).toEqual([0, 1]);
});

test('on a test of which the model is true, decisions are as good as in a simulation', () => {
  const items = Array.from({ length: 20 }, (_, j) =>
    threePl(0.8 + (j % 5) / 5, -1.5 + 0.15 * j, j % 2 === 0 ? 0.2 : 0),
  );
  const found = judgeModelDecisions(items, [9, 14]);
  const random = seededRandom(11);
  const category = (score: number) => (score >= 14 ? 2 : score >= 9 ? 1 : 0);
  let [right, same] = [0, 0];
  const people = 20_000;
  for (let person = 0; person < people; person++) {
    const theta = normalNumber(random);
    const draw = () => category(items.reduce((sum, item) => sum + drawScore(item, theta, random), 0));
    const [first, second] = [draw(), draw()];
    if (first === category(items.reduce((sum, item) => sum + expectedScore(item, theta), 0))) right++;
    if (first === second) same++;
  }
  // Three standard errors of a share among 20,000 people.
  expect(Math.abs(found.accuracy - right / people)).toBeLessThan(0.01);
  expect(Math.abs(found.consistency - same / people)).toBeLessThan(0.01);
  expectLawful(found);
});

test('raw scores and their reliability say nearly what the calibrated items say', () => {
  const items = Array.from({ length: 40 }, (_, j) => twoPl(0.6 + (j % 5) / 4, -2 + 0.1 * j));
  const { nodes, logWeights } = normalQuadrature();
  const shares = new Array<number>(41).fill(0);
  let [trueMean, trueSquares] = [0, 0];
  for (const [q, theta] of nodes.entries()) {
    const weight = Math.exp(logWeights[q] ?? 0);
    const expected = characteristicScore(items, theta);
    trueMean += weight * expected;
    trueSquares += weight * expected ** 2;
    for (const [x, chance] of scoreDistribution(items, theta).entries()) shares[x] = (shares[x] ?? 0) + weight * chance;
  }
  const variance = shares.reduce((sum, p, x) => sum + p * (x - trueMean) ** 2, 0);
  const reliability = (trueSquares - trueMean ** 2) / variance;
  const cuts = [15, 26];
  const [byScores, byItems] = [judgeScoreDecisions(shares, { reliability, cuts }), judgeModelDecisions(items, cuts)];
  // Items of unlike difficulty err less than a binomial of as many: the effective test is longer.
  expect(byScores.effectiveLength).toBeGreaterThan(40);
  expect(Math.abs(byScores.accuracy - byItems.accuracy)).toBeLessThan(0.01);
  expect(Math.abs(byScores.consistency - byItems.consistency)).toBeLessThan(0.01);
  expect(Math.abs(byScores.kappa - byItems.kappa)).toBeLessThan(0.015);
});

test('at one ability the chance to reach the cut is that of every way to do so', () => {
  const items = [twoPl(1.2, -0.5), rasch(0.3), threePl(0.9, 0.8, 0.2)];
  const [p = 0, q = 0, r = 0] = items.map((item) => curvesOf(item, 0.4).probability[1]);
  const pass = p * q * r + p * q * (1 - r) + p * (1 - q) * r + (1 - p) * q * r;
  const found = judgeModelDecisions(items, [2], { abilities: [0.4] });
  expect(found.consistency).toBeCloseTo(pass ** 2 + (1 - pass) ** 2, 14);
  expect(found.accuracy).toBeCloseTo(p + q + r >= 2 ? pass : 1 - pass, 14);
});

test('a decision on an ability is as sure as its standard error allows', () => {
  const one = judgeAbilityDecisions([{ theta: 0.5, standardError: 0.5 }], [0]);
  expect(one.accuracy).toBeCloseTo(0.8413447460685429, 12);
  expect(one.consistency).toBeCloseTo(0.8413447460685429 ** 2 + 0.15865525393145707 ** 2, 12);
  expect(one.cuts[0]?.falsePasses).toBeCloseTo(0.15865525393145707, 12);
  expect(one.cuts[0]?.falseFailures).toBe(0);
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 8 }),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      (thetas, standardError) => {
        const judge = (error: number, cuts: number[]) =>
          judgeAbilityDecisions(
            thetas.map((theta) => ({ theta, standardError: error })),
            cuts,
          );
        const found = judge(standardError, [-0.7, 0.4]);
        expectLawful(found);
        // A blunter test and one more cut never make decisions better about each cut.
        for (const [k, { accuracy, consistency }] of judge(standardError * 2, [-0.7, 0.4]).cuts.entries()) {
          expect(accuracy).toBeLessThanOrEqual((found.cuts[k]?.accuracy ?? 0) + 1e-12);
          expect(consistency).toBeLessThanOrEqual((found.cuts[k]?.consistency ?? 0) + 1e-12);
        }
        expect(judge(standardError, [-0.7, 0.4, 1.5]).consistency).toBeLessThanOrEqual(found.consistency + 1e-12);
      },
    ),
  );
});

test('a more reliable test decides better, by the same raw scores', () => {
  const shares = sharesOf(REAL);
  const judged = [0.5, 0.7, 0.9].map((reliability) => judgeScoreDecisions(shares, { reliability, cuts: [18] }));
  for (const [k, { accuracy, kappa }] of judged.entries()) {
    expect(accuracy).toBeGreaterThan(judged[k - 1]?.accuracy ?? 0);
    expect(kappa).toBeGreaterThan(judged[k - 1]?.kappa ?? 0);
  }
  const given = { mean: 20, sd: 5, reliability: 0.8, lowest: 0, highest: 40 };
  expect(effectiveTestLength(given)).toBeCloseTo((20 * 20 - 20) / (25 * 0.2), 12);
});

test('what allows no judgement is refused, and the refusal says what to do', () => {
  const shares = sharesOf(REAL);
  expect(() => judgeScoreDecisions(shares, { reliability: 1, cuts: [18] })).toThrow('reliability 1');
  expect(() => judgeScoreDecisions(shares, { reliability: 0.8, cuts: [31] })).toThrow('cut 31');
  expect(() => judgeScoreDecisions(shares, { reliability: 0.8, cuts: [18, 18] })).toThrow('sort them');
  expect(() => judgeScoreDecisions([0, 9, 0], { reliability: 0.8, cuts: [1] })).toThrow('fewer than two raw scores');
  expect(() => judgeScoreDecisions([5, 1, 5], { reliability: 0.8, cuts: [1] })).toThrow('effective length');
  expect(() => judgeModelDecisions([], [1])).toThrow('at most 0');
  expect(() => judgeModelDecisions([rasch(0)], [1], { abilities: [] })).toThrow('there is nobody');
  expect(() => judgeAbilityDecisions([], [0])).toThrow('nobody was measured');
  expect(() => judgeAbilityDecisions([{ theta: 0, standardError: 0.3 }], [])).toThrow('there is no cut');
  expect(() => judgeAbilityDecisions([{ theta: Infinity, standardError: Infinity }], [0])).toThrow('person 1');
});
