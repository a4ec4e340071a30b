import { Worker } from 'node:worker_threads';
import { outcomeOf, type Report } from '../interpreter/report.ts';
import { makeOutput, readOutput } from '../interpreter/streams.ts';
import {
  defaultRunLimits,
  type PythonVersion,
  type RunOutcome,
  type RunRequest,
  type StopReason,
  type Trace,
} from '../protocol.ts';
import { type Brake, makeBrake } from './brake.ts';
import { type Bytecode, bytecodeOf } from './bytecode.ts';
import type { Note, Task, ThreadData } from './messages.ts';
import { snapshotOf } from './snapshot.ts';

/** One warm interpreter in a thread of its own; it runs one program at a time. */
export type PythonThread = {
  /** Resolves when the interpreter takes programs. @throws Error if it cannot start */
  readonly ready: Promise<void>;
  /** Runs one program to its end, whatever the end is, and tells so many steps of it; `stop` ends it early. */
  run(request: TracedRequest, stop: AbortSignal | undefined): Promise<Trace>;
  /** False once the interpreter must not be used again. */
  isUsable(): boolean;
  close(): Promise<void>;
};

/** A program to run, and how many of its steps are wanted; 0 costs nothing. */
export type TracedRequest = RunRequest & { steps: number };

type Listener = { note(note: Note): void; exit(): void };

/** Starts a thread with an interpreter of this version and hash seed. */
export function startThread(version: PythonVersion, hashSeed: number): PythonThread {
  const interrupt = new SharedArrayBuffer(1);
  const ready = Promise.withResolvers<void>();
  let worker: Worker | null = null;
  let listener: Listener | null = null;
  let usable = true;
  let death: unknown = new Error(`the thread of Python ${version} ended before it was ready`);

  async function begin(bytecode: Bytecode | null): Promise<void> {
    const snapshot = await snapshotOf(version, hashSeed, bytecode);
    if (!usable) {
      ready.reject(death);
      return;
    }
    const workerData: ThreadData = { version, hashSeed, interrupt, bytecode, snapshot };
    worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, stdout: true, stderr: true });
    worker.on('error', (error) => {
      death = error;
    });
    worker.on('exit', () => {
      usable = false;
      ready.reject(death);
      listener?.exit();
    });
    worker.on('message', (note: Note) => {
      if (note.kind === 'ready') ready.resolve();
      else listener?.note(note);
    });
  }
  function giveUp(reason: unknown): void {
    usable = false;
    ready.reject(reason);
  }
  bytecodeOf(version).then(begin).catch(giveUp);

  function close(): Promise<void> {
    usable = false;
    return Promise.resolve(worker?.terminate()).then(() => undefined);
  }

  function run(request: TracedRequest, stop: AbortSignal | undefined): Promise<Trace> {
    if (worker === null) throw new Error('a program was given to a thread that is not ready');
    const own = worker;
    const { milliseconds, outputBytes, heapBytes } = { ...defaultRunLimits, ...request.limits };
    const output = makeOutput(outputBytes);
    const brake = makeBrake({ interrupt, cpuUsage: () => own.cpuUsage(), terminate: close });
    const outcome = Promise.withResolvers<Trace>();
    const sent = performance.now();
    const whenStopped = () => brake.pull('crash');

    function end(result: Trace): void {
      brake.release();
      stop?.removeEventListener('abort', whenStopped);
      listener = null;
      outcome.resolve(result);
    }
    listener = {
      note(note) {
        if (note.kind === 'running') brake.arm(milliseconds);
        if (note.kind === 'overflowed') brake.pull('output');
        if (note.kind !== 'ended') return;
        if (!note.reusable) usable = false;
        const told: Report = JSON.parse(note.report);
        const reason = stopReason(brake, note);
        const ended = outcomeOf(told, { milliseconds: note.milliseconds, reason, stdout: readOutput(output) });
        end({ outcome: ended, steps: told.trace?.steps ?? [], cut: told.trace?.cut ?? false });
      },
      exit() {
        const stdout = readOutput(output);
        const milliseconds = performance.now() - sent;
        const stopped: RunOutcome = { status: 'stopped', reason: brake.reason() ?? 'crash', stdout, milliseconds };
        end({ outcome: stopped, steps: [], cut: request.steps > 0 });
      },
    };
    stop?.addEventListener('abort', whenStopped);
    const { code, misconceptions, steps, stdin } = request;
    const task: Task = { code, misconceptions, steps, stdin, output, heapBytes };
    own.postMessage(task);
    return outcome.promise;
  }

  return { ready: ready.promise, run, isUsable: () => usable, close };
}

type EndedNote = Extract<Note, { kind: 'ended' }>;

/** Why a program that came to an end must still count as stopped; null if it ended by itself. */
function stopReason(brake: Brake, { memoryRefused }: EndedNote): StopReason | null {
  return brake.reason() ?? (memoryRefused ? 'memory' : null);
}
