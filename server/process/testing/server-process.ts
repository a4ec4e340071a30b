import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../../database/embedded/account.ts';

/** A server in a process of its own, which a test may kill. */
export type ServerProcess = {
  child: ChildProcess;
  /** Settles with its address when it says that it is ready; null if it ended before. */
  ready: Promise<string | null>;
  /** Settles when it has ended. */
  ended: Promise<{ code: number | null; out: string; err: string }>;
};

export type Surroundings = {
  environment: Record<string, string>;
  account?: Account | null;
  /** A private folder to run a clone of the project in (root only); it is seen there by the server alone. */
  cloneFolder?: string;
};

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const MINIMAL_SERVER = 'server/process/testing/minimal-server.ts';

/** Mounts the project in a folder, seen by this process and its children only, and runs a command. */
const IN_CLONE = 'mount --bind "$0" "$1" && shift && exec "$@"';

/** Starts the minimal server on a port that the system chooses, with these settings and no others. */
export function startServerProcess({ environment, account = null, cloneFolder }: Surroundings): ServerProcess {
  const [program, ...args] =
    cloneFolder === undefined
      ? [process.execPath, join(PROJECT, MINIMAL_SERVER)]
      : [
          'unshare',
          '-m',
          'sh',
          '-c',
          IN_CLONE,
          PROJECT,
          cloneFolder,
          process.execPath,
          join(cloneFolder, MINIMAL_SERVER),
        ];
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
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

/** The process id of the PostgreSQL that keeps its data below a data folder; null while there is none. */
export function readPostmasterId(dataFolder: string): number | null {
  const file = join(dataFolder, 'postgresql', 'data', 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null;
}
