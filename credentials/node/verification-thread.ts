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
  /** Of processor time for one credential, as far as it can be told from outside: twice this, at most. */
  limitMs: number;
  heapMegabytes: number;
  /** What the thread runs. */
  program: URL;
};

// As source it ends in .ts like this file, in the published package in .js.
const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
export const verificationProgram = new URL(`./verification-worker${ending}`, import.meta.url);

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
  const { isBackground, limitMs, heapMegabytes, program } = options;
  const worker = new Worker(program, {
    workerData: { isBackground } satisfies ThreadData,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    env: {},
    execArgv: [],
  });
  worker.unref();
  /** The first of them is being verified. */
  const jobs: Job[] = [];
  let sent: readonly TrustedIssuer[] | null = null;
  let clock: NodeJS.Timeout | undefined;
  let death: unknown = new Error('the verifiers were closed');
  let isTooMuch = false;
  /** Starting takes longer than verifying, and is no credential's fault. */
  let isReady = false;
  /** Moves with every job that begins or ends. */
  let turn = 0;

  worker.on('error', (error) => {
    death = error;
    isTooMuch = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  });
  worker.on('exit', () => {
    clearTimeout(clock);
    turn += 1;
    const [first, ...unbegun] = jobs.splice(0);
    if (isTooMuch) first?.resolve(tooDemanding);
    else first?.reject(death);
    events.gone(unbegun);
  });
  worker.on('message', (note: Note) => {
    if (note.type === 'ready') {
      isReady = true;
      return wind();
    }
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
    turn += 1;
    if (jobs.length === 0) return void worker.unref();
    worker.ref();
    if (isReady) watch(turn, { round: 1, before: null });
  }

  /** A busy machine is no fault of a credential's, so what counts is the time that the thread had. */
  function watch(watched: number, { round, before }: { round: number; before: number | null }): void {
    clock = setTimeout(async () => {
      const used = await readProcessorMs(worker);
      if (watched !== turn) return;
      const had = before === null || used === null ? 0 : used - before;
      if (round < MOST_ROUNDS && had < limitMs) return watch(watched, { round: round + 1, before: before ?? used });
      isTooMuch = true;
      await worker.terminate();
    }, limitMs);
  }

  function answer(question: number, address: string): void {
    const source = jobs[0]?.terms.status ?? null;
    const reply = (text: string | null) => worker.postMessage({ type: 'status', question, text } satisfies Order);
    (source === null ? Promise.resolve(null) : source(address)).then(reply, (error: unknown) => {
      death = error;
      void worker.terminate();
    });
  }

  return { load: () => jobs.length, take, close: async () => void (await worker.terminate()) };
}

/** After this many limits even a thread that gets no time at all is given up. */
const MOST_ROUNDS = 20;

/** Processor time that a thread has had; null if it does not run yet, or no more. */
async function readProcessorMs(worker: Worker): Promise<number | null> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1000;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_NOT_RUNNING') return null;
    throw error;
  }
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
