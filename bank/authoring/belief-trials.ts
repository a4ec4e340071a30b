import { type Misconception, misconceptions } from '@pyladder/python';
import type { PythonPool } from '@pyladder/python/node';
import { compareText } from '../problem.ts';
import type { BeliefRun } from '../templates/variant.ts';

/** A program and what is typed while it runs. */
export type Program = { code: string; stdin: string };

export type TrialTools = {
  python: PythonPool;
  signal?: AbortSignal | undefined;
  onProgress?: (done: number, total: number) => void;
};

/** A program that waits is cut short: hundreds of beliefs are tried, and none that waits makes an option. */
const limits = { milliseconds: 1_000, outputBytes: 4_000 };

/** Runs a program once under every belief there is, most widely held first. */
export async function tryAllBeliefs(program: Program, tools: TrialTools): Promise<BeliefRun[]> {
  const ranked = rankBeliefs(misconceptions.values());
  let done = 0;
  return Promise.all(
    ranked.map(async ({ id }) => {
      const request = { ...program, misconceptions: [id], limits };
      const outcome = await tools.python.run('3.14', 0, request, tools.signal);
      done += 1;
      tools.onProgress?.(done, ranked.length);
      return { beliefs: [id], outcome };
    }),
  );
}

/** Most widely held first; equals by their ids. */
export function rankBeliefs(beliefs: Iterable<Misconception>): Misconception[] {
  return [...beliefs].sort((a, b) => b.prevalence - a.prevalence || compareText(a.id, b.id));
}
