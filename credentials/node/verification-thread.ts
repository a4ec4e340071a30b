import { Worker } from 'node:worker_threads';
import { judge } from '../judge.ts';
import type { Report } from '../report.ts';
import type { StatusSource, TrustedIssuer } from '../trust.ts';
import type { Note, Order, ThreadData } from './verification-messages.ts';

/** Whom the verifier trusts, where status lists come from (null: from nowhere), and the instant of which is asked. */
export type Terms = { trusted: readonly TrustedIssuer[]; status: StatusSource | null; now: Date };

export type Job = {
  input: Uint8Array | string;
  terms: Terms;
  resolve(report: Report): void;
  reject(reason: unknown): void;
};

export type ThreadOptions = ThreadData & {
  /** For one credential, without the time that its status lists take to come. */
  limitMs: number;
  heapMegabytes: number;
};

export type ThreadEvents = {
  /** A job has ended. */
  free(): void;
  /** The thread is no more; these jobs were not begun. */
  gone(unbegun: Job[]): void;
};

export type VerificationThread = {
  /** Jobs that it has and that are not done. */
  load(): number;
  take(job: Job): void;
  close(): Promise<void>;
};

/** Starts a thread that verifies. A credential that takes all its time or memory costs the thread, and no one else's. */
export function startThread(options: ThreadOptions, events: ThreadEvents): VerificationThread {
  const { isBackground, limitMs, heapMegabytes } = options;
  const worker = new Worker(new URL('./verification-worker.ts', import.meta.url), {
    workerData: { isBackground } satisfies ThreadData,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    env: {},
    execArgv: [],
  });
  worker.unref();
  /** The first of them is being verified. */
  const jobs: Job[] = [];
  let sent: readonly TrustedIssuer[] | null = null;
  let questions = 0;
  let clock: NodeJS.Timeout | undefined;
  let death: unknown = new Error('the verifiers were closed');
  let isTooMuch = false;

  worker.on('error', (error) => {
    death = error;
    isTooMuch = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  });
  worker.on('exit', () => {
    clearTimeout(clock);
    const [first, ...unbegun] = jobs.splice(0);
    if (isTooMuch) first?.resolve(tooDemanding);
    else first?.reject(death);
    events.gone(unbegun);
  });
  worker.on('message', (note: Note) => {
    if (note.type === 'status') return answer(note.question, note.address);
    const job = jobs.shift();
    if (note.type === 'report') job?.resolve(note.report);
    else job?.reject(new Error(`a verification failed: ${note.reason}`));
    wind();
    events.free();
  });

  function take(job: Job): void {
    const { trusted, status, now } = job.terms;
    const order: Order = { type: 'verify', input: job.input, hasStatus: status !== null, now };
    worker.postMessage(trusted === sent ? order : { ...order, trusted });
    sent = trusted;
    if (jobs.push(job) === 1) wind();
  }

  /** Begins the time of the first job anew, or none: then nothing keeps the process running. */
  function wind(): void {
    clearTimeout(clock);
    if (jobs.length === 0) return void worker.unref();
    worker.ref();
    if (questions > 0) return;
    clock = setTimeout(() => {
      isTooMuch = true;
      void worker.terminate();
    }, limitMs);
  }

  function answer(question: number, address: string): void {
    questions += 1;
    wind();
    const source = jobs[0]?.terms.status ?? null;
    const reply = (text: string | null) => {
      questions -= 1;
      wind();
      worker.postMessage({ type: 'status', question, text } satisfies Order);
    };
    (source === null ? Promise.resolve(null) : source(address)).then(reply, (error: unknown) => {
      death = error;
      void worker.terminate();
    });
  }

  return { load: () => jobs.length, take, close: async () => void (await worker.terminate()) };
}

/** Said of a credential that nobody could finish reading. */
const tooDemanding = judge(
  {
    format: { result: 'failed', code: 'too_demanding', detail: {} },
    signature: null,
    issuer: null,
    status: null,
    dates: null,
  },
  null,
);
