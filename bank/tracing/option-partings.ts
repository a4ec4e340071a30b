import type { ItemOption } from '@pyladder/exam';
import type { RunOutcome, Trace } from '@pyladder/python';
import { findParting } from '@pyladder/python/answers';
import type { PythonPool } from '@pyladder/python/node';
import type { Rendered } from '../templates/rendering.ts';
import type { BeliefRun } from '../templates/variant.ts';

/** Where beliefs are traced; Python's own steps are the same on every line. */
const version = '3.14';
const hashSeed = 0;

export type PartingTools = {
  python: PythonPool;
  beliefRuns: readonly BeliefRun[];
  signal?: AbortSignal | undefined;
};

/** Options of an item, each with the step at which the first set of beliefs behind it parts from Python. */
export async function withPartings(
  options: readonly ItemOption[],
  { code, stdin }: Pick<Rendered, 'code' | 'stdin'>,
  { python, beliefRuns, signal }: PartingTools,
): Promise<ItemOption[]> {
  const follow = (misconceptions: string[]) => python.trace(version, hashSeed, { code, stdin, misconceptions }, signal);
  const real = follow([]);
  const partings = options.map(async (option): Promise<ItemOption> => {
    const [beliefs] = option.misconceptions;
    if (beliefs === undefined) return option;
    const run = beliefRuns.find((other) => isSameSet(other.beliefs, beliefs));
    // In the order in which they were run: what beliefs do together may depend on it.
    const trace = await follow(run?.beliefs ?? beliefs);
    // A program that minds being watched shows something else than the option says.
    if (run !== undefined && !didTheSame(trace, run.outcome)) return option;
    const parting = findParting(await real, trace);
    return parting === null ? option : { ...option, parting };
  });
  const [found] = await Promise.all([Promise.all(partings), real]);
  return found;
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join(' ') === b.toSorted().join(' ');
}

function didTheSame({ outcome }: Trace, run: RunOutcome): boolean {
  return outcome.status === run.status && 'stdout' in outcome && 'stdout' in run && outcome.stdout === run.stdout;
}
