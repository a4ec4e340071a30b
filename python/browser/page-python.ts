import { defaultRunLimits, type StopReason, type Trace } from '../protocol.ts';
import type { FromWorker, HandedOver, PageRequest, ToWorker } from './messages.ts';

/** What of a browser's Worker is needed. */
export type PageWorker = {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onMessage(listen: (message: FromWorker) => void): void;
  /** Its script did not load, or it died. */
  onError(listen: (why: string) => void): void;
};

export type PagePythonParts = {
  /** Absolute address of the files, with a slash at its end. */
  base: string;
  /** Called once; what it gives is kept, so that a restart needs no network. */
  fetchFiles: () => Promise<HandedOver>;
  makeWorker: () => PageWorker;
};

/** CPython for a page: one program at a time, in a worker that can be ended. */
export type PagePython = {
  /** Fetches and starts what is not there yet. @throws Error if that fails; the next call tries again */
  start(): Promise<void>;
  /** Runs one program to its end, whatever the end is; others wait for their turn. @throws as `start` */
  run(request: PageRequest): Promise<Trace>;
  /** Ends the program that is running, and those that wait: each counts as stopped. A new worker starts at once. */
  stop(): void;
  /** For good: nothing is fetched or started from then on, and what is still asked for counts as stopped. */
  close(): void;
};

/** Longer than the slowest telephone needs once everything is there. */
const startLimitMilliseconds = 60_000;
/** A program that does not listen to the alarm (a long operation in C) loses its worker after this long. */
const patienceMilliseconds = 1000;

type Running = { id: number; end: (trace: Trace) => void };

/** Opens Python for a page; nothing is fetched or started before the first call. */
export function openPagePython({ base, fetchFiles, makeWorker }: PagePythonParts): PagePython {
  let files: Promise<HandedOver> | null = null;
  /** The worker, once it has started. */
  let seat: Promise<PageWorker> | null = null;
  let running: Running | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let lastId = 0;
  /** Programs that were asked for before the last stop do not run any more. */
  let stops = 0;
  let isClosed = false;

  function fetchOnce(): Promise<HandedOver> {
    files ??= fetchFiles().catch((error: unknown) => {
      files = null;
      throw error;
    });
    return files;
  }

  function takeSeat(): Promise<PageWorker> {
    seat ??= fetchOnce()
      .then((given) => makeSeat(given))
      .catch((error: unknown) => {
        seat = null;
        throw error;
      });
    return seat;
  }

  async function makeSeat(given: HandedOver): Promise<PageWorker> {
    if (isClosed) throw new Error('Python was closed');
    const worker = makeWorker();
    const ready = Promise.withResolvers<void>();
    const timer = setTimeout(() => ready.reject(new Error('Python did not start in time')), startLimitMilliseconds);
    worker.onMessage((data) => {
      if (data.kind === 'ready') ready.resolve();
      else if (data.kind === 'failed') ready.reject(new Error(data.why));
      else if (data.id === running?.id) {
        if (!data.reusable) leave(worker);
        running.end(data.trace);
      }
    });
    worker.onError((why) => {
      ready.reject(new Error(why));
      leave(worker);
      running?.end(stoppedFor('crash'));
    });
    worker.postMessage({ kind: 'start', base, files: given });
    try {
      await ready.promise;
    } catch (error) {
      worker.terminate();
      throw error;
    } finally {
      clearTimeout(timer);
    }
    return worker;
  }

  /** The next program gets another worker. */
  function leave(worker: PageWorker): void {
    worker.terminate();
    seat = null;
  }

  async function runNow(request: PageRequest, asked: number): Promise<Trace> {
    if (isClosed || asked !== stops) return stoppedFor('crash');
    const worker = await takeSeat();
    if (asked !== stops) return stoppedFor('crash');
    const { promise, resolve } = Promise.withResolvers<Trace>();
    lastId += 1;
    running = { id: lastId, end: resolve };
    const limit = request.limits?.milliseconds ?? defaultRunLimits.milliseconds;
    const timer = setTimeout(() => {
      leave(worker);
      resolve(stoppedFor('time'));
    }, limit + patienceMilliseconds);
    worker.postMessage({ kind: 'run', id: lastId, request });
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      running = null;
    }
  }

  return {
    async start() {
      if (isClosed) throw new Error('Python was closed');
      await takeSeat();
    },
    run(request) {
      const asked = stops;
      const result = last.then(() => runNow(request, asked));
      last = result.catch(() => undefined);
      return result;
    },
    stop() {
      stops += 1;
      const ended = running;
      if (ended === null) return;
      void seat?.then((worker) => worker.terminate());
      seat = null;
      ended.end(stoppedFor('crash'));
      takeSeat().catch(() => undefined);
    },
    close() {
      isClosed = true;
      stops += 1;
      void seat?.then((worker) => worker.terminate()).catch(() => undefined);
      seat = null;
      running?.end(stoppedFor('crash'));
    },
  };
}

/** What was written before is lost with the worker. */
function stoppedFor(reason: StopReason): Trace {
  return { outcome: { status: 'stopped', reason, stdout: '', milliseconds: 0 }, steps: [], cut: true };
}
