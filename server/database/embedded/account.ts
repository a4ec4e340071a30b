import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartFault } from '../../process/faults.ts';

/** Whom PostgreSQL runs as. */
export type Account = { name: string; uid: number; gid: number };

const ACCOUNT_NAME = 'pyladder';
const ALREADY_EXISTS = 9;

const run = promisify(execFile);

/**
 * The account that PostgreSQL is to run as: null for the account of this process, otherwise (as root) one without
 * privileges, which is created when it is missing. PostgreSQL itself refuses to run as root.
 *
 * @throws StartFault account_missing
 */
export async function findAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const existing = readAccount(ACCOUNT_NAME);
  if (existing !== null) return existing;
  const reason = await createAccount(ACCOUNT_NAME);
  const created = readAccount(ACCOUNT_NAME);
  if (created === null) throw new StartFault({ kind: 'account_missing', account: ACCOUNT_NAME, reason });
  return created;
}

/** An account of this machine by name, or null. */
export function readAccount(name: string): Account | null {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [found, , uid, gid] = line.split(':');
    if (found === name) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

/** Tries for two seconds: another program may hold the lock on the accounts for a moment. Returns why it did not work. */
async function createAccount(name: string): Promise<string> {
  let reason = '';
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      await run('useradd', [
        '--system',
        '--user-group',
        '--no-create-home',
        '--home-dir',
        '/nonexistent',
        '--shell',
        '/usr/sbin/nologin',
        name,
      ]);
      return '';
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if ('code' in error && error.code === ALREADY_EXISTS) return '';
      if ('code' in error && error.code === 'ENOENT') return 'there is no useradd here';
      reason = error.message.split('\n').at(-2) ?? error.message;
      await pause(200);
    }
  }
  return reason;
}
