import type { Db } from '../deps.ts';

/** Serialises what is done to one person; false if there is no such person. */
export async function lockCandidate(tx: Db, candidateId: string): Promise<boolean> {
  const query = tx.selectFrom('candidates').select('id').where('id', '=', candidateId).forNoKeyUpdate();
  return (await query.executeTakeFirst()) !== undefined;
}

/** Counts from now on: the newest row does. `share` of the exam's own time. */
export async function insertExtraTime(
  tx: Db,
  extra: { candidateId: string; issuerId: string; grantedBy: string; share: number; note: string },
): Promise<void> {
  await tx
    .insertInto('accommodations')
    .values({
      candidate_id: extra.candidateId,
      issuer_id: extra.issuerId,
      granted_by: extra.grantedBy,
      extra_time_share: extra.share,
      reason: extra.note,
    })
    .execute();
}
