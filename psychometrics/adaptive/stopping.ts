import type { AbilityEstimate } from '../ability/estimate.ts';
import { probabilityRight } from '../models/curves.ts';
import { softplus } from '../models/logistic.ts';
import { normalAbove } from '../numerics/distributions.ts';
import type { AdaptiveAnswer, AdaptiveBank } from './bank.ts';

/**
 * When a test may end. `length`: after so many items. `precision`: when the standard error is at most that, in logits.
 * `interval`: when an interval with that confidence about the ability holds no cut. `sprt`: when for every cut the answers
 * speak clearly enough for an ability that is `indifference` logits above it, or as much below; `falsePass` and
 * `falseFailure` are the tolerated chances of deciding wrongly at these two.
 */
export type StoppingRule =
  | { kind: 'length'; items: number }
  | { kind: 'precision'; standardError: number }
  | { kind: 'interval'; confidence: number }
  | { kind: 'sprt'; indifference: number; falsePass: number; falseFailure: number };

/** What a cut is decided to be: reached, not reached, or not yet known. */
export type CutDecision = 'above' | 'below' | 'open';

/** Where a test stands when it is asked whether it may end. */
export type StoppingState = {
  bank: AdaptiveBank;
  answers: readonly AdaptiveAnswer[];
  ability: AbilityEstimate;
  cuts: readonly number[];
};

/** Whether a rule lets the test end. */
export function mayStop(rule: StoppingRule, state: StoppingState): boolean {
  const { answers, ability, cuts } = state;
  if (rule.kind === 'length') return answers.length >= rule.items;
  if (rule.kind === 'precision') return ability.standardError <= rule.standardError;
  if (rule.kind === 'sprt') return !decideBySprt(rule, state).includes('open');
  return cuts.every((cut) => decideByInterval(rule.confidence, ability, cut) !== 'open');
}

/**
 * A cut judged by whether the interval about the ability, so many standard errors to both sides, holds it.
 *
 * @param confidence of the interval, in (0, 1)
 * @param cut in logits, as the ability
 * @returns `open` while the interval holds the cut
 * @throws RangeError if the confidence is outside (0, 1), or ability, error or cut is not a number
 * @formula chanceOfOtherSide = normalAbove(abs(theta - cut) / standardError)
 * @see Kingsbury & Weiss (1983)
 */
export function decideByInterval(
  confidence: number,
  { theta, standardError }: AbilityEstimate,
  cut: number,
): CutDecision {
  checkRules([{ kind: 'interval', confidence }], [cut]);
  if (!(Number.isFinite(theta) && standardError >= 0)) {
    throw new RangeError(`ability ${theta} with error ${standardError}: there is no interval`);
  }
  if (theta === cut) return standardError > 0 ? 'open' : 'above';
  if (normalAbove(Math.abs(theta - cut) / standardError) > (1 - confidence) / 2) return 'open';
  return theta >= cut ? 'above' : 'below';
}

/** The rule of a sequential probability ratio test. */
export type SequentialRule = Extract<StoppingRule, { kind: 'sprt' }>;

/**
 * Every cut judged by a sequential probability ratio test of its own.
 *
 * @param state the bank, the answers so far, and cuts in logits
 * @returns one decision per cut, `open` while the answers do not speak clearly enough
 * @throws RangeError if the rule is impossible, there is no cut or one is not finite, or an answer is to no item of the bank
 * @see Wald (1947); Reckase (1983); Spray (1993) for several cuts
 */
export function decideBySprt(
  rule: SequentialRule,
  { bank, answers, cuts }: Pick<StoppingState, 'bank' | 'answers' | 'cuts'>,
): CutDecision[] {
  checkRules([rule], cuts);
  const { above, below } = evidenceNeeded(rule);
  return cuts.map((cut) => {
    const evidence = weighEvidence({ bank, answers }, cut, rule.indifference);
    if (evidence >= above) return 'above';
    return evidence <= below ? 'below' : 'open';
  });
}

/**
 * How much more likely the answers are above a cut than below it: the log of the ratio.
 *
 * @formula evidence = logLikelihood(cut + indifference) - logLikelihood(cut - indifference)
 */
export function weighEvidence(
  { bank, answers }: Pick<StoppingState, 'bank' | 'answers'>,
  cut: number,
  indifference: number,
): number {
  return logLikelihood(bank, answers, cut + indifference) - logLikelihood(bank, answers, cut - indifference);
}

/**
 * The evidence at which a cut is decided.
 *
 * @formula enoughAbove = log((1 - falseFailure) / falsePass)
 * @formula enoughBelow = log(falseFailure / (1 - falsePass))
 */
export function evidenceNeeded({ falsePass, falseFailure }: SequentialRule): { above: number; below: number } {
  return { above: Math.log((1 - falseFailure) / falsePass), below: Math.log(falseFailure / (1 - falsePass)) };
}

/** @throws RangeError if a rule is impossible, or needs cuts and there are none, or one is not finite */
export function checkRules(rules: readonly StoppingRule[], cuts: readonly number[]): void {
  for (const rule of rules) {
    if (!isPossible(rule)) throw new RangeError(`a test cannot stop by ${JSON.stringify(rule)}`);
    if ((rule.kind === 'interval' || rule.kind === 'sprt') && cuts.length === 0) {
      throw new RangeError(`to stop by ${rule.kind} a test needs cuts`);
    }
  }
  const odd = cuts.find((cut) => !Number.isFinite(cut));
  if (odd !== undefined) throw new RangeError(`cut ${odd} is not a finite number`);
}

function isPossible(rule: StoppingRule): boolean {
  switch (rule.kind) {
    case 'length':
      return Number.isInteger(rule.items) && rule.items > 0;
    case 'precision':
      return rule.standardError > 0;
    case 'interval':
      return rule.confidence > 0 && rule.confidence < 1;
    case 'sprt':
      return (
        rule.indifference > 0 &&
        Number.isFinite(rule.indifference) &&
        [rule.falsePass, rule.falseFailure].every((p) => p > 0 && p < 0.5)
      );
  }
}

function logLikelihood({ items }: AdaptiveBank, answers: readonly AdaptiveAnswer[], theta: number): number {
  return answers.reduce((sum, { item, isRight }) => {
    const given = items[item];
    if (given === undefined) throw new RangeError(`an answer to item ${item}, of ${items.length}`);
    const { a, b, c } = given;
    if (!isRight) return sum + Math.log1p(-c) - softplus(a * (theta - b));
    return sum + (c === 0 ? -softplus(a * (b - theta)) : Math.log(probabilityRight(given, theta)));
  }, 0);
}
