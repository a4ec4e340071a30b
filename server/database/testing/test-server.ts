import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../embedded/embedded.ts';
import type { Programs } from '../embedded/programs.ts';

/** A PostgreSQL server that is gone when the tests are: quick to start, and careless about power cuts. */
export async function startTestServer(programs?: Programs): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataFolder = makeTestFolder();
  const server = await startEmbedded({
    dataFolder,
    log: () => undefined,
    durability: 'none',
    ...(programs === undefined ? {} : { programs }),
  });
  const { host, user } = server.connection;
  const stop = async () => {
    await server.stop();
    rmSync(dataFolder, { recursive: true });
  };
  return { url: `postgres://${user}@localhost/postgres?host=${encodeURIComponent(host)}`, stop };
}

/** A new folder that PostgreSQL's own account can reach too. */
export function makeTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pyladder-test-'));
  chmodSync(folder, 0o711);
  return folder;
}
