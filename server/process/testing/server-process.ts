import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Account } from '../../database/embedded/account.ts';

/** A server in a process of its own, which a test may kill. */
export type ServerProcess = {
  child: ChildProcess;
  /** Settles with its address when it says that it is ready; null if it ended before. */
  ready: Promise<string | null>;
  /** Settles when it has ended. */
  ended: Promise<{ code: number | null; out: string; err: string }>;
};

/** Runs a clone of the project that only the server sees (root only): where it lies, and whom the server runs as. */
export type Clone = { folder: string; account: Account | null };

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const MINIMAL_SERVER = 'server/process/testing/minimal-server.ts';

/** Mounts the project in a folder, seen by this process and its children only, and runs a command. */
const IN_CLONE = 'mount --bind "$0" "$1" && shift && exec "$@"';

/** Starts the minimal server on a port that the system chooses, with these settings and no others. */
export function startServerProcess(environment: Record<string, string>, clone: Clone | null = null): ServerProcess {
  const [program = '', ...args] = clone === null ? commandIn(PROJECT) : commandInClone(clone);
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ready = new Promise<string | null>((settle) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const url = /^Pyladder is ready: (\S+)$/m.exec(out)?.[1];
      if (url !== undefined) settle(url);
    });
    child.once('exit', () => settle(null));
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((settle) => {
    child.once('exit', (code) => setImmediate(() => settle({ code, out, err })));
  });
  return { child, ready, ended };
}

function commandIn(project: string): string[] {
  const node = relative(PROJECT, process.execPath);
  return [node.startsWith('..') ? process.execPath : join(project, node), join(project, MINIMAL_SERVER)];
}

function commandInClone({ folder, account }: Clone): string[] {
  const become =
    account === null ? [] : ['setpriv', `--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  return ['unshare', '-m', 'sh', '-c', IN_CLONE, PROJECT, folder, ...become, ...commandIn(folder)];
}

/** The process id of the PostgreSQL that keeps its data below a data folder; null while there is none. */
export function readPostmasterId(dataFolder: string): number | null {
  const file = join(dataFolder, 'postgresql', 'data', 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null;
}
