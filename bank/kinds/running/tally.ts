import { meetsGoal } from './goal.ts';
import type { Attempt, Trial } from './trials.ts';

/** What became of all attempts, in a sentence for authors. */
export function sayTally(trials: readonly Trial<Attempt>[], goal: string, noun: string): string {
  const fates = Map.groupBy(trials, ({ outcome }) => {
    if (meetsGoal(outcome, goal)) return 'right';
    return outcome.status === 'stopped' ? 'stopped from outside' : outcome.status;
  });
  const count = (fate: 'right' | 'finished' | 'raised' | 'stopped from outside') => fates.get(fate)?.length ?? 0;
  const parts = [
    `${count('right')} ${count('right') === 1 ? 'is' : 'are'} right`,
    `${count('finished')} print something else`,
    `${count('raised')} end with an exception`,
    `${count('stopped from outside')} never end or do too much`,
  ];
  return `Of ${trials.length} ${noun} ${parts.join(', ')}.`;
}
