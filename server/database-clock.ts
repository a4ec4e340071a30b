import { sql } from 'kysely';
import type { Db } from './deps.ts';

/** One clock for all nodes: the database's. Tests may shift it. */
export type DatabaseClock = {
  /** The instant as PostgreSQL reads it now (not when the transaction began), whole milliseconds. */
  now(tx: Db): Promise<Date>;
};

/** Asks PostgreSQL for the time, cut to what a JavaScript date can hold, so that it stays the same through both. */
export async function readDatabaseClock(tx: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('PostgreSQL did not tell the time');
  return row.now;
}
