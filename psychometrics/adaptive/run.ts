import type { AbilityEstimate } from '../ability/estimate.ts';
import { checkCuts } from '../decisions/quality.ts';
import type { Normal } from '../numerics/quadrature.ts';
import type { Random } from '../simulation/random.ts';
import { type AdaptiveAnswer, type AdaptiveBank, expectAbility } from './bank.ts';
import { type ContentPlan, checkContent, sectionInNeed } from './content.ts';
import { checkExposure, type ExposureControl } from './exposure.ts';
import { type CriterionName, pickAmong, rankNextItems } from './next-item.ts';
import { checkRules, decideBySprt, mayStop, type StoppingRule } from './stopping.ts';

/**
 * How a test adapts. `cuts` in logits, rising, part the levels 0, 1, 2…; the test ends when one of the rules `stop` holds,
 * none of which but `length` is asked before `minimum` items (1 if not said), or when no item is left. The prior is N(0, 1)
 * if not said.
 */
export type AdaptivePlan = {
  bank: AdaptiveBank;
  criterion: CriterionName;
  prior?: Normal;
  content?: ContentPlan;
  exposure?: ExposureControl;
  cuts?: readonly number[];
  minimum?: number;
  stop: readonly StoppingRule[];
};

/**
 * All there is to know of a test under way; plain data that may be stored. `pending` is the item that was given and is not
 * answered; `setAside` are items that exposure control keeps from this person.
 */
export type AdaptiveProgress = {
  answers: readonly AdaptiveAnswer[];
  pending: number | null;
  setAside: readonly number[];
};

/** The beginning of every test. */
export const NOTHING_GIVEN: AdaptiveProgress = { answers: [], pending: null, setAside: [] };

/** Why a test ended: the rule that held, or that no item is left. */
export type EndReason = StoppingRule['kind'] | 'no item left';

/** What is next: an item, with the progress to keep; or the end, with the level (the number of cuts reached). */
export type AdaptiveStep =
  | { status: 'item'; item: number; ability: AbilityEstimate; progress: AdaptiveProgress }
  | { status: 'end'; reason: EndReason; ability: AbilityEstimate; level: number; progress: AdaptiveProgress };

/** How many of the best are ranked at a time when exposure control may refuse some. */
const AHEAD = 10;

/**
 * The next step of an adaptive test: estimates the ability (expected a posteriori), asks whether to end, and chooses an item
 * by blueprint, criterion and exposure control. Nothing is remembered between calls: asked again with the progress it gave,
 * it gives the pending item again, so that a test may go on after any interruption.
 *
 * @param random used for exposure control only
 * @throws RangeError if the plan is impossible, or the progress is of another bank or has an item twice
 * @see Weiss & Kingsbury (1984) for the parts of an adaptive test
 */
export function runAdaptiveTest(plan: AdaptivePlan, progress: AdaptiveProgress, random: Random): AdaptiveStep {
  checkPlan(plan);
  checkProgress(plan.bank, progress);
  const { bank, cuts = [], minimum = 1, prior = { mean: 0, sd: 1 } } = plan;
  const { answers, pending } = progress;
  const ability = expectAbility(bank, answers, prior);
  if (pending !== null) return { status: 'item', item: pending, ability, progress };
  const state = { bank, answers, ability, cuts };
  const rule = plan.stop.find((one) => (one.kind === 'length' || answers.length >= minimum) && mayStop(one, state));
  const chosen = rule === undefined ? chooseItem(plan, { progress, ability, prior, random }) : null;
  if (chosen === null) {
    const level = levelOf(rule, state);
    return { status: 'end', reason: rule?.kind ?? 'no item left', ability, level, progress };
  }
  const { item, setAside } = chosen;
  return { status: 'item', item, ability, progress: { answers, pending: item, setAside } };
}

/**
 * Takes the answer to the pending item.
 *
 * @returns the progress to go on with
 * @throws RangeError if none is pending
 */
export function recordAnswer({ answers, pending, setAside }: AdaptiveProgress, isRight: boolean): AdaptiveProgress {
  if (pending === null) throw new RangeError('no item is pending: ask for the next one first');
  return { answers: [...answers, { item: pending, isRight }], pending: null, setAside };
}

type Choosing = { progress: AdaptiveProgress; ability: AbilityEstimate; prior: Normal; random: Random };

function chooseItem(plan: AdaptivePlan, choosing: Choosing): { item: number; setAside: readonly number[] } | null {
  const { bank, criterion, content, exposure } = plan;
  const { progress, ability, prior, random } = choosing;
  const { answers } = progress;
  const used = new Set(answers.map(({ item }) => item));
  const refused = new Set(progress.setAside);
  const chances = exposure?.kind === 'sympson-hetter' ? exposure.chances : null;
  for (;;) {
    // With everything set aside, it is better to give an item too often than to end the test.
    const isDry = bank.items.every((_, item) => used.has(item) || refused.has(item));
    const isFree = (item: number) => !used.has(item) && (isDry || !refused.has(item));
    const section = content === undefined ? null : sectionInNeed(content, answers, isFree);
    const mayUse = (item: number) => isFree(item) && (section === null || content?.sections[item] === section);
    const count = exposure?.kind === 'randomesque' ? exposure.among : chances === null ? 1 : AHEAD;
    const ranked = rankNextItems(bank, criterion, { theta: ability.theta, answers, prior, mayUse, count });
    const [best] = ranked;
    if (best === undefined) return null;
    if (chances === null || isDry) {
      const { item } = (exposure?.kind === 'randomesque' ? pickAmong(ranked, random) : null) ?? best;
      return { item, setAside: progress.setAside };
    }
    for (const { item } of ranked) {
      if (random() < (chances[item] ?? 1)) return { item, setAside: [...refused] };
      refused.add(item);
    }
  }
}

/** By the rule's own word where it decides about cuts, by the ability otherwise. */
function levelOf(
  rule: StoppingRule | undefined,
  state: { bank: AdaptiveBank; answers: readonly AdaptiveAnswer[]; ability: AbilityEstimate; cuts: readonly number[] },
): number {
  if (rule?.kind === 'sprt') return decideBySprt(rule, state).filter((decision) => decision === 'above').length;
  return state.cuts.filter((cut) => state.ability.theta >= cut).length;
}

function checkPlan({ bank, content, exposure, cuts = [], minimum = 1, prior, stop }: AdaptivePlan): void {
  if (content !== undefined) checkContent(content, bank.items.length);
  if (exposure !== undefined) checkExposure(exposure, bank.items.length);
  if (cuts.length > 0) checkCuts(cuts);
  if (prior !== undefined && !(prior.sd > 0 && Number.isFinite(prior.mean))) {
    throw new RangeError(`normal distribution with mean ${prior.mean}, sd ${prior.sd}`);
  }
  if (!(minimum >= 0)) throw new RangeError(`minimum of ${minimum} items`);
  checkRules(stop, cuts);
}

function checkProgress({ items }: AdaptiveBank, { answers, pending, setAside }: AdaptiveProgress): void {
  const seen = [...answers.map(({ item }) => item), ...(pending === null ? [] : [pending])];
  for (const item of [...seen, ...setAside]) {
    if (!(item in items)) throw new RangeError(`item ${item} is not in the bank of ${items.length}`);
  }
  if (new Set(seen).size !== seen.length)
    throw new RangeError('an item was given twice: the progress is not of this test');
}
