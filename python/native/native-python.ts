import { availableParallelism } from 'node:os';
import { misconceptions } from '../misconceptions.ts';
import { mostTraceSteps, type RunLimits, type RunOutcome, type RunRequest, type TraceStep } from '../protocol.ts';
import { findNative } from './machine.ts';
import { isNativeNeed, type NativeNeed } from './needs.ts';
import { runProgram } from './run-program.ts';
import type { Sandbox } from './sandbox.ts';
import { compileSources } from './sources.ts';

/** The limits of a native run that names none; `heapBytes` is the memory of all its processes together. */
export const nativeRunLimits: Readonly<RunLimits> = {
  milliseconds: 10_000,
  outputBytes: 20_000,
  heapBytes: 1024 * 1024 * 1024,
};

/** One program with what it needs; words that are no native needs, such as `files`, ask for nothing. */
export type NativeRequest = RunRequest & { needs: readonly string[]; hashSeed?: number };

/**
 * What happened, as in Pyodide, with the picture (a PNG file) that the program left: of its window when nothing
 * more happened in it, or of its plot.
 */
export type NativeOutcome = RunOutcome & { picture: Uint8Array | null };

/** What a program did, step by step (of its main thread), and what happened in the end; `cut` if it did more than is told. */
export type NativeTracing = { outcome: NativeOutcome; steps: TraceStep[]; cut: boolean };

/** CPython of this machine, each run in a sandbox and a process of its own. */
export type NativePython = {
  /**
   * Runs one program.
   *
   * @throws RangeError if a misconception is not in the catalogue, or this machine cannot meet a need
   * @throws the signal's reason if it aborts before the end
   * @throws Error if the runs are closed or the sandbox cannot start
   */
  run(request: NativeRequest, signal?: AbortSignal): Promise<NativeOutcome>;
  /** Runs one program as `run` does and tells what it did on its way. @throws as `run` */
  trace(request: NativeRequest, signal?: AbortSignal): Promise<NativeTracing>;
  /** Ends every run; those that have not ended are rejected. */
  close(): Promise<void>;
};

/** Opens native Python. `workers` programs run at the same time: as many as there are cores, unless said. */
export function openNativePython({ workers = availableParallelism() } = {}): NativePython {
  const { lacks } = findNative();
  const alive = new Set<Sandbox>();
  const waiting: (() => void)[] = [];
  const closing = new AbortController();
  let free = workers;
  let sources: Promise<Uint8Array> | null = null;

  function hold(sandbox: Sandbox): void {
    alive.add(sandbox);
    sandbox.process.once('close', () => alive.delete(sandbox));
    sandbox.process.once('error', () => alive.delete(sandbox));
  }
  function refusalOf({ needs, misconceptions: ids }: NativeRequest): RangeError | null {
    const unknown = ids.find((id) => !misconceptions.has(id));
    if (unknown !== undefined) return new RangeError(`there is no misconception ${unknown}`);
    const lacking = lacks.find(({ need }) => needs.includes(need));
    return lacking === undefined ? null : new RangeError(`this machine cannot meet the need ${lacking.need}`);
  }
  /** Waits until fewer than `workers` programs run. @throws the signal's reason if it aborts first */
  function takeTurn(stop: AbortSignal): Promise<void> {
    if (stop.aborted) return Promise.reject(stop.reason);
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    function abandon(): void {
      const place = waiting.indexOf(resolve);
      // Whose turn has come in the same moment has to hand it on, which serve() does.
      if (place < 0) return;
      waiting.splice(place, 1);
      reject(stop.reason);
    }
    waiting.push(resolve);
    stop.addEventListener('abort', abandon);
    return promise.finally(() => stop.removeEventListener('abort', abandon));
  }
  function endTurn(): void {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }
  async function serve(request: NativeRequest, steps: number, stop: AbortSignal): Promise<NativeTracing> {
    await takeTurn(stop);
    try {
      sources ??= compileSources(hold);
      const archive = await sources;
      stop.throwIfAborted();
      const needs: NativeNeed[] = request.needs.filter(isNativeNeed);
      const limits = { ...nativeRunLimits, ...request.limits };
      const { told, sandbox } = runProgram({ request, steps, needs, limits, sources: archive });
      hold(sandbox);
      const end = () => sandbox.process.kill('SIGKILL');
      stop.addEventListener('abort', end);
      const tracing = await told.finally(() => stop.removeEventListener('abort', end));
      stop.throwIfAborted();
      return tracing;
    } catch (error) {
      // What was stopped from outside has ended somehow; that is not what the program did.
      stop.throwIfAborted();
      throw error;
    } finally {
      endTurn();
    }
  }
  async function accept(request: NativeRequest, steps: number, signal?: AbortSignal): Promise<NativeTracing> {
    closing.signal.throwIfAborted();
    const refusal = refusalOf(request);
    if (refusal !== null) throw refusal;
    return serve(request, steps, signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]));
  }

  return {
    run: (request, signal) => accept(request, 0, signal).then(({ outcome }) => outcome),
    trace: (request, signal) => accept(request, mostTraceSteps, signal),
    async close() {
      closing.abort(new Error('native Python is closed'));
      const ends = [...alive].map((sandbox) => new Promise((resolve) => sandbox.process.once('close', resolve)));
      for (const sandbox of alive) sandbox.process.kill('SIGKILL');
      await Promise.all(ends);
    },
  };
}
