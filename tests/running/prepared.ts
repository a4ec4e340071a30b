import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  if (!existsSync(prepared)) await prepare(prepared, ladder);
  const dataDir = await makeDataFolder();
  // Owners are kept: as root, PostgreSQL's files belong to another account.
  await run('cp', ['-a', `${prepared}/.`, dataDir]);
  return startServerOn(dataDir, { LADDER_DIR: ladder, ...env });
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
