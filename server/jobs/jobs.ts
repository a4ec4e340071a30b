import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import { type DatabaseOptions, fromKysely, type Job, type JobResult, PgBoss } from 'pg-boss';
import type { Db } from '../deps.ts';

/** Every kind of job, with what it is told. */
export type JobPayloads = {
  score_sitting: { candidateId: string; sittingId: string };
  issue_credentials: { candidateId: string };
};
export type JobName = keyof JobPayloads;

/** Work that is done after a transaction, exactly when that commits, by any node, again if it fails. */
export type Jobs = {
  /** In the caller's transaction: no commit, no job. */
  enqueue<Name extends JobName>(tx: Db, name: Name, payload: JobPayloads[Name]): Promise<void>;
  /** Does this kind of job on this node from now on. A job may come twice, so `handle` must bear that. */
  work<Name extends JobName>(name: Name, handle: (payload: JobPayloads[Name]) => Promise<void>): Promise<void>;
  /** Lets the jobs under way finish, at most `milliseconds`. */
  stop(milliseconds?: number): Promise<void>;
};

/** Schema that its own migration made (`0007_jobs.sql`). */
export const JOBS_SCHEMA = 'jobs';
const NAMES: readonly JobName[] = ['score_sitting', 'issue_credentials'];

/** With back-off, the last try comes about a day after the first. */
const QUEUE = { notify: true, retryLimit: 20, retryDelay: 1, retryBackoff: true, retryDelayMax: 2 * 60 * 60 };

/** A few at a time, so that connections are left for candidates; a full batch is followed by the next at once. */
const WORK = {
  batchSize: 5,
  burstWhenBatchFull: true,
  perJobResults: true,
  notifyPollingIntervalSeconds: 5,
  pollingIntervalSeconds: 1,
} as const;

/**
 * Opens the queues on connections of their own, which have the same options as the node's pool.
 *
 * @throws if the jobs' schema is not the one that this version of pg-boss wants
 */
export async function openJobs(pool: pg.Pool, log: FastifyBaseLogger): Promise<Jobs> {
  const boss = new PgBoss({
    ...connectionOf(pool),
    max: 4,
    schema: JOBS_SCHEMA,
    migrate: false,
    createSchema: false,
    schedule: false,
    useListenNotify: true,
  });
  boss.on('error', (error) => log.error({ err: error }, 'a job or its queue failed'));
  boss.on('warning', ({ message }) => log.warn(message));
  await boss.start();
  for (const name of NAMES) await boss.createQueue(name, QUEUE);
  return {
    async enqueue(tx, name, payload) {
      const id = await boss.send(name, payload, { db: fromKysely(tx) });
      if (id === null) throw new Error(`the job ${name} was not taken`);
    },
    async work(name, handle) {
      await boss.work(name, WORK, (jobs: Job<JobPayloads[typeof name]>[]) =>
        Promise.all(jobs.map((job) => settle(job.id, () => handle(job.data), log))),
      );
    },
    async stop(milliseconds = 5_000) {
      await boss.stop({ graceful: true, timeout: milliseconds });
    },
  };
}

/** Each job of a batch stands for itself: one that fails comes again, its neighbours are done. */
async function settle(id: string, work: () => Promise<void>, log: FastifyBaseLogger): Promise<JobResult> {
  try {
    await work();
    return { id, status: 'completed' };
  } catch (error) {
    log.error({ err: error, jobId: id }, 'a job failed and will be tried again');
    return { id, status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } };
  }
}

/** How the pool reaches the database; `pg` hides the password from enumeration, so each option is named. */
function connectionOf({ options }: pg.Pool): DatabaseOptions {
  const { connectionString, host, port, user, database, password, ssl } = options;
  return {
    ...(connectionString !== undefined && { connectionString }),
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(user !== undefined && { user }),
    ...(database !== undefined && { database }),
    ...(password !== undefined && { password }),
    ...(ssl !== undefined && { ssl }),
  };
}
