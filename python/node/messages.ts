import type { TraceStep } from '../protocol.ts';
import type { Ending, InterpreterOptions } from './interpreter.ts';

/** What a thread is started with. */
export type ThreadData = InterpreterOptions;

/**
 * A program for a thread; `output` is filled as the program writes, so that it survives the thread. `steps` is how
 * many steps are to be told; 0: none, at no cost.
 */
export type Task = {
  code: string;
  misconceptions: string[];
  steps: number;
  stdin: string;
  output: SharedArrayBuffer;
  heapBytes: number;
};

/** What a thread says, in this order: ready once, then for each task running, perhaps overflowed, and its end. */
export type Note = { kind: 'ready' } | { kind: 'running' } | { kind: 'overflowed' } | ({ kind: 'ended' } & Ending);

/** What the runner's Python reports about a program (runner/program.py). */
export type Report = (
  | { status: 'finished'; applied: string[] }
  | { status: 'raised'; exception: { type: string; message: string; line: number | null }; applied: string[] }
  | { status: 'exhausted' }
  | { status: 'not-applicable'; misconception: string; why: string }
) & { trace?: { steps: TraceStep[]; cut: boolean } };
