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
    [count('right'), 'right'],
    [count('finished'), 'with another output'],
    [count('raised'), 'ended by an exception'],
    [count('stopped from outside'), 'stopped, for they never end or do too much'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return `${trials.length} ${noun} were run: ${told.join(', ')}.`;
}
