import type { Kysely } from 'kysely';
import type pg from 'pg';
import { inject } from 'vitest';
import { queriesOn } from '../open.ts';
import { createPool } from '../pool.ts';
import type { Database } from '../schema.ts';
import { copyTemplate, databaseOf, dropDatabase, raise } from './template.ts';
import './global-setup.ts';

export type TestDatabase = {
  db: Kysely<Database>;
  pool: pg.Pool;
  /** For a process of its own, as DATABASE_URL. */
  url: string;
  close: () => Promise<void>;
};

/** A migrated database for one test file, in 20 to 50 ms. Needs `global-setup.ts` as Vitest's global set-up. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const url = await copyTemplate(server);
  const pool = createPool({ connectionString: url, max: 10 }, raise);
  const db = queriesOn(pool);
  const close = async () => {
    await pool.end();
    await dropDatabase(server.url, databaseOf(url));
  };
  return { db, pool, url, close };
}
