import {
  controlExposure,
  decideByInterval,
  expectAbility,
  measureDeficits,
  prepareBank,
} from '../../adaptive/index.ts';
import { evidenceNeeded, weighEvidence } from '../../adaptive/stopping.ts';
import { probabilityRight, threePl, twoPl } from '../../models/index.ts';
import { normalAbove } from '../../numerics/distributions.ts';
import type { Sample } from '../formulas.ts';

const items = [twoPl(1.2, -0.3), twoPl(0.9, 0.6), threePl(1.1, 0.2, 0.25)];
const rights = [true, false, true];
const answers = rights.map((isRight, item) => ({ item, isRight }));
const rule = { kind: 'sprt', indifference: 0.3, falsePass: 0.05, falseFailure: 0.1 } as const;

const logLikelihood = (theta: number) =>
  items.reduce((sum, item, at) => {
    const right = probabilityRight(item, theta);
    return sum + Math.log(rights[at] ? right : 1 - right);
  }, 0);

/** Of ten people everybody has the first item chosen, three the second. */
const { chances } = controlExposure(
  (now) => ({ people: 10, chosen: [10, 3], given: [10 * (now[0] ?? 0), 3 * (now[1] ?? 0)] }),
  { items: 2, limit: 0.8, length: 1, tolerance: 0 },
);

const bank = prepareBank(items, { count: 5, range: 2 });
const prior = { mean: 0.3, sd: 1.2 };
const nodes = [-2, -1, 0, 1, 2];

/** The smallest doubt that leaves a cut at 0 open, by halving. */
function doubtAt(theta: number, standardError: number): number {
  let [low, high] = [1e-9, 0.5];
  for (let step = 0; step < 100; step++) {
    const doubt = (low + high) / 2;
    if (decideByInterval(1 - 2 * doubt, { theta, standardError }, 0) === 'open') low = doubt;
    else high = doubt;
  }
  return low;
}

/** Samples of the formulas of adaptive tests beside the choice by criteria. */
export const adaptiveSamples: Record<string, Sample> = {
  expectedAbility: {
    given: {
      nodes,
      weights: nodes.map(
        (node, q) =>
          Math.exp(logLikelihood(node) - 0.5 * ((node - prior.mean) / prior.sd) ** 2) * (q % 4 === 0 ? 0.5 : 1),
      ),
    },
    says: expectAbility(bank, answers, prior).theta,
  },
  chanceOfOtherSide: {
    given: { theta: 0.4, cut: 0, standardError: 0.5, normalAbove },
    says: doubtAt(0.4, 0.5),
  },
  deficit: {
    given: { share: 0.4, given: 3, ofSection: 1 },
    says: measureDeficits({ sections: [0, 1, 1], shares: [0.4, 0.6] }, answers)[0] ?? Number.NaN,
  },
  evidence: {
    given: { cut: 0.2, indifference: 0.3, logLikelihood },
    says: weighEvidence({ bank: prepareBank(items), answers }, 0.2, 0.3),
  },
  enoughAbove: { given: rule, says: evidenceNeeded(rule).above },
  enoughBelow: { given: rule, says: evidenceNeeded(rule).below },
  chanceToGive: { given: { chosenShare: 1, limit: 0.8 }, says: chances[0] ?? Number.NaN },
};
