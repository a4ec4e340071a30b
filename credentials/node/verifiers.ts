import { availableParallelism } from 'node:os';
import type { Report } from '../report.ts';
import {
  type Job,
  startThread,
  type Terms,
  type ThreadOptions,
  type VerificationThread,
  verificationProgram,
} from './verification-thread.ts';

/** Threads that verify, so that whoever asks stays free for something else. */
export type Verifiers = {
  /**
   * Verifies one credential: its text, or the bytes of any file that may hold it.
   *
   * @throws VerifiersBusy if too many wait already, Error if they were closed
   */
  verify(input: Uint8Array | string, terms: Terms): Promise<Report>;
  /** Ends the threads; what was not done is rejected. */
  close(): Promise<void>;
};

export type VerifiersOptions = Partial<ThreadOptions> & {
  /** As many as there are processors, unless said. */
  threads?: number;
  /** How many may wait for a thread; without end unless said. */
  mostWaiting?: number;
};

/** Too many verifications wait already; one more would only wait longer. */
export class VerifiersBusy extends Error {
  constructor() {
    super('too many verifications are waiting');
    this.name = 'VerifiersBusy';
  }
}

const LIMIT_MS = 5000;
const HEAP_MEGABYTES = 512;
/** One is being verified while the next lies ready. */
const JOBS_A_THREAD = 2;

/** Threads start when they are first needed. */
export function openVerifiers(options: VerifiersOptions = {}): Verifiers {
  const { threads: most = availableParallelism(), mostWaiting = Number.POSITIVE_INFINITY } = options;
  const { isBackground = false, limitMs = LIMIT_MS, heapMegabytes = HEAP_MEGABYTES } = options;
  const { program = verificationProgram } = options;
  const threads = new Set<VerificationThread>();
  const waiting: Job[] = [];
  let isClosed = false;

  function advance(): void {
    for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
      const thread = findThread();
      if (thread === null) return;
      waiting.shift();
      thread.take(job);
    }
  }

  function findThread(): VerificationThread | null {
    const leisurely = [...threads].toSorted((one, other) => one.load() - other.load())[0];
    if (leisurely?.load() === 0) return leisurely;
    if (threads.size < most) return addThread();
    return leisurely !== undefined && leisurely.load() < JOBS_A_THREAD ? leisurely : null;
  }

  function addThread(): VerificationThread {
    const thread = startThread(
      { isBackground, limitMs, heapMegabytes, program },
      {
        free: advance,
        gone: (unbegun) => {
          threads.delete(thread);
          waiting.unshift(...unbegun);
          if (isClosed) rejectWaiting();
          else advance();
        },
      },
    );
    threads.add(thread);
    return thread;
  }

  function rejectWaiting(): void {
    for (const job of waiting.splice(0)) job.reject(new Error('the verifiers were closed'));
  }

  return {
    async verify(input, terms) {
      if (isClosed) throw new Error('the verifiers were closed');
      if (waiting.length >= mostWaiting) throw new VerifiersBusy();
      const { promise, resolve, reject } = Promise.withResolvers<Report>();
      waiting.push({ input, terms, resolve, reject });
      advance();
      return promise;
    },
    async close() {
      isClosed = true;
      rejectWaiting();
      await Promise.all([...threads].map((thread) => thread.close()));
    },
  };
}
