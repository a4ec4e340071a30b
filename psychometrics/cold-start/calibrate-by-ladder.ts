import { estimateWeightedLikelihood } from '../ability/index.ts';
import { type Calibration, calibrate } from '../calibration/calibrate.ts';
import type { ItemErrors } from '../calibration/item-errors.ts';
import { DEFAULT_3PL_PRIORS } from '../calibration/priors.ts';
import { countScores, MISSING, type Responses } from '../calibration/responses.ts';
import type { CalibrationSettings } from '../calibration/settings.ts';
import {
  compareGroups,
  compareGroupsByLogistic,
  type Group,
  type GroupDifference,
  type LogisticDifference,
} from '../fairness/index.ts';
import type { BinaryItem } from '../models/item.ts';
import type { Normal } from '../numerics/quadrature.ts';
import { type Drift, measureDrift } from './drift.ts';
import { type ItemStatus, planCalibration, type Rung } from './ladder.ts';

/**
 * - `priors`: of each item's difficulty, from judges and family.
 * - `groups`: of each row, to be compared where there are enough answers.
 * - `before`: items of an earlier calibration on the same scale, `null` for new ones, to see drift.
 */
export type LadderSettings = {
  priors: readonly Normal[];
  groups?: readonly Group[];
  before?: readonly (BinaryItem | null)[];
};

/**
 * A bank calibrated as well as its answers allow. `statuses` say of each item what it is good for; `differences` and
 * `logistic` are null where groups were not given or answers are too few, `differences` where some are missing, too: they
 * match people on the whole score, the logistic ones on abilities. `drift` is null where there is nothing to compare with or
 * too few answers, and of an item null where it is new.
 */
export type LadderCalibration = {
  rung: Rung;
  items: BinaryItem[];
  standardErrors: ItemErrors[] | null;
  statuses: ItemStatus[];
  converged: boolean;
  differences: GroupDifference[] | null;
  logistic: LogisticDifference[] | null;
  drift: (Drift | null)[] | null;
};

/** Holds a at 1: from few answers it cannot be told. */
const HELD = { mean: 0, sd: 0.01 };
/** Discriminations of items that experts wrote: from a few score of answers hardly more comes out than this says. */
const USUAL = { mean: 0, sd: 0.3 };

/**
 * Climbs as high as the answers carry (see `planCalibration`) and calibrates there. All rungs have the scale on which people
 * spread by 1 about 0, so that items keep their figures' meaning when a bank climbs. An item nobody answered comes out
 * as its prior.
 *
 * @param responses 0, 1 or missing; a row is a person
 * @returns difficulties in logits, one item for each column
 * @throws RangeError if there is not one prior per item or a score is not 0, 1 or missing
 * @see Mislevy (1986); Swaminathan & Gifford (1982)
 */
export function calibrateByLadder(responses: Responses, { priors, groups, before }: LadderSettings): LadderCalibration {
  const answers = countScores(responses).map((seen) => seen.reduce((sum, count) => sum + count, 0));
  const plan = planCalibration(answers);
  if (responses.counts.length === 0) return beforeAnswers(priors, plan.statuses);
  const found = calibrate(responses, { ...settingsOf(plan.rung, priors), standardErrors: 'observed' });
  const comparison = plan.looksAtGroups && groups !== undefined ? compareFairly(responses, groups, found.items) : null;
  return {
    rung: plan.rung,
    items: found.items,
    standardErrors: found.standardErrors,
    statuses: plan.statuses,
    converged: found.converged,
    differences: comparison?.differences ?? null,
    logistic: comparison?.logistic ?? null,
    drift: plan.looksAtDrift && before !== undefined ? driftSince(before, found) : null,
  };
}

/**
 * Whoever sat other items than others has no raw score to be matched on, but an ability all the same: Warm's, which is not
 * pulled towards the mean the more the shorter a test was.
 */
function compareFairly(responses: Responses, groups: readonly Group[], bank: readonly BinaryItem[]) {
  const { items, scores, counts } = responses;
  const abilities = Array.from(counts, (_, i) => {
    const row = Array.from(scores.subarray(i * items, (i + 1) * items), (score) => (score === MISSING ? null : score));
    return row.every((score) => score === null) ? 0 : estimateWeightedLikelihood(bank, row).theta;
  });
  return {
    differences: scores.includes(MISSING) ? null : compareGroups(responses, groups),
    logistic: compareGroupsByLogistic(responses, groups, abilities),
  };
}

function settingsOf(rung: Rung, priors: readonly Normal[]): CalibrationSettings {
  if (rung === '3pl')
    return { model: '3pl', priors: { ...DEFAULT_3PL_PRIORS, logDiscrimination: USUAL, difficulty: priors } };
  return { model: '2pl', priors: { difficulty: priors, logDiscrimination: rung === 'family' ? HELD : USUAL } };
}

function beforeAnswers(priors: readonly Normal[], statuses: ItemStatus[]): LadderCalibration {
  if (priors.length !== statuses.length)
    throw new RangeError(`${statuses.length} items, ${priors.length} priors of difficulty`);
  return {
    rung: 'family',
    items: priors.map(({ mean }) => ({ model: '3pl', a: 1, b: mean, c: 0 })),
    standardErrors: priors.map(({ sd }) => ({ a: 0, b: sd, c: 0, d: sd })),
    statuses,
    converged: true,
    differences: null,
    logistic: null,
    drift: null,
  };
}

function driftSince(before: readonly (BinaryItem | null)[], { items }: Calibration): (Drift | null)[] | null {
  if (before.length !== items.length) throw new RangeError(`${items.length} items, ${before.length} earlier ones`);
  const pairs = items.flatMap(({ b }, j) => {
    const earlier = before[j] ?? null;
    return earlier === null ? [] : [{ j, before: earlier.b, now: b }];
  });
  if (pairs.length < 4) return null;
  const measured = measureDrift(pairs);
  const drift: (Drift | null)[] = items.map(() => null);
  for (const [k, { j }] of pairs.entries()) drift[j] = measured[k] ?? null;
  return drift;
}
