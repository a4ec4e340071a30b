import type { TrustedIssuer } from '@pyladder/credentials';
import type { FromWorker, Job, JobResult, ToWorker, VerifierFaultCode } from './worker/protocol.ts';

/** Longer than any honest badge takes by far. */
const LIMIT_MS = 60_000;

export type Outcome = { kind: 'done'; result: JobResult } | { kind: 'failed'; fault: VerifierFaultCode };

/** One worker and the job it is at. */
export type Lane = {
  isFree(): boolean;
  /** Its code has loaded. */
  isReady(): boolean;
  /** It failed or was closed, and takes nothing any more. */
  isGone(): boolean;
  /** Does one job; never rejects. Only for a free lane. */
  work(job: Job): Promise<Outcome>;
  close(): void;
};

export type LaneSettings = { trusted: readonly TrustedIssuer[]; onFree: () => void };

/** Starts a worker. */
export function createLane({ trusted, onFree }: LaneSettings): Lane {
  const worker = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' });
  let state: 'loading' | 'ready' | 'gone' = 'loading';
  let current: { id: number; timer: ReturnType<typeof setTimeout>; settle: (outcome: Outcome) => void } | null = null;
  let lastId = 0;

  function send(message: ToWorker): void {
    worker.postMessage(message);
  }
  function finish(outcome: Outcome): void {
    const finished = current;
    current = null;
    clearTimeout(finished?.timer);
    finished?.settle(outcome);
  }
  function end(fault: VerifierFaultCode): void {
    state = 'gone';
    worker.terminate();
    finish({ kind: 'failed', fault });
    onFree();
  }

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'ready') state = 'ready';
    else if (data.id === current?.id) finish(data);
  });
  // Its code did not load, or failed outside of any job.
  worker.addEventListener('error', () => end(state === 'loading' ? 'not_loaded' : 'fault'));
  send({ kind: 'trust', issuers: trusted });

  return {
    isFree: () => state !== 'gone' && current === null,
    isReady: () => state === 'ready',
    isGone: () => state === 'gone',
    work(job) {
      lastId += 1;
      const id = lastId;
      return new Promise((settle) => {
        current = { id, settle, timer: setTimeout(() => end('too_slow'), LIMIT_MS) };
        send({ kind: 'job', id, job });
      });
    },
    close() {
      if (state === 'gone') return;
      state = 'gone';
      worker.terminate();
      finish({ kind: 'failed', fault: 'closed' });
    },
  };
}
