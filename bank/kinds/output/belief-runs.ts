import type { RunOutcome } from '@pyladder/python';
import type { PythonPool } from '@pyladder/python/node';
import type { Rendered } from '../../templates/rendering.ts';
import type { BeliefRun } from '../../templates/variant.ts';
import { type OptionText, optionTextOf } from './option-text.ts';

/** Where programs are run under beliefs: beliefs speak of every Python alike, so one line is enough. */
const version = '3.14';
const hashSeed = 0;

/** Wrong Python may loop for ever; a thousand lines are enough to see that nobody would pick it. */
const limits = { milliseconds: 2_000, outputBytes: 4_000 };

/** Runs a program once for every set of beliefs. */
export async function runUnderBeliefs(
  sets: readonly string[][],
  { code, stdin }: Rendered,
  python: PythonPool,
  signal?: AbortSignal,
): Promise<BeliefRun[]> {
  return Promise.all(
    sets.map(async (beliefs) => ({
      beliefs,
      outcome: await python.run(version, hashSeed, { code, stdin, misconceptions: beliefs, limits }, signal),
    })),
  );
}

/** What who holds the beliefs of a run would answer; null for what no option can say. */
export function answerOfRun({ outcome, answer }: Omit<BeliefRun, 'beliefs'>): OptionText | null {
  return answer === undefined ? optionTextOf(outcome) : answer;
}

/** Pairs of single beliefs that each had something to say about the program and are not paired by the author. */
export function pairBeliefs(runs: readonly BeliefRun[]): string[][] {
  const declared = new Set(runs.map(({ beliefs }) => beliefs.toSorted().join(' ')));
  const active = runs.flatMap(({ beliefs, outcome }) => (beliefs.length === 1 && hadEffect(outcome) ? beliefs : []));
  return active
    .flatMap((first, index) => active.slice(index + 1).map((second) => [first, second]))
    .filter((pair) => !declared.has(pair.toSorted().join(' ')));
}

function hadEffect(outcome: RunOutcome): boolean {
  return (outcome.status === 'finished' || outcome.status === 'raised') && outcome.applied.length > 0;
}
