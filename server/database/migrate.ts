import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StartFault } from '../process/faults.ts';

/** One forward-only step of the schema, from `NNNN_name.sql`. */
export type Migration = { number: number; name: string; sql: string; checksum: string };

/** Neither says anything about the migration: whoever knows the disk, or the account, tells what to do. */
const DISK_FULL = '53100';
// Since PostgreSQL 15 only its owner may create tables in a database, unless it is granted.
const FORBIDDEN = '42501';

type Applied = { number: number; name: string; checksum: string };

export const MIGRATIONS_FOLDER = join(import.meta.dirname, 'migrations');

/** Any number will do, so long as nobody else in the database uses it: "pyladder" on a telephone's keys. */
const LOCK = 79_523_337;

/**
 * Brings a database to the newest schema, one transaction a step, and returns the names of what was applied.
 * Many nodes may start at once: each step is taken by one of them while the others wait.
 *
 * @throws StartFault database_newer | database_forbids_tables | migration_changed | migration_out_of_order | migration_failed
 */
export async function migrate(pool: pg.Pool, migrations = readMigrations(MIGRATIONS_FOLDER)): Promise<string[]> {
  const client = await pool.connect();
  const applied: string[] = [];
  try {
    for (;;) {
      const name = await applyNext(client, migrations);
      if (name === null) return applied;
      applied.push(name);
    }
  } finally {
    // Closed rather than given back: a migration may have changed settings of the session.
    client.release(true);
  }
}

/** The migrations of a folder in order. A line's end counts as the same on every system. */
export function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((name) => {
      const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
      if (Number.isNaN(number)) throw new Error(`${name}: a migration is named like 0001_what_it_makes.sql`);
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
  for (const [i, { number, name }] of migrations.entries()) {
    if (migrations[i - 1]?.number === number) throw new Error(`${name}: two migrations have the number ${number}`);
  }
  return migrations;
}

/**
 * The first migration that a database lacks, or null when it has them all.
 *
 * @throws StartFault database_newer | migration_changed | migration_out_of_order
 */
function findNext(migrations: Migration[], applied: Applied[]): Migration | null {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  const newest = applied.at(-1);
  for (const { number, name, checksum } of applied) {
    const migration = known.get(number);
    if (migration === undefined) throw new StartFault({ kind: 'database_newer', migration: name });
    if (migration.checksum !== checksum) throw new StartFault({ kind: 'migration_changed', migration: migration.name });
  }
  const taken = new Set(applied.map(({ number }) => number));
  const next = migrations.find(({ number }) => !taken.has(number));
  if (next === undefined) return null;
  if (newest !== undefined && next.number < newest.number) {
    throw new StartFault({ kind: 'migration_out_of_order', migration: next.name, after: newest.name });
  }
  return next;
}

async function applyNext(client: pg.PoolClient, migrations: Migration[]): Promise<string | null> {
  await client.query('BEGIN');
  try {
    // Before the lock, so that a long migration on another node is waited for.
    await client.query('SET LOCAL statement_timeout = 0');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(`CREATE TABLE IF NOT EXISTS schema_migrations (
      number     int         PRIMARY KEY,
      name       text        NOT NULL,
      checksum   text        NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
    const { rows } = await client.query<Applied>(
      'SELECT number, name, checksum FROM schema_migrations ORDER BY number',
    );
    const next = findNext(migrations, rows);
    if (next !== null) await apply(client, next);
    await client.query('COMMIT');
    return next?.name ?? null;
  } catch (error) {
    // A connection that broke has rolled back by itself.
    await client.query('ROLLBACK').catch(() => undefined);
    if (!(error instanceof pg.DatabaseError) || error.code !== FORBIDDEN) throw error;
    throw new StartFault({ kind: 'database_forbids_tables', reason: error.message }, { cause: error });
  }
}

async function apply(client: pg.PoolClient, { number, name, sql, checksum }: Migration): Promise<void> {
  const before = await transactionId(client);
  try {
    await client.query(sql);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    if (error.code === DISK_FULL || error.code === FORBIDDEN) throw error;
    throw new StartFault({ kind: 'migration_failed', migration: name, reason: describe(error, sql) }, { cause: error });
  }
  if ((await transactionId(client)) !== before)
    throw new Error(`${name}: a migration does not end its transaction itself`);
  await client.query('INSERT INTO schema_migrations (number, name, checksum) VALUES ($1, $2, $3)', [
    number,
    name,
    checksum,
  ]);
}

async function transactionId(client: pg.PoolClient): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id');
  return rows[0]?.id;
}

/** PostgreSQL counts characters from the beginning; people read lines. */
function describe({ message, position }: pg.DatabaseError, sql: string): string {
  if (position === undefined) return message;
  return `${message} (line ${sql.slice(0, Number(position)).split('\n').length})`;
}
