import {
  effectiveTestLength,
  fitTrueScores,
  judgeAbilityDecisions,
  judgeModelDecisions,
} from '../../decisions/index.ts';
import { trueMoments } from '../../decisions/true-scores.ts';
import { scoreDistribution, twoPl } from '../../models/index.ts';
import { normalAbove } from '../../numerics/distributions.ts';
import type { Sample } from '../formulas.ts';

const items = [twoPl(1, -0.5), twoPl(1.4, 0.5), twoPl(0.8, 0.1)];
const abilities = [-0.4, 1.1];
const quality = judgeModelDecisions(items, [2], { abilities });
const scores = abilities.map((theta) => [...scoreDistribution(items, theta)]);
const passes = scores.map(([, , two = 0, three = 0]) => two + three);
const marginal = [2 - (passes[0] ?? 0) - (passes[1] ?? 0), (passes[0] ?? 0) + (passes[1] ?? 0)].map((p) => p / 2);

/** Moments about 0 of the true proportions of four people. */
const raw = [1, 2, 3, 4].map((power) => (0.2 ** power + 0.5 ** power + 0.6 ** power + 0.75 ** power) / 4);
const [mean = 0, second = 0, third = 0, fourth = 0] = raw;
const sd = Math.sqrt(second - mean ** 2);
const skewness = (third - 3 * mean * second + 2 * mean ** 3) / sd ** 3;
const kurtosis = (fourth - 4 * mean * third + 6 * mean ** 2 * second - 3 * mean ** 4) / sd ** 4;
const fitted = fitTrueScores([mean, second, third, fourth]);
const group = { mean: 20, sd: 5, reliability: 0.8, lowest: 0, highest: 40 };

/** Samples of the formulas of decision accuracy and consistency. */
export const decisionSamples: Record<string, Sample> = {
  consistency: {
    given: { groups: passes.map((pass) => ({ share: 0.5, repeated: [1 - pass, pass] })) },
    says: quality.consistency,
  },
  chance: { given: { marginal }, says: quality.chance },
  kappa: { given: { consistency: quality.consistency, chance: quality.chance }, says: quality.kappa },
  chanceOfCategory: {
    given: { scoreChances: scores[1], lower: 2, upper: 4 },
    says: judgeModelDecisions(items, [2], { abilities: [1.1] }).firstBySecond[1]?.reduce((sum, p) => sum + p, 0) ?? 0,
  },
  chanceBetween: {
    given: { theta: 0.2, se: 0.4, lower: -0.1, upper: 0.5, normalBelow: (z: number) => normalAbove(-z) },
    says: judgeAbilityDecisions([{ theta: 0.2, standardError: 0.4 }], [-0.1, 0.5]).accuracy,
  },
  trueMoment: {
    given: { n: 5, factorialMoment: (2 * (3 * 2 * 1) + 1 * (4 * 3 * 2)) / 3 },
    says: trueMoments(
      [
        { score: 3, people: 2 },
        { score: 4, people: 1 },
      ],
      5,
    )[2],
  },
  sumOfShapes: { given: { skewness, kurtosis }, says: fitted.alpha + fitted.beta },
  lowerEnd: { given: { mean, sd, ...fitted }, says: fitted.lower },
  upperEnd: { given: { mean, sd, ...fitted }, says: fitted.upper },
  effectiveLength: { given: group, says: effectiveTestLength(group) },
};
