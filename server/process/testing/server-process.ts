import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

export type Surroundings = { environment: Record<string, string>; account?: Account | null };

const MINIMAL_SERVER = join(import.meta.dirname, 'minimal-server.ts');

/** Starts the minimal server on a port that the system chooses, with these settings and no others. */
export function startServerProcess({ environment, account = null }: Surroundings): ServerProcess {
  const child = spawn(process.execPath, [MINIMAL_SERVER], {
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

/** The process id of the PostgreSQL that keeps its data below a data folder. */
export function readPostmasterId(dataFolder: string): number {
  return Number.parseInt(readFileSync(join(dataFolder, 'postgresql', 'data', 'postmaster.pid'), 'utf8'), 10);
}
