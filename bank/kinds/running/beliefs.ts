import { meetsGoal } from './goal.ts';
import { type Attempt, runBelieved } from './trials.ts';

/** The sets of beliefs under which a wrong attempt would meet the goal: who holds them takes it for right. */
export async function findBeliefsBehind(
  attempt: Attempt,
  sets: readonly string[][],
  { goal, stdin, tools }: { goal: string; stdin: string; tools: Parameters<typeof runBelieved>[2] },
): Promise<string[][]> {
  const outcomes = await Promise.all(
    sets.map((misconceptions) => runBelieved(attempt, { stdin, misconceptions }, tools)),
  );
  return sets
    .filter((_, index) => {
      const outcome = outcomes[index];
      return outcome !== undefined && meetsGoal(outcome, goal);
    })
    .map((set) => set.toSorted());
}
