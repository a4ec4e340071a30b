import { sql } from 'kysely';
import type { Db } from '../deps.ts';

/** A pseudonym and who stands behind it; nobody does when the person was erased. */
export type FoundPerson = { candidateId: string; createdAt: Date; name: string | null; email: string | null };

/** People with `part` somewhere in their name or e-mail, capital letters or not, in the order of names. */
export async function listPeopleNamed(db: Db, part: string, limit: number): Promise<FoundPerson[]> {
  // ICU's rules, for a database may have been made with a locale that knows English letters only.
  const pattern = sql<string>`lower(${`%${part.replaceAll(/[\\%_]/g, '\\$&')}%`}::text COLLATE "und-x-icu")`;
  return people(db)
    .where((eb) =>
      eb.or([eb(sql`lower(users.name COLLATE "und-x-icu")`, 'like', pattern), eb('users.email', 'like', pattern)]),
    )
    .orderBy('users.name')
    .orderBy('users.email')
    .limit(limit)
    .execute();
}

/** The person with this candidate id, or null. */
export async function findPerson(db: Db, candidateId: string): Promise<FoundPerson | null> {
  return (await people(db).where('candidates.id', '=', candidateId).executeTakeFirst()) ?? null;
}

/** The candidate id of whom a credential was issued to, or null. */
export async function findHolderId(db: Db, issuerId: string, credentialId: string): Promise<string | null> {
  const row = await db
    .selectFrom('credentials')
    .select('candidate_id as candidateId')
    .where('id', '=', credentialId)
    .where('issuer_id', '=', issuerId)
    .executeTakeFirst();
  return row?.candidateId ?? null;
}

function people(db: Db) {
  return db
    .selectFrom('candidates')
    .leftJoin('identity.people as people', 'people.candidate_id', 'candidates.id')
    .leftJoin('identity.user as users', 'users.id', 'people.user_id')
    .select(['candidates.id as candidateId', 'candidates.created_at as createdAt', 'users.name', 'users.email']);
}
