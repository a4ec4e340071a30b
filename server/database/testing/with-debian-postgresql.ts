import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Programs } from '../embedded/programs.ts';
import { startTestServer } from './test-server.ts';

const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** The oldest PostgreSQL that Debian's packages installed here, or null. */
export function findDebianPrograms(): Programs | null {
  if (!existsSync(DEBIAN_FOLDER)) return null;
  const majors = readdirSync(DEBIAN_FOLDER)
    .map(Number)
    .sort((a, b) => a - b);
  const major = majors.find((version) => existsSync(join(DEBIAN_FOLDER, String(version), 'bin', 'initdb')));
  return major === undefined ? null : { folder: join(DEBIAN_FOLDER, String(major), 'bin'), major };
}

/** Runs a command with TEST_DATABASE_URL naming a fresh server of Debian's PostgreSQL; resolves with its exit code. */
export async function runWithDebianPostgresql(command: string, args: string[]): Promise<number> {
  const programs = findDebianPrograms();
  if (programs === null)
    throw new Error('There is no PostgreSQL from Debian here: run "apt-get install postgresql-15".');
  const server = await startTestServer(programs);
  try {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: server.url } });
    return await new Promise((settle, fail) => {
      child.once('error', fail);
      child.once('exit', (code) => settle(code ?? 1));
    });
  } finally {
    await server.stop();
  }
}

if (import.meta.main) {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined)
    throw new Error('Usage: node server/database/testing/with-debian-postgresql.ts COMMAND [ARGUMENT…]');
  process.exitCode = await runWithDebianPostgresql(command, args);
}
