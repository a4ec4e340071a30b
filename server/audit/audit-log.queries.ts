import { sql } from 'kysely';
import type { Db } from '../deps.ts';
import { nameOfCandidate } from '../identity/name-of-candidate.ts';

/** An entry as staff read it. */
export type ReadEntry = {
  id: number;
  at: Date;
  actorId: string | null;
  /** Looked up now; null for the product itself, and for a person who was erased. */
  actorName: string | null;
  action: string;
  subject: string;
  subjectId: string;
  detail: Record<string, unknown>;
  seal: number | null;
};

export type EntryFilter = {
  issuerId: string;
  /** Entries about one of these, or by `actorId`. Null: all. */
  about: { subjectIds: readonly string[]; actorId: string | null } | null;
  action: string | null;
  /** Ids below this one; digits. */
  before: string | null;
  limit: number;
};

/** Entries that pass the filter, newest first. */
export async function listEntries(db: Db, filter: EntryFilter): Promise<ReadEntry[]> {
  const { issuerId, about, action, before, limit } = filter;
  let query = db
    .selectFrom('audit_entries')
    .leftJoin('audit_seal_entries as covered', 'covered.entry_id', 'audit_entries.id')
    .select([
      'id',
      'at',
      'actor_id as actorId',
      nameOfCandidate('audit_entries.actor_id').as('actorName'),
      'action',
      'subject',
      'subject_id as subjectId',
      'detail',
      'seal',
    ])
    .where('audit_entries.issuer_id', '=', issuerId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (action !== null) query = query.where('action', '=', action);
  if (before !== null) query = query.where('id', '<', sql<number>`${before}::bigint`);
  // Each half by its own index; joined by OR, they would be looked for along the whole log.
  if (about !== null)
    query = query.where(
      'id',
      'in',
      sql<number>`(
        SELECT id FROM audit_entries WHERE subject_id = ANY (${about.subjectIds}::text[])
        UNION SELECT id FROM audit_entries WHERE actor_id = ${about.actorId}::uuid)`,
    );
  return query.execute();
}

/** Ids of whatever belongs to a candidate and entries may be about: sittings, awards and so on. */
export async function listIdsOf(db: Db, candidateId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id::text FROM registrations WHERE candidate_id = ${candidateId}
    UNION ALL SELECT id::text FROM sittings WHERE candidate_id = ${candidateId}
    UNION ALL SELECT id::text FROM awards WHERE candidate_id = ${candidateId}
    UNION ALL SELECT id::text FROM credentials WHERE candidate_id = ${candidateId}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Every action that occurs, in the order of letters; as many looks into the index as there are actions. */
export async function listActions(db: Db, issuerId: string): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`
    WITH RECURSIVE found (action) AS (
      SELECT min(action) FROM audit_entries WHERE issuer_id = ${issuerId}
      UNION ALL
      SELECT (SELECT min(action) FROM audit_entries WHERE issuer_id = ${issuerId} AND action > found.action)
      FROM found WHERE found.action IS NOT NULL)
    SELECT action FROM found WHERE action IS NOT NULL`.execute(db);
  return rows.map(({ action }) => action);
}
