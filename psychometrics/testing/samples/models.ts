import { estimateWeightedLikelihood } from '../../ability/index.ts';
import { calibrate, calibrateScores, responsesOf } from '../../calibration/index.ts';
import {
  abilityAtAngoffCut,
  characteristicScore,
  curvesOf,
  graded,
  highestScore,
  type Item,
  partialCredit,
  probabilityRight,
  testInformation,
  threePl,
} from '../../models/index.ts';
import { normalQuadrature } from '../../numerics/quadrature.ts';
import { drawScore, normalNumber } from '../../simulation/index.ts';
import type { Sample } from '../formulas.ts';

const theta = 0.4;
const binary = threePl(1.3, -0.5, 0.2);
const steps = partialCredit(0.9, [-1, 0.7, 0.2]);
const rungs = graded(1.4, [-0.5, 0.3, 1.1]);
const items: Item[] = [binary, steps, rungs];
const stepCurves = curvesOf(steps, theta);

const scores = [1, 2, 1];
const warm = estimateWeightedLikelihood(items, scores).theta;
const values = [0.6, 0.5, 0.7];

/** Three patterns of two items, one of them not given to the last. */
const rows = [
  [1, 0],
  [0, 1],
  [1, 1],
  [0, null],
];
const counts = [4, 2, 5, 3];
const grid = { count: 7, range: 3 };
const calibrated = calibrate(responsesOf(rows, counts), { model: '1pl', grid });
const { nodes, logWeights } = normalQuadrature(grid);

const patterns = [0, 1, 2].flatMap((one) => [0, 1, 2].map((other) => [one, other]));
const several = responsesOf(patterns, [9, 4, 1, 5, 8, 4, 2, 5, 9]);
const [gpcm, grm] = (['gpcm', 'grm'] as const).map((model) => {
  const { items: found, intercepts } = calibrateScores(several, { model });
  return { item: found[0], intercept: intercepts[0]?.[1] ?? Number.NaN };
});

/** A source that gives these numbers. */
const drawing = (...numbers: number[]) => {
  let at = 0;
  return () => numbers[at++] ?? Number.NaN;
};

/** Samples of the formulas of models, ability, calibration and simulation that are not beside their own test. */
export const modelSamples: Record<string, Sample> = {
  partialCreditChance: { given: { ...steps, k: 2, theta }, says: stepCurves.probability[2] ?? Number.NaN },
  gradedChance: { given: { ...rungs, k: 2, theta }, says: curvesOf(rungs, theta).probability[2] ?? Number.NaN },
  slopeOfRight: {
    given: { ...binary, P: probabilityRight(binary, theta) },
    says: curvesOf(binary, theta).first[1] ?? Number.NaN,
  },
  slopeOfPartialCredit: {
    given: { ...steps, P: stepCurves.probability, k: 2 },
    says: stepCurves.first[2] ?? Number.NaN,
  },
  angoffScore: {
    given: { values, highest: items.map(highestScore) },
    says: characteristicScore(items, abilityAtAngoffCut(items, values)),
  },
  warmEquation: {
    given: {
      scores,
      curves: items.map((item) => curvesOf(item, warm)),
      information: testInformation(items, warm),
    },
    says: 0,
  },
  marginalLogLikelihood: {
    given: {
      rows,
      counts,
      nodes: [...nodes],
      weights: [...logWeights].map(Math.exp),
      chance: (j: number, score: number, node: number) => {
        const right = probabilityRight(calibrated.items[j] ?? binary, node);
        return score === 1 ? right : 1 - right;
      },
    },
    says: calibrated.logLikelihood,
  },
  partialCreditIntercept: { given: { ...gpcm?.item, k: 2 }, says: gpcm?.intercept ?? Number.NaN },
  gradedIntercept: { given: { ...grm?.item, k: 2 }, says: grm?.intercept ?? Number.NaN },
  normalNumber: { given: { u: 0.7, v: 0.2, PI: Math.PI }, says: normalNumber(drawing(0.7, 0.2)) },
  drawnRight: { given: { u: 0.6, P: probabilityRight(binary, theta) }, says: drawScore(binary, theta, drawing(0.6)) },
  drawnScore: { given: { u: 0.6, P: stepCurves.probability }, says: drawScore(steps, theta, drawing(0.6)) },
};
