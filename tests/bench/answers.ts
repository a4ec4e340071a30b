import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GetSitting, Reply } from '@pyladder/contract';
import pg from 'pg';
import { signUp } from '../running/candidate.ts';
import { type RunningServer, startServer } from '../running/server.ts';
import { someResponse } from '../running/some-response.ts';
import type { BaselineOrder, BaselineReport } from './answers-baseline.ts';
import type { LoadCandidate, LoadOrder, LoadReport } from './answers-load.ts';

const CANDIDATES = 256;
const WARM_UP_MS = 3_000;
const MEASURE_MS = 10_000;
/** Clock ticks of /proc/PID/stat a second. */
const TICKS = 100;

/**
 * Durable saves a second: the real server on a fresh embedded database, 256 candidates over HTTP, each with one save under
 * way; then, on the same database, 256 connections that insert single rows into the same table. One JSON line.
 *
 * @throws if a save failed, or if a receipt is not in the database afterwards
 */
export default async function benchAnswers(): Promise<void> {
  const server = await startServer();
  try {
    process.stdout.write(`${JSON.stringify(await measureAnswers(server))}\n`);
  } finally {
    await server.dispose();
  }
}

/** The figures of a running server that nobody else uses. */
export async function measureAnswers(
  server: Pick<RunningServer, 'url' | 'pid' | 'dataDir'>,
): Promise<Record<string, number>> {
  const database = await openDatabaseOf(server.dataDir);
  const { client, connection } = database;
  const candidates = await startSittings(server.url);
  const load = await runLoad(server, candidates);
  const missing = await countMissing(client, load.receipts);
  const baseline = await runBaseline(client, connection);
  await client.end();
  if (load.failures.length > 0) throw new Error(`saves failed: ${load.failures.join('; ')}`);
  if (missing > 0) throw new Error(`${missing} receipts are not in the database`);
  const sorted = load.latenciesMs.toSorted((a, b) => a - b);
  const savesPerSecond = load.saves / load.seconds;
  const baselinePerSecond = baseline.inserts / baseline.seconds;
  return {
    saves_per_s: Math.round(savesPerSecond),
    p50_ms: round(sorted[Math.floor(sorted.length * 0.5)]),
    p99_ms: round(sorted[Math.floor(sorted.length * 0.99)]),
    cpu_ms_per_save: round(load.serverCpuMs / load.saves, 4),
    ratio: round(savesPerSecond / baselinePerSecond),
    baseline_per_s: Math.round(baselinePerSecond),
    failures: load.failures.length,
    receipts_checked: load.receipts.reduce((sum, { chains }) => sum + chains.length, 0),
    client_cpu_ms_per_save: round(load.cpuMs / load.saves, 4),
  };
}

async function startSittings(url: string): Promise<LoadCandidate[]> {
  const candidates: LoadCandidate[] = [];
  const queue = Array.from({ length: CANDIDATES }).values();
  const work = async () => {
    for (const _ of queue) {
      const { view } = await (await signUp(url)).startSitting('pcep', 'mock');
      candidates.push(loadCandidateOf(view));
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return candidates;
}

function loadCandidateOf({ id, token, items }: Reply<typeof GetSitting>): LoadCandidate {
  return { sittingId: id, token, responses: items.map((item) => [0, 1, 2, 3].map((pick) => someResponse(item, pick))) };
}

type LoadFigures = Omit<Extract<LoadReport, { type: 'measured' }>, 'type'> & {
  serverCpuMs: number;
  receipts: { sittingId: string; chains: string[] }[];
};

async function runLoad(server: Pick<RunningServer, 'url' | 'pid'>, candidates: LoadCandidate[]): Promise<LoadFigures> {
  const { hostname, port } = new URL(server.url);
  const child = forkBeside('answers-load.ts');
  const order: LoadOrder = {
    host: hostname,
    port: Number(port),
    candidates,
    warmUpMs: WARM_UP_MS,
    measureMs: MEASURE_MS,
  };
  child.send(order);
  return new Promise((settle, fail) => {
    let cpuBefore = Promise.resolve(0);
    let serverCpuMs = Promise.resolve(0);
    let measured: Omit<Extract<LoadReport, { type: 'measured' }>, 'type'> | null = null;
    child.on('message', (report: LoadReport) => {
      if (report.type === 'measuring') {
        cpuBefore = cpuMsOf(server.pid());
        setTimeout(() => {
          serverCpuMs = Promise.all([cpuMsOf(server.pid()), cpuBefore]).then(([after, before]) => after - before);
        }, MEASURE_MS);
      } else if (report.type === 'measured') measured = report;
      else {
        const { receipts } = report;
        void serverCpuMs.then((cpu) =>
          measured === null ? fail(new Error('no figures')) : settle({ ...measured, serverCpuMs: cpu, receipts }),
        );
      }
    });
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? undefined : fail(new Error(`the load ended with ${code}`))));
  });
}

