import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { StartFault } from '../process/faults.ts';
import type { Settings } from '../process/settings.ts';
import { CLUSTER_NAME, findSocketFolder } from './embedded/cluster.ts';
import { connectionTo } from './embedded/postmaster.ts';
import { openDatabase, queriesOn } from './open.ts';
import { createPool } from './pool.ts';
import { readConnectionFault } from './requirements.ts';
import type { Database } from './schema.ts';

export type InstalledDatabase = { db: Kysely<Database>; close: () => Promise<void> };

/** How long a database may take to answer at all. */
const CONNECT_LIMIT_MS = 10_000;

/**
 * Opens the database of an installation for a command that reads beside its server. The embedded one is started for the
 * time if it does not run, and otherwise reached where the server reaches it. Nothing is made or migrated, and what a
 * server must ask of a database (durability, version) is not asked.
 *
 * @returns null if there is no embedded database in the data folder
 * @throws StartFault
 */
export async function openInstalledDatabase({
  databaseUrl,
  dataFolder,
}: Pick<Settings, 'databaseUrl' | 'dataFolder'>): Promise<InstalledDatabase | null> {
  if (databaseUrl !== null) return connect({ connectionString: databaseUrl });
  if (!existsSync(join(dataFolder, 'postgresql', 'data'))) return null;
  try {
    return await openDatabase({ databaseUrl, dataFolder }, { info: () => undefined, broken: () => undefined });
  } catch (error) {
    if (!(error instanceof StartFault) || error.fault.kind !== 'folder_in_use') throw error;
    return connect(connectionTo({ sockets: findSocketFolder(dataFolder) }, CLUSTER_NAME));
  }
}

/** @throws StartFault database_unreachable | database_refuses_sign_in | database_missing */
async function connect(connection: pg.ClientConfig): Promise<InstalledDatabase> {
  const client = new pg.Client({ connectionTimeoutMillis: CONNECT_LIMIT_MS, ...connection });
  // A connection that breaks later must not end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const address = client.host.startsWith('/') ? client.host : `${client.host}:${client.port}`;
    const target = { address, user: client.user ?? '', database: client.database ?? '' };
    throw new StartFault(readConnectionFault(error, target), { cause: error });
  } finally {
    await client.end();
  }
  const pool = createPool(connection, () => undefined);
  return { db: queriesOn(pool), close: () => pool.end() };
}
