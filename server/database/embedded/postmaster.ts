import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFault } from '../../process/faults.ts';
import { lastComplaint, readFolderWords } from '../../process/folder-faults.ts';
import { CLUSTER_NAME, type Cluster } from './cluster.ts';
import { spawnTied, type TieMethod } from './tied-child.ts';

export type Postmaster = {
  pid: number;
  /** Settles when PostgreSQL has ended, with the fault that its last words tell of. */
  ended: Promise<StartFault>;
  /** Ends every connection, writes everything to disk, ends. */
  stop: () => Promise<void>;
};

/** Tells the operator what PostgreSQL says. */
export type PostgresqlLog = (line: string) => void;

const LAST_WORDS = 40;
/** Recovery after a crash reads the log since the last checkpoint: seconds, on a slow disk minutes. */
const START_LIMIT_MS = 300_000;
const POLL_MS = 15;
/** Where postmaster.pid says what; see `src/include/utils/pidfile.h` of PostgreSQL. */
const PID_LINE = 0;
const STATUS_LINE = 7;
const STOP_STEPS = [
  { signal: 'SIGINT', patienceMs: 20_000 },
  { signal: 'SIGQUIT', patienceMs: 5_000 },
  { signal: 'SIGKILL', patienceMs: 60_000 },
] as const;

/**
 * Starts PostgreSQL on an initialised cluster and waits until it is ready for connections.
 *
 * @throws StartFault folder_full | folder_not_writable | postgresql_failed
 */
export async function startPostmaster(cluster: Cluster, log: PostgresqlLog, tie?: TieMethod): Promise<Postmaster> {
  const { account, data, folder, programs } = cluster;
  const child = spawnTied(
    join(programs.folder, 'postgres'),
    serverArguments(cluster),
    { account, folder, deathSignal: 'SIGINT' },
    tie,
  );
  const words: string[] = [];
  const hear = (text: string) => {
    for (const line of text.split('\n').filter((part) => part !== '')) {
      words.push(line);
      if (words.length > LAST_WORDS) words.shift();
      log(line);
    }
  };
  child.stdout?.setEncoding('utf8').on('data', hear);
  child.stderr?.setEncoding('utf8').on('data', hear);

  let isEnded = false;
  const ended = new Promise<StartFault>((settle) => {
    const end = (how: string) => {
      isEnded = true;
      const said = words.length > 0 ? words.join('\n') : how;
      settle(
        readFolderWords(data, said) ??
          new StartFault({ kind: 'postgresql_failed', folder: data, reason: lastComplaint(said) }),
      );
    };
    child.once('error', (error) => end(error.message));
    // Not 'close': a surviving backend may hold the pipe open long after the postmaster was killed.
    child.once('exit', (code, signal) => setImmediate(end, `it ended with ${signal ?? `code ${code}`}`));
  });
  const stop = async () => {
    for (const { signal, patienceMs } of STOP_STEPS) {
      if (isEnded) return;
      child.kill(signal);
      await Promise.race([ended, pause(patienceMs, undefined, { ref: false })]);
    }
  };

  const outcome = await Promise.race([waitUntilReady(data, child.pid, () => isEnded), ended]);
  if (outcome instanceof StartFault) throw outcome;
  if (child.pid === undefined || outcome === 'never') {
    await stop();
    throw new StartFault({
      kind: 'postgresql_failed',
      folder: data,
      reason: 'it did not become ready within five minutes',
    });
  }
  return { pid: child.pid, ended, stop };
}

/** How to reach a database of the cluster. Every field is given, or `pg` would take it from the environment. */
export function connectionTo(cluster: Pick<Cluster, 'sockets'>, database: string) {
  return { host: cluster.sockets, port: 5432, user: CLUSTER_NAME, password: '', database, ssl: false } as const;
}

function serverArguments({ data, durability, sockets }: Cluster): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    max_connections: '300',
    shared_buffers: '128MB',
    fsync: durability === 'full' ? 'on' : 'off',
    synchronous_commit: durability === 'full' ? 'on' : 'off',
    full_page_writes: durability === 'full' ? 'on' : 'off',
    // A backend whose client was killed in the middle of a long query would hold its locks until the end of it.
    client_connection_check_interval: '2s',
    // Queries here are short; parallel ones would need shared memory that small containers do not grant.
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_line_prefix: '',
    logging_collector: 'off',
  };
  // -D first: findProcesses looks for it where there is no /proc.
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Reads what PostgreSQL notes of itself, as pg_ctl does: connecting to ask would fill its log with refusals. */
async function waitUntilReady(
  data: string,
  pid: number | undefined,
  isEnded: () => boolean,
): Promise<'ready' | 'never'> {
  const end = performance.now() + START_LIMIT_MS;
  while (!isEnded() && performance.now() < end) {
    if (isReady(join(data, 'postmaster.pid'), pid)) return 'ready';
    await pause(POLL_MS);
  }
  return 'never';
}

function isReady(pidFile: string, pid: number | undefined): boolean {
  if (!existsSync(pidFile)) return false;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  return Number(lines[PID_LINE]) === pid && lines[STATUS_LINE]?.trim() === 'ready';
}
