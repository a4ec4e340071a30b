import type { Award, AwardChange } from '@pyladder/exam';
import { sql } from 'kysely';
import type { Db } from '../deps.ts';
import type { Issued } from './due.ts';
import type { PublicReason } from './standings.queries.ts';

/** A person at one issuer. */
export type HolderKey = { candidateId: string; issuerId: string };

/** Serialises what is done about one person's awards and credentials, on all nodes. */
export async function lockHolder(tx: Db, candidateId: string): Promise<void> {
  await tx.selectFrom('candidates').select('id').where('id', '=', candidateId).forNoKeyUpdate().execute();
}

/** The person's e-mail address, or null if they were erased. */
export async function findHolderEmail(db: Db, candidateId: string): Promise<string | null> {
  const row = await db
    .selectFrom('identity.people as people')
    .innerJoin('identity.user as user', 'user.id', 'people.user_id')
    .select('user.email')
    .where('people.candidate_id', '=', candidateId)
    .executeTakeFirst();
  return row?.email ?? null;
}

/** A person's passes and what was done to them later, oldest change first. */
export async function listHolderAwards(
  db: Db,
  { candidateId, issuerId }: HolderKey,
): Promise<{ awards: Award[]; changes: (AwardChange & { publicReason: PublicReason | null })[] }> {
  const awards = await db
    .selectFrom('awards')
    .select(['id', 'credential', 'awarded_at as awardedAt'])
    .where('candidate_id', '=', candidateId)
    .where('issuer_id', '=', issuerId)
    .execute();
  const changes = await db
    .selectFrom('award_changes')
    .select(['award_id as awardId', 'type', 'at', 'public_reason as publicReason'])
    .where('candidate_id', '=', candidateId)
    .orderBy('id')
    .execute();
  return { awards, changes };
}

/** What was signed for a person, whatever became of it. */
export async function listIssued(db: Db, { candidateId, issuerId }: HolderKey): Promise<Issued[]> {
  return db
    .selectFrom('credentials')
    .innerJoin('credential_standings as standings', (join) =>
      join
        .onRef('standings.candidate_id', '=', 'credentials.candidate_id')
        .onRef('standings.credential_id', '=', 'credentials.id'),
    )
    .select(['credential', 'basis', 'generation', 'standing'])
    .where('credentials.candidate_id', '=', candidateId)
    .where('credentials.issuer_id', '=', issuerId)
    .execute();
}

/** A signed credential, as it is kept. */
export type SignedCredential = {
  candidateId: string;
  id: string;
  issuerId: string;
  credential: string;
  basis: string[];
  generation: number;
  statusList: number;
  statusIndex: number;
  kid: string;
  isDemo: boolean;
  document: string;
  issuedAt: Date;
};

/** Keeps a credential and its standing. @returns false if its place in the status list was taken meanwhile */
export async function insertCredential(tx: Db, signed: SignedCredential): Promise<boolean> {
  const { candidateId: candidate_id, issuerId: issuer_id } = signed;
  const place = { status_list: signed.statusList, status_index: signed.statusIndex };
  const row = await tx
    .insertInto('credentials')
    .values({
      candidate_id,
      issuer_id,
      ...place,
      id: signed.id,
      credential: signed.credential,
      basis: signed.basis,
      generation: signed.generation,
      kid: signed.kid,
      is_demo: signed.isDemo,
      document: signed.document,
      issued_at: signed.issuedAt,
    })
    .onConflict((conflict) => conflict.columns(['issuer_id', 'status_list', 'status_index']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return false;
  await tx
    .insertInto('credential_standings')
    .values({ candidate_id, issuer_id, ...place, credential_id: signed.id })
    .execute();
  return true;
}

/** A granted rung, and the rungs with an exam that it rests on in the end. */
export type GrantedGrounds = { credential: string; grounds: string[] };

/**
 * Some of the people who may lack a credential, in the order of their ids, after one of them: an award stands without
 * one, or every ground of a granted rung is held and the rung has none. A rough sieve: the rules look at those it leaves.
 */
export async function listHoldersLacking(
  db: Db,
  { issuerId, rungs, granted }: { issuerId: string; rungs: readonly string[]; granted: readonly GrantedGrounds[] },
  { after, most }: { after: string; most: number },
): Promise<string[]> {
  const { rows } = await sql<{ candidateId: string }>`
    WITH standing AS (
      SELECT award.candidate_id, award.id, award.credential
      FROM awards award
      JOIN identity.people USING (candidate_id)
      WHERE award.candidate_id > ${after} AND award.issuer_id = ${issuerId} AND award.credential = ANY (${rungs}) AND coalesce((
        SELECT change.type FROM award_changes change
        WHERE change.candidate_id = award.candidate_id AND change.award_id = award.id ORDER BY change.id DESC LIMIT 1
      ), 'reinstated') = 'reinstated'
    ), alive AS (
      SELECT signed.candidate_id, signed.credential, signed.basis
      FROM credentials signed
      JOIN credential_standings standings
        ON standings.candidate_id = signed.candidate_id AND standings.credential_id = signed.id
      WHERE signed.issuer_id = ${issuerId} AND standings.standing <> 'revoked'
    )
    SELECT candidate_id AS "candidateId" FROM standing
    WHERE NOT EXISTS (
      SELECT FROM alive WHERE alive.candidate_id = standing.candidate_id AND alive.basis = ARRAY[standing.id]
    )
    UNION
    SELECT candidate_id FROM jsonb_to_recordset(${JSON.stringify(granted)}) AS rung (credential text, grounds text[])
    JOIN standing ON standing.credential = ANY (rung.grounds)
    WHERE NOT EXISTS (
      SELECT FROM alive WHERE alive.candidate_id = standing.candidate_id AND alive.credential = rung.credential
    )
    GROUP BY candidate_id, rung.credential, rung.grounds
    HAVING count(DISTINCT standing.credential) = cardinality(rung.grounds)
    ORDER BY 1 LIMIT ${most}`.execute(db);
  return rows.map(({ candidateId }) => candidateId);
}