/** Inserts go into sittings made for this: copies of the measured ones, so that every foreign key and index is at work. */
async function runBaseline(client: pg.Client, connection: pg.ClientConfig): Promise<BaselineReport> {
  const { rows: sittings } = await client.query<{ candidateId: string; sittingId: string }>(`
    WITH candidate AS (INSERT INTO candidates SELECT FROM generate_series(1, ${CANDIDATES}) RETURNING id),
    registration AS (
      INSERT INTO registrations (candidate_id, issuer_id, credential, purpose, basis, fee_cents, currency, state)
      SELECT candidate.id, (SELECT id FROM issuers LIMIT 1), 'pcep', 'mock', 'granted', 0, 'USD', 'used' FROM candidate
      RETURNING candidate_id, id, issuer_id
    )
    INSERT INTO sittings (candidate_id, issuer_id, registration_id, credential, purpose, state, form_size, started_at,
      limit_seconds, allowance_seconds, chain)
    SELECT candidate_id, issuer_id, id, 'pcep', 'mock', 'running', 30, clock_timestamp(), 2400, 0, sha256('')
    FROM registration RETURNING candidate_id AS "candidateId", id AS "sittingId"`);
  const child = forkBeside('answers-baseline.ts');
  const order: BaselineOrder = { connection, sittings, warmUpMs: WARM_UP_MS, measureMs: MEASURE_MS };
  child.send(order);
  return new Promise((settle, fail) => {
    child.on('message', (report: BaselineReport) => settle(report));
    child.on('error', fail);
    child.on('exit', (code) => fail(new Error(`the baseline ended with ${code}`)));
  });
}

/** Receipts whose hash is in no row of their sitting. */
async function countMissing(client: pg.Client, receipts: LoadFigures['receipts']): Promise<number> {
  let missing = 0;
  for (const { sittingId, chains } of receipts) {
    const { rows } = await client.query<{ chain: string }>(
      "SELECT encode(chain, 'hex') AS chain FROM answers WHERE sitting_id = $1 AND candidate_id = (SELECT candidate_id FROM sittings WHERE id = $1)",
      [sittingId],
    );
    const stored = new Set(rows.map(({ chain }) => chain));
    missing += chains.filter((chain) => !stored.has(chain)).length;
  }
  return missing;
}

/** The embedded database says itself where it listens. */
async function openDatabaseOf(dataDir: string): Promise<{ client: pg.Client; connection: pg.ClientConfig }> {
  const lines = (await readFile(join(dataDir, 'postgresql', 'data', 'postmaster.pid'), 'utf8')).split('\n');
  const connection = { host: lines[4] ?? '', port: Number(lines[3]), user: 'pyladder', database: 'pyladder' };
  const client = new pg.Client(connection);
  await client.connect();
  return { client, connection };
}

/** User and system time of a process so far. @see proc_pid_stat(5), fields 14 and 15 */
async function cpuMsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000;
}

function forkBeside(file: string): ChildProcess {
  return fork(join(import.meta.dirname, file), { execArgv: [], serialization: 'advanced' });
}

function round(value: number | undefined, digits = 2): number {
  return Number((value ?? Number.NaN).toFixed(digits));
}
