import type { Db } from '../deps.ts';

/** Nothing is begun or issued for the person while this is held. */
export async function lockPerson(tx: Db, candidateId: string): Promise<void> {
  await tx.selectFrom('candidates').select('id').where('id', '=', candidateId).forNoKeyUpdate().execute();
}

/** Hash of the account's password, or null if it has none. */
export async function findPasswordHash(db: Db, userId: string): Promise<string | null> {
  const row = await db
    .selectFrom('identity.account')
    .select('password')
    .where('userId', '=', userId)
    .where('password', 'is not', null)
    .executeTakeFirst();
  return row?.password ?? null;
}

/** A real sitting of the person that has not ended, or null. */
export async function findLiveRealSitting(db: Db, candidateId: string): Promise<string | null> {
  const row = await db
    .selectFrom('sittings')
    .select('id')
    .where('candidate_id', '=', candidateId)
    .where('purpose', '=', 'real')
    .where('state', 'in', ['ready', 'running', 'paused'])
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Everything that says who somebody was goes with this row. @returns false if it had gone before */
export async function deleteUser(tx: Db, userId: string): Promise<boolean> {
  const gone = await tx.deleteFrom('identity.user').where('id', '=', userId).returning('id').execute();
  return gone.length === 1;
}
