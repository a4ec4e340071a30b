import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { writeSmallLadder } from './exam-packs.ts';
import { makeDataFolder, type RunningServer, startServer, startServerOn } from './server.ts';

const run = promisify(execFile);

declare module 'vitest' {
  interface ProvidedContext {
    /** Kept for one run of the tests, shared by all files. */
    runFolder: string;
  }
}

/** Vitest's global set-up: a folder for the run, removed after it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const runFolder = await mkdtemp(join(tmpdir(), 'pyladder-run-'));
  project.provide('runFolder', runFolder);
  return () => rm(runFolder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Starts the server as after its first start: on a copy of data with both banks loaded. The first caller of a run
 * makes those data by a real first start, with no more exam templates than forms need; everybody has a database of their own.
 * `env` adds to the environment.
 */
export async function startPreparedServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const prepared = join(inject('runFolder'), 'prepared');
  const ladder = join(inject('runFolder'), 'ladder');
  if (!existsSync(prepared)) await prepareOnce(prepared, ladder);
  const dataDir = await makeDataFolder();
  // Owners are kept: as root, PostgreSQL's files belong to another account.
  await run('cp', ['-a', `${prepared}/.`, dataDir]);
  return startServerOn(dataDir, { LADDER_DIR: ladder, ...env });
}

/** Files run side by side: the first to come prepares, the others wait for it. */
async function prepareOnce(prepared: string, ladder: string): Promise<void> {
  const lock = `${prepared}.lock`;
  const isFirst = await mkdir(lock).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  if (isFirst) {
    try {
      // Another file may have been done since the caller looked.
      if (!existsSync(prepared)) await prepare(prepared, ladder);
    } finally {
      await rm(lock, { recursive: true });
    }
    return;
  }
  while (existsSync(lock)) await sleep(200);
  if (!existsSync(prepared))
    throw new Error('the server that all journeys begin from could not be prepared; see the first failure');
}

async function prepare(prepared: string, ladder: string): Promise<void> {
  await writeSmallLadder(ladder);
  const server = await startServer({ LADDER_DIR: ladder });
  const code = await server.stop();
  if (code !== 0) throw new Error(`the server stopped with ${code}:\n${server.output()}`);
  await run('cp', ['-a', server.dataDir, `${prepared}.new`]);
  await rename(`${prepared}.new`, prepared);
  await server.dispose();
}
