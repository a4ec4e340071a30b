import {
  difficultyAtAngoff,
  drawItem,
  hedgeItem,
  measureDrift,
  priorOfFamily,
  priorsOfExperts,
  rateAnswer,
} from '../../cold-start/index.ts';
import type { Sample } from '../formulas.ts';

const [low, high] = priorsOfExperts([-0.5, 1.5], { correlation: 0.6, difficulties: { mean: 0.2, sd: 1.1 } });
const judges = { mean: 0.4, sd: 0.8 };
const siblings = [
  { b: 0.9, standardError: 0.2 },
  { b: 0.5, standardError: 0.4 },
];
const family = priorOfFamily(judges, siblings, 0.25);

const person = { mean: 0.3, sd: 0.7 };
const item = { mean: -0.4, sd: 0.5 };
const rise = rateAnswer({ person, item }, true).person.mean - person.mean;
const fall = rateAnswer({ person, item }, false).person.mean - person.mean;
/** What a right answer moves more than a wrong one is the whole gain; a wrong one moves by the chance of a right one. */
const gain = rise - fall;
const q = -fall / gain;

/** A standard normal number, made of two uniform ones. */
const z = Math.sqrt(-2 * Math.log(0.7)) * Math.cos(2 * Math.PI * 0.3);

const changes = [0.1, 0.2, 0.4, 0.5, 2];

/** Samples of the formulas of items without answers. */
export const coldStartSamples: Record<string, Sample> = {
  difficultyJudged: {
    given: { value: 0.7, cut: 0.5, a: 1.3, c: 0.2 },
    says: difficultyAtAngoff(0.7, { cut: 0.5, a: 1.3, c: 0.2 }),
  },
  expertMean: {
    given: { mean: 0.2, sd: 1.1, r: 0.6, judged: 1.5, judgedMean: 0.5, judgedSd: 1 },
    says: high?.mean ?? Number.NaN,
  },
  expertSd: { given: { sd: 1.1, r: 0.6 }, says: low?.sd ?? Number.NaN },
  familyMean: { given: { ...judges, siblings, spread: 0.25 }, says: family.mean },
  familySd: { given: { ...judges, siblings, spread: 0.25 }, says: family.sd },
  eloRight: { given: { personMean: 0.3, itemMean: -0.4, personSd: 0.7, itemSd: 0.5 }, says: q },
  eloGain: { given: { personSd: 0.7, itemSd: 0.5, q }, says: gain },
  drawnDifficulty: { given: { ...item, z }, says: drawItem(item, 1, () => 0.3).b },
  hedgedA: { given: { a: 1.2, sd: 0.6 }, says: hedgeItem({ mean: 0, sd: 0.6 }, 1.2).a },
  robustZ: {
    given: { change: 2, median: 0.4, lowerQuartile: 0.2, upperQuartile: 0.5 },
    says: measureDrift(changes.map((now) => ({ before: 0, now })))[4]?.z ?? Number.NaN,
  },
};
