import type { AwardChange } from '@pyladder/exam';
import type { AwardChangesTable } from '../database/schema.ts';
import type { Db } from '../deps.ts';

/** Names an award; whose it is belongs to its name. */
export type AwardKey = { candidateId: string; awardId: string };

export type PublicReason = NonNullable<AwardChangesTable['public_reason']>;

/** Serialises what is done to one person's awards, and by the job that issues their credentials. */
export async function lockCandidate(tx: Db, candidateId: string): Promise<void> {
  await tx.selectFrom('candidates').select('id').where('id', '=', candidateId).forNoKeyUpdate().execute();
}

/** What the award is for, or null if the person has no such award of this issuer. */
export async function findAwardCredential(
  tx: Db,
  issuerId: string,
  { candidateId, awardId }: AwardKey,
): Promise<string | null> {
  const row = await tx
    .selectFrom('awards')
    .select('credential')
    .where('candidate_id', '=', candidateId)
    .where('id', '=', awardId)
    .where('issuer_id', '=', issuerId)
    .executeTakeFirst();
  return row?.credential ?? null;
}

/** What was done to an award so far, oldest first. */
export async function listChanges(tx: Db, { candidateId, awardId }: AwardKey): Promise<AwardChange[]> {
  return tx
    .selectFrom('award_changes')
    .select(['award_id as awardId', 'type', 'at'])
    .where('candidate_id', '=', candidateId)
    .where('award_id', '=', awardId)
    .orderBy('id')
    .execute();
}

export async function insertChange(
  tx: Db,
  { candidateId, awardId }: AwardKey,
  change: Pick<AwardChange, 'type' | 'at'> & { publicReason: PublicReason | null; note: string; actorId: string },
): Promise<void> {
  await tx
    .insertInto('award_changes')
    .values({
      candidate_id: candidateId,
      award_id: awardId,
      type: change.type,
      at: change.at,
      public_reason: change.publicReason,
      reason: change.note,
      actor_id: change.actorId,
    })
    .execute();
}
