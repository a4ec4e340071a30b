import { setTimeout as pause } from 'node:timers/promises';
import type { Health } from '@pyladder/contract';
import { sql } from 'kysely';
import type { Db } from '../deps.ts';
import { isOutage } from '../http/outages.ts';

/** Who asks for health wants to know soon; a database that takes longer is of no use to visitors either. */
const PATIENCE_MS = 2000;

/** Whether the database answers now. */
export async function readDatabasePart(db: Db): Promise<Health['database']> {
  const enough = new AbortController();
  const late = pause(PATIENCE_MS, 'starting' as const, { signal: enough.signal }).catch(() => 'starting' as const);
  const answer = sql`SELECT`.execute(db).then(
    () => 'ready' as const,
    (error: unknown) => {
      if (!isOutage(error)) throw error;
      return 'starting' as const;
    },
  );
  return Promise.race([answer, late]).finally(() => enough.abort());
}
