import type { Award, AwardChange, PastSitting } from '@pyladder/exam';
import { sql } from 'kysely';
import type { Db } from '../deps.ts';

/** Serialises what one person does about registering and starting, so that ten callers at once see each other. */
export async function lockCandidate(tx: Db, candidateId: string): Promise<void> {
  await tx.selectFrom('candidates').select('id').where('id', '=', candidateId).forNoKeyUpdate().execute();
}

/** Passes of a person at one issuer, and what was done to them later. */
export async function listAwards(
  db: Db,
  { candidateId, issuerId }: { candidateId: string; issuerId: string },
): Promise<{ awards: Award[]; changes: AwardChange[] }> {
  const awards = await db
    .selectFrom('awards')
    .select(['id', 'credential', 'awarded_at as awardedAt'])
    .where('candidate_id', '=', candidateId)
    .where('issuer_id', '=', issuerId)
    .execute();
  const changes = await db
    .selectFrom('award_changes')
    .select(['award_id as awardId', 'type', 'at'])
    .where('candidate_id', '=', candidateId)
    .orderBy('id')
    .execute();
  return { awards, changes };
}

/**
 * A person's real sittings but voided ones, as the retake rule sees them. `passed` is null until the result is released;
 * one that is still going on counts as ended when it began, for its result is awaited as well.
 */
export async function listPastSittings(
  db: Db,
  { candidateId, issuerId }: { candidateId: string; issuerId: string },
): Promise<PastSitting[]> {
  const { rows } = await sql<PastSitting>`
    SELECT s.credential, coalesce(s.ended_at, s.started_at) AS "endedAt",
      CASE WHEN s.state = 'released' THEN newest.passed END AS passed
    FROM sittings s
    LEFT JOIN LATERAL (
      SELECT passed FROM scores WHERE candidate_id = s.candidate_id AND sitting_id = s.id ORDER BY version DESC LIMIT 1
    ) newest ON true
    WHERE s.candidate_id = ${candidateId} AND s.issuer_id = ${issuerId} AND s.purpose = 'real'
      AND s.state <> 'voided' AND s.started_at IS NOT NULL`.execute(db);
  return rows;
}
