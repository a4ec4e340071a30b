import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { MIGRATIONS_FOLDER, type Migration, migrate, readMigrations } from './migrate.ts';
import { createPool } from './pool.ts';
import './testing/global-setup.ts';
import { createEmptyDatabase, databaseOf, dropDatabase, onServer, raise } from './testing/template.ts';

const cleanups: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const clean of cleanups) await clean();
});

async function givenEmptyDatabase(): Promise<pg.Pool> {
  const server = inject('testServer');
  const url = await createEmptyDatabase(server.url);
  const pool = createPool({ connectionString: url, max: 12 }, raise);
  cleanups.push(async () => {
    await pool.end();
    await dropDatabase(server.url, databaseOf(url));
  });
  return pool;
}

function migration(number: number, sql: string): Migration {
  return { number, name: `${String(number).padStart(4, '0')}_step.sql`, sql, checksum: sql };
}

const first = migration(1, 'CREATE TABLE first (id int)');
const second = migration(2, 'CREATE TABLE second (id int)');

async function tablesOf(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  return rows.map(({ name }) => name).filter((name) => name !== 'schema_migrations');
}

test('ten nodes that start at once apply each migration once', async () => {
  const pool = await givenEmptyDatabase();
  const applied = await Promise.all(Array.from({ length: 10 }, () => migrate(pool, [first, second])));
  expect(applied.flat().toSorted()).toEqual([first.name, second.name]);
});

test('the real migrations apply to an empty database, and a second start has nothing to do', async () => {
  const pool = await givenEmptyDatabase();
  const migrations = readMigrations(MIGRATIONS_FOLDER);
  expect(await migrate(pool)).toEqual(migrations.map(({ name }) => name));
  expect(await migrate(pool)).toEqual([]);
});

test('an upgrade applies what is new', async () => {
  const pool = await givenEmptyDatabase();
  await migrate(pool, [first]);
  expect(await migrate(pool, [first, second])).toEqual([second.name]);
  expect(await tablesOf(pool)).toEqual(['first', 'second']);
});

test('an old migration that was edited is refused before anything is applied', async () => {
  const pool = await givenEmptyDatabase();
  await migrate(pool, [first]);
  const edited = migration(1, 'CREATE TABLE first (id bigint)');
  await expect(migrate(pool, [edited, second])).rejects.toMatchObject({
    fault: { kind: 'migration_changed', migration: first.name },
  });
  expect(await tablesOf(pool)).toEqual(['first']);
});

test('a database of a newer version is left alone by an older one', async () => {
  const pool = await givenEmptyDatabase();
  await migrate(pool, [first, second]);
  await expect(migrate(pool, [first])).rejects.toMatchObject({
    fault: { kind: 'database_newer', migration: second.name },
  });
});

test('a migration numbered below one that is applied is refused, for others have run without it', async () => {
  const pool = await givenEmptyDatabase();
  await migrate(pool, [second]);
  await expect(migrate(pool, [first, second])).rejects.toMatchObject({
    fault: { kind: 'migration_out_of_order', migration: first.name, after: second.name },
  });
});

test('a migration that fails leaves nothing of itself, names its line, and can be run again when corrected', async () => {
  const pool = await givenEmptyDatabase();
  const broken = migration(2, 'CREATE TABLE half (id int);\nINSERT INTO half VALUES (1);\nSELEC 1;');
  await expect(migrate(pool, [first, broken])).rejects.toMatchObject({
    fault: { kind: 'migration_failed', migration: broken.name, reason: expect.stringContaining('(line 3)') },
  });
  expect(await tablesOf(pool)).toEqual(['first']);
  expect(await migrate(pool, [first, second])).toEqual([second.name]);
});

test('a migration that ends its own transaction is found out', async () => {
  const pool = await givenEmptyDatabase();
  await expect(migrate(pool, [migration(1, 'CREATE TABLE first (id int); COMMIT; BEGIN;')])).rejects.toThrow(
    'does not end its transaction',
  );
});

test('an account that may not create tables, as is usual since PostgreSQL 15, is told what it lacks', async () => {
  const owner = await givenEmptyDatabase();
  const role = `pyladder_guest_${randomUUID().replaceAll('-', '')}`;
  await owner.query(`CREATE ROLE ${role}`);
  cleanups.push(() => onServer(inject('testServer').url, (client) => client.query(`DROP ROLE ${role}`)));
  const guest = createPool({ connectionString: owner.options.connectionString, options: `-c role=${role}` }, raise);
  await expect(migrate(guest)).rejects.toMatchObject({ fault: { kind: 'database_forbids_tables' } });
  await guest.end();
  expect(await tablesOf(owner)).toEqual([]);
});
