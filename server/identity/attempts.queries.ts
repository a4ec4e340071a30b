import { sql } from 'kysely';
import type { Db } from '../deps.ts';

export type Counted = { key: Buffer; tried: number; secondsLeft: number };

/**
 * Counts one more try under each key, in one statement, and says how often each was tried in its window. A window does
 * not move while it lasts, so that trying on does not lengthen the wait. Some outdated rows are removed on the way.
 *
 * @param limits in the order of their keys, so that parallel callers cannot block each other for ever
 */
export async function countAttempts(db: Db, limits: { key: Buffer; windowSeconds: number }[]): Promise<Counted[]> {
  const keys = limits.map(({ key }) => key);
  const windows = limits.map(({ windowSeconds }) => windowSeconds);
  const { rows } = await sql<Counted>`
    WITH swept AS (
      DELETE FROM identity.attempts WHERE key IN (
        SELECT key FROM identity.attempts
        WHERE window_ends_at < clock_timestamp() - interval '1 minute' AND key <> ALL (${keys}::bytea[])
        ORDER BY window_ends_at LIMIT 4 FOR UPDATE SKIP LOCKED))
    INSERT INTO identity.attempts AS known (key, tried, window_ends_at)
    SELECT key, 1, clock_timestamp() + seconds * interval '1 second'
    FROM unnest(${keys}::bytea[], ${windows}::int[]) AS tried_now (key, seconds)
    ON CONFLICT (key) DO UPDATE SET
      tried = CASE WHEN known.window_ends_at <= clock_timestamp() THEN 1 ELSE known.tried + 1 END,
      window_ends_at = CASE WHEN known.window_ends_at <= clock_timestamp()
        THEN excluded.window_ends_at ELSE known.window_ends_at END
    RETURNING key, tried, ceil(extract(epoch FROM window_ends_at - clock_timestamp()))::int AS "secondsLeft"`.execute(
    db,
  );
  return rows;
}

/** Forgets what was tried under a key. */
export async function deleteAttempts(db: Db, key: Buffer): Promise<void> {
  await db.deleteFrom('identity.attempts').where('key', '=', key).execute();
}
