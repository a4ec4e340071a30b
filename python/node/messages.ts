import type { Ending } from '../interpreter/interpreter.ts';
import type { InterpreterOptions } from './interpreter.ts';

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
