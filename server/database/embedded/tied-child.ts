import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import type { Account } from './account.ts';

export type Tie = {
  account: Account | null;
  folder: string;
  /** What the child gets when this process ends without having stopped it. */
  deathSignal: 'SIGINT' | 'SIGTERM';
};

/** How a child learns that its parent is gone: from the kernel (Linux), or from a watcher at the end of a pipe. */
export type TieMethod = 'kernel' | 'watcher';

/**
 * Starts a program that does not outlive this process, however this process ends.
 * It leads a group of its own, so that Ctrl-C in a terminal reaches this process alone, which then stops things in order.
 */
export function spawnTied(
  program: string,
  args: string[],
  tie: Tie,
  method: TieMethod = findTieMethod(),
): ChildProcess {
  const options = {
    cwd: tie.folder,
    detached: true,
    // Nothing of the caller's surroundings (PGDATA, PGPORT, locales) may change what a PostgreSQL program does.
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(tie.account === null ? {} : { uid: tie.account.uid, gid: tie.account.gid }),
  };
  const child =
    method === 'kernel'
      ? spawn('setpriv', ['--pdeathsig', tie.deathSignal.slice(3), program, ...args], {
          ...options,
          stdio: ['ignore', 'pipe', 'pipe'],
        })
      : spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  if (method === 'watcher') watch(child, tie.deathSignal, options);
  return child;
}

/** A shell that waits for the end of its input, which comes when this process ends in any way, and then signals. */
function watch(child: ChildProcess, signal: Tie['deathSignal'], options: { uid?: number; gid?: number }): void {
  if (child.pid === undefined) return;
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -s "$0" "$1"', signal.slice(3), String(child.pid)], {
    ...options,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Killed first: letting it read the end of its input would signal whoever has that process id by then.
  child.once('exit', () => watcher.kill('SIGKILL'));
}

let found: TieMethod | null = null;

function findTieMethod(): TieMethod {
  found ??= hasKernelTie() ? 'kernel' : 'watcher';
  return found;
}

function hasKernelTie(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    execFileSync('setpriv', ['--pdeathsig', 'INT', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    // Absent, or a small one (busybox) that lacks the option: the watcher does the same.
    return false;
  }
}
