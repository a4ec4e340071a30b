import type { Random } from '../simulation/random.ts';
import { drawScore } from '../simulation/responses.ts';
import type { ExposureCounts } from './exposure.ts';
import { type AdaptivePlan, type AdaptiveStep, NOTHING_GIVEN, recordAnswer, runAdaptiveTest } from './run.ts';

/** How a simulated person's test ended. */
export type SimulatedTest = Extract<AdaptiveStep, { status: 'end' }> & { trueAbility: number };

/**
 * Tests that people of these abilities might have: to see what a plan is worth, and for `controlExposure`.
 *
 * @param abilities in logits, one per person
 * @returns each person's end, and how many had each item chosen for them (given or set aside) and given
 * @throws RangeError as `runAdaptiveTest`
 */
export function simulateAdaptiveTests(
  plan: AdaptivePlan,
  abilities: ArrayLike<number>,
  random: Random,
): ExposureCounts & { tests: SimulatedTest[] } {
  const { items } = plan.bank;
  const chosen = new Float64Array(items.length);
  const given = new Float64Array(items.length);
  const tests = Array.from(abilities, (trueAbility): SimulatedTest => {
    let step = runAdaptiveTest(plan, NOTHING_GIVEN, random);
    while (step.status === 'item') {
      const item = items[step.item];
      if (item === undefined) throw new RangeError(`item ${step.item} is not in the bank of ${items.length}`);
      step = runAdaptiveTest(plan, recordAnswer(step.progress, drawScore(item, trueAbility, random) === 1), random);
    }
    const { answers, setAside } = step.progress;
    const own = answers.map(({ item }) => item);
    for (const item of own) given[item] = (given[item] ?? 0) + 1;
    for (const item of new Set([...own, ...setAside])) chosen[item] = (chosen[item] ?? 0) + 1;
    return { ...step, trueAbility };
  });
  return { people: tests.length, chosen, given, tests };
}
