import type { Award, AwardChange, AwardStanding } from '@pyladder/exam';
import type { AwardChangesTable } from '../database/schema.ts';
import type { Db } from '../deps.ts';
import { nameOfCandidate } from '../identity/name-of-candidate.ts';

/** Somebody as one issuer knows them. */
export type Known = { candidateId: string; issuerId: string };

/** What was done to an award and why, by whom: null when that person was erased. */
export type RecordedChange = AwardChange & {
  publicReason: AwardChangesTable['public_reason'];
  note: string;
  actor: string | null;
};

/** Awards of these people at one issuer and what was done to them later, for telling what each holds. */
export async function listAwardsOf(
  db: Db,
  issuerId: string,
  candidateIds: readonly string[],
): Promise<{ awards: (Award & { candidateId: string })[]; changes: AwardChange[] }> {
  if (candidateIds.length === 0) return { awards: [], changes: [] };
  const awards = await db
    .selectFrom('awards')
    .select(['candidate_id as candidateId', 'id', 'credential', 'awarded_at as awardedAt'])
    .where('issuer_id', '=', issuerId)
    .where('candidate_id', 'in', candidateIds)
    .execute();
  const changes = await db
    .selectFrom('award_changes')
    .select(['award_id as awardId', 'type', 'at'])
    .where('candidate_id', 'in', candidateIds)
    .execute();
  return { awards, changes };
}

/** A person's awards, newest first, each with its sitting. */
export async function listAwards(db: Db, { candidateId, issuerId }: Known): Promise<(Award & { sittingId: string })[]> {
  return db
    .selectFrom('awards')
    .select(['id', 'credential', 'awarded_at as awardedAt', 'sitting_id as sittingId'])
    .where('issuer_id', '=', issuerId)
    .where('candidate_id', '=', candidateId)
    .orderBy('awarded_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Everything that was done to a person's awards, oldest first. */
export async function listRecordedChanges(db: Db, { candidateId }: Known): Promise<RecordedChange[]> {
  return db
    .selectFrom('award_changes')
    .select([
      'award_id as awardId',
      'type',
      'at',
      'public_reason as publicReason',
      'reason as note',
      nameOfCandidate('award_changes.actor_id').as('actor'),
    ])
    .where('candidate_id', '=', candidateId)
    .orderBy('id')
    .execute();
}

/** Extra time that a person was given, newest first: the first counts. */
export async function listAccommodations(
  db: Db,
  { candidateId, issuerId }: Known,
): Promise<{ extraTimeShare: number; grantedAt: Date; note: string; actor: string | null }[]> {
  return db
    .selectFrom('accommodations')
    .select([
      'extra_time_share as extraTimeShare',
      'granted_at as grantedAt',
      'reason as note',
      nameOfCandidate('accommodations.granted_by').as('actor'),
    ])
    .where('candidate_id', '=', candidateId)
    .where('issuer_id', '=', issuerId)
    .orderBy('granted_at', 'desc')
    .execute();
}

/** What was issued to a person, newest first, and where it stands. */
export async function listCredentials(
  db: Db,
  { candidateId, issuerId }: Known,
): Promise<{ id: string; credential: string; issuedAt: Date; standing: AwardStanding; basis: string[] }[]> {
  return db
    .selectFrom('credentials')
    .innerJoin('credential_standings as standings', (join) =>
      join
        .onRef('standings.candidate_id', '=', 'credentials.candidate_id')
        .onRef('standings.credential_id', '=', 'credentials.id'),
    )
    .select(['credentials.id', 'credential', 'issued_at as issuedAt', 'standing', 'basis'])
    .where('credentials.candidate_id', '=', candidateId)
    .where('credentials.issuer_id', '=', issuerId)
    .orderBy('issued_at', 'desc')
    .orderBy('credentials.id')
    .execute();
}

export async function listStaffRoles(
  db: Db,
  { candidateId, issuerId }: Known,
): Promise<('examiner' | 'administrator')[]> {
  const rows = await db
    .selectFrom('staff_roles')
    .select('role')
    .where('candidate_id', '=', candidateId)
    .where('issuer_id', '=', issuerId)
    .orderBy('role', 'desc')
    .execute();
  return rows.map(({ role }) => role);
}
