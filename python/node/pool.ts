import { availableParallelism } from 'node:os';
import { misconceptions } from '../misconceptions.ts';
import { mostTraceSteps, type PythonVersion, type RunOutcome, type RunRequest, type Trace } from '../protocol.ts';
import { type PythonThread, startThread, type TracedRequest } from './thread.ts';

/** Warm interpreters in worker threads; every run starts from the same restored state. */
export type PythonPool = {
  /**
   * Runs one program on a CPython line, with strings hashed by `hashSeed` (0 to 4294967295).
   * The same request gives the same outcome to the byte, milliseconds apart.
   *
   * @throws RangeError if a misconception is not in the catalogue
   * @throws the signal's reason if it aborts before the end
   * @throws Error if the pool is closed or an interpreter cannot start
   */
  run(version: PythonVersion, hashSeed: number, request: RunRequest, signal?: AbortSignal): Promise<RunOutcome>;
  /** Runs one program as `run` does and tells what it did on its way. @throws as `run` */
  trace(version: PythonVersion, hashSeed: number, request: RunRequest, signal?: AbortSignal): Promise<Trace>;
  /** Ends every thread; runs that have not ended are rejected. */
  close(): Promise<void>;
};

/** How large a pool may become. */
export type PoolOptions = {
  /** Programs that run at the same time. */
  workers?: number;
  /** Interpreters kept warm, each for one version and hash seed; about 130 MB each; 8 unless said. */
  interpreters?: number;
};

type Job = {
  key: string;
  version: PythonVersion;
  hashSeed: number;
  request: TracedRequest;
  signal: AbortSignal | undefined;
  resolve(trace: Trace): void;
  reject(reason: unknown): void;
};

type Place = { key: string; thread: PythonThread; busy: boolean };

/** Opens a pool. Interpreters start when they are first needed and take about two seconds each. */
export function openPythonPool(options: PoolOptions = {}): PythonPool {
  const workers = options.workers ?? availableParallelism();
  const room = Math.max(workers, options.interpreters ?? 8);
  const queue: Job[] = [];
  /** Longest unused first. */
  const places: Place[] = [];
  const running = new Set<Job>();
  let isClosed = false;

  /** Starts whatever can start now. A job waits for its own interpreter without holding up those behind it. */
  function advance(): void {
    for (const job of [...queue]) {
      if (places.filter(({ busy }) => busy).length >= workers) return;
      const place = findPlace(job);
      if (place === null) continue;
      queue.splice(queue.indexOf(job), 1);
      void serve(job, place);
    }
  }

  function findPlace({ key, version, hashSeed }: Job): Place | null {
    const own = places.filter((place) => place.key === key);
    const idle = own.find(({ busy }) => !busy);
    if (idle !== undefined) return idle;
    if (places.length >= room) {
      const unused = places.find(({ busy }) => !busy);
      // One interpreter is worth keeping for each kind: only a kind that has none may push another out.
      if (own.length > 0 || unused === undefined) return null;
      drop(unused);
    }
    const place = { key, thread: startThread(version, hashSeed), busy: false };
    places.push(place);
    return place;
  }

  async function serve(job: Job, place: Place): Promise<void> {
    place.busy = true;
    running.add(job);
    try {
      await place.thread.ready;
      if (job.signal?.aborted !== true) job.resolve(await place.thread.run(job.request, job.signal));
    } catch (error) {
      job.reject(error);
    }
    running.delete(job);
    place.busy = false;
    places.splice(places.indexOf(place), 1);
    if (place.thread.isUsable()) places.push(place);
    else void place.thread.close();
    if (!isClosed) advance();
  }

  function drop(place: Place): void {
    places.splice(places.indexOf(place), 1);
    void place.thread.close();
  }

  function enqueue(
    { version, hashSeed, request }: Pick<Job, 'version' | 'hashSeed' | 'request'>,
    signal: AbortSignal | undefined,
  ): Promise<Trace> {
    if (isClosed) return Promise.reject(closedError());
    if (signal?.aborted) return Promise.reject(signal.reason);
    const unknown = request.misconceptions.find((id) => !misconceptions.has(id));
    if (unknown !== undefined) return Promise.reject(new RangeError(`there is no misconception ${unknown}`));
    const { promise, resolve, reject } = Promise.withResolvers<Trace>();
    const job = { key: `${version} ${hashSeed}`, version, hashSeed, request, signal, resolve, reject };
    function abandon(): void {
      const waiting = queue.indexOf(job);
      if (waiting >= 0) queue.splice(waiting, 1);
      reject(signal?.reason);
    }
    signal?.addEventListener('abort', abandon);
    queue.push(job);
    advance();
    return promise.finally(() => signal?.removeEventListener('abort', abandon));
  }

  return {
    async run(version, hashSeed, request, signal): Promise<RunOutcome> {
      const { outcome } = await enqueue({ version, hashSeed, request: { ...request, steps: 0 } }, signal);
      return outcome;
    },
    trace(version, hashSeed, request, signal) {
      return enqueue({ version, hashSeed, request: { ...request, steps: mostTraceSteps } }, signal);
    },
    async close() {
      isClosed = true;
      for (const job of [...queue.splice(0), ...running]) job.reject(closedError());
      await Promise.all(places.map(({ thread }) => thread.close()));
    },
  };
}

function closedError(): Error {
  return new Error('the Python pool is closed');
}
