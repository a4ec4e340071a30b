import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { StartFault } from '../process/faults.ts';
import type { Settings } from '../process/settings.ts';
import { startEmbedded } from './embedded/embedded.ts';
import { createPool } from './pool.ts';
import { requireUsableDatabase } from './requirements.ts';
import type { Database } from './schema.ts';

export type OpenDatabase = {
  db: Kysely<Database>;
  /** The connections under `db`, for what needs one of its own (LISTEN, migrations). */
  pool: pg.Pool;
  /** Whether it is Pyladder's own PostgreSQL, which nobody else can reach. */
  embedded: boolean;
  /** Settles only when the embedded PostgreSQL is gone for good. */
  lost: Promise<StartFault>;
  /** Waits for queries under way, closes the connections, stops the embedded PostgreSQL. Safe to call twice. */
  close: () => Promise<void>;
};

export type DatabaseLog = {
  info: (line: string) => void;
  /** Hears of idle connections that broke. */
  broken: (error: Error) => void;
};

/**
 * Opens the database that the settings name: a PostgreSQL server, or the embedded one. Nothing is migrated yet.
 *
 * @throws StartFault
 */
export async function openDatabase(
  { databaseUrl, dataFolder }: Pick<Settings, 'databaseUrl' | 'dataFolder'>,
  log: DatabaseLog,
): Promise<OpenDatabase> {
  let isClosing = false;
  // The pool's end does not wait for its connections: one of them may still hear that PostgreSQL stops.
  const broken = (error: Error) => {
    if (!isClosing) log.broken(error);
  };
  if (databaseUrl !== null) {
    await requireUsableDatabase(databaseUrl);
    const pool = createPool({ connectionString: databaseUrl }, broken);
    const db = queriesOn(pool);
    return { db, pool, embedded: false, lost: new Promise(() => undefined), close: once(() => pool.end()) };
  }
  const embedded = await startEmbedded({ dataFolder, log: log.info });
  const pool = createPool(embedded.connection, broken);
  const db = queriesOn(pool);
  const close = once(async () => {
    isClosing = true;
    await pool.end();
    await embedded.stop();
  });
  return { db, pool, embedded: true, lost: embedded.lost, close };
}

/** Typed queries over a pool. Whoever made the pool ends it: Kysely would not, if no query ever went through it. */
export function queriesOn(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | null = null;
  return () => (closing ??= close());
}
