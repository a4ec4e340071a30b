import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';

/** A postmaster that lost its parent is closing its database, which ends with writing everything to disk. */
const CLOSING_LIMIT_MS = 30_000;
const POLL_MS = 20;

/**
 * Ends what a killed owner of this cluster left behind, and removes the two lock files that would stop the next start.
 * The caller owns the folder's lock, so whoever still works in the data folder has no living owner.
 *
 * A postmaster is interrupted and waited for. Without one, backends are killed: PostgreSQL recovers from its log.
 * Zombies, which stay where process 1 does not reap, have no working folder any more and are rightly overlooked.
 */
export async function clearLeftovers(
  { data, sockets }: Pick<Cluster, 'data' | 'sockets'>,
  closingLimitMs = CLOSING_LIMIT_MS,
): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  const postmaster = readPostmaster(pidFile);
  let left = findProcesses(data);
  if (postmaster !== null && left.includes(postmaster)) {
    signal(postmaster, 'SIGINT');
    left = await waitForEnd(data, closingLimitMs);
  }
  while (left.length > 0) {
    for (const pid of left) signal(pid, 'SIGKILL');
    left = await waitForEnd(data, 1000);
  }
  for (const file of [pidFile, join(sockets, '.s.PGSQL.5432'), join(sockets, '.s.PGSQL.5432.lock')])
    rmSync(file, { force: true });
}

/** The processes of the cluster in `data` (an absolute path without links): PostgreSQL works inside its data folder. */
export function findProcesses(data: string): number[] {
  if (process.platform !== 'linux') return findByCommand(data);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && readWorkingFolder(name) === data)
    .map(Number);
}

function readWorkingFolder(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Ended meanwhile, a zombie, or another account's: none of them is a process of ours.
    return null;
  }
}

/** Where there is no /proc, the postmaster is known by its arguments; its backends notice its end by themselves. */
function findByCommand(data: string): number[] {
  return execFileSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`-D ${data} `))
    .map((line) => Number.parseInt(line, 10));
}

function readPostmaster(pidFile: string): number | null {
  if (!existsSync(pidFile)) return null;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : null;
}

async function waitForEnd(data: string, limitMs: number): Promise<number[]> {
  const end = performance.now() + limitMs;
  let left = findProcesses(data);
  while (left.length > 0 && performance.now() < end) {
    await pause(POLL_MS);
    left = findProcesses(data);
  }
  return left;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
