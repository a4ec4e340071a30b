import type { MimickedBelief, PagePythonView } from '@pyladder/contract';
import type { RunOutcome, Trace } from '@pyladder/python';
import { findParting, type Parting } from '@pyladder/python/answers';
import type { PagePython } from '@pyladder/python/browser';
import { useRef, useState } from 'react';
import { type PythonState, usePagePython } from './usePagePython.ts';

/** The program that is being tried. */
export type Draft = { code: string; stdin: string };

/** What became of a program; a belief that has not run yet is undefined. */
export type Run = {
  draft: Draft;
  python: RunOutcome;
  beliefs: readonly (RunOutcome | undefined)[];
  state: 'running' | 'done';
};

/** What the bench is doing: nothing, its first run (`step` 0), or that of the belief with this number, from 1. */
export type Progress = { step: number } | null;

export type Bench = {
  python: PythonState;
  progress: Progress;
  run: Run | null;
  /** Fetches and starts Python, so that the first run need not wait for it. */
  prepare(): void;
  start(draft: Draft): Promise<void>;
  /** Ends the run: what has not run by then does not run. */
  stop(): void;
  /** Where a belief parts from Python in the program that was run; null if no step shows it. */
  follow(beliefId: string): Promise<Parting | null>;
};

/** Seconds in which a visitor's program must end. */
export const LIMIT_SECONDS = 5;
const limits = { milliseconds: LIMIT_SECONDS * 1000 };
/** Wrong Python may loop for ever; a thousand lines are enough to see that nobody would pick it. */
const beliefLimits = { milliseconds: 2000, outputBytes: 4000 };
/** A person follows fewer. */
const MOST_STEPS = 2000;

/** What becomes of a belief when the run was stopped before its turn. */
const notRun: RunOutcome = { status: 'stopped', reason: 'crash', stdout: '', milliseconds: 0 };

const UNREADABLE = new Set(['SyntaxError', 'IndentationError', 'TabError']);

/** Whether Python could not read the program, so that nothing of it was run. */
export function isUnreadable(outcome: RunOutcome): boolean {
  return outcome.status === 'raised' && UNREADABLE.has(outcome.exception.type);
}

/** Runs a program in Python and under the beliefs of its item. `getView` waits for the server if need be. */
export function useBench(beliefs: readonly MimickedBelief[], getView: () => Promise<PagePythonView>): Bench {
  const page = usePagePython();
  const [progress, setProgress] = useState<Progress>(null);
  const [run, setRun] = useState<Run | null>(null);
  /** Counts the runs, so that one that was overtaken says nothing more. */
  const turn = useRef(0);
  /** The run that was stopped last. */
  const stopped = useRef(0);
  const opened = useRef<PagePython | null>(null);

  async function getPython(): Promise<PagePython> {
    const python = page.open(await getView());
    opened.current = python;
    await python.start();
    return python;
  }

  async function runAll({ code, stdin }: Draft, mine: number): Promise<void> {
    const python = await getPython();
    const ask = async (misconceptions: string[], bounds: typeof limits): Promise<RunOutcome> =>
      (await python.run({ code, stdin, misconceptions, steps: 0, limits: bounds })).outcome;
    const real = await ask([], limits);
    if (turn.current !== mine) return;
    const answers: (RunOutcome | undefined)[] = beliefs.map(() => undefined);
    const tell = (state: Run['state']) =>
      setRun({ draft: { code, stdin }, python: real, beliefs: [...answers], state });
    const isOver = real.status === 'stopped' || isUnreadable(real);
    for (const [index, { id }] of isOver ? [] : beliefs.entries()) {
      tell('running');
      setProgress({ step: index + 1 });
      answers[index] = stopped.current === mine ? notRun : await ask([id], beliefLimits);
      if (turn.current !== mine) return;
    }
    tell('done');
  }

  return {
    python: page.state,
    progress,
    run,
    prepare() {
      // What fails here is told when the program is run.
      getPython().catch(() => undefined);
    },
    async start(draft) {
      turn.current += 1;
      const mine = turn.current;
      setProgress({ step: 0 });
      try {
        await runAll(draft, mine);
      } finally {
        if (turn.current === mine) setProgress(null);
      }
    },
    stop() {
      stopped.current = turn.current;
      opened.current?.stop();
    },
    async follow(beliefId) {
      if (run === null) return null;
      const python = await getPython();
      const { code, stdin } = run.draft;
      const trace = (misconceptions: string[]): Promise<Trace> =>
        python.run({ code, stdin, misconceptions, steps: MOST_STEPS, limits });
      const [real, belief] = [await trace([]), await trace([beliefId])];
      return findParting(real, belief);
    },
  };
}
