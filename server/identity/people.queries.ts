import { sql } from 'kysely';
import type { Db } from '../deps.ts';

export type Standing = { candidateId: string; staffRoles: ('examiner' | 'administrator')[]; extraTime: number };

/** What an issuer knows of the person behind an account, or null if there is no such account. */
export async function findStanding(db: Db, userId: string, issuerId: string): Promise<Standing | null> {
  const row = await db
    .selectFrom('identity.people as people')
    .select((eb) => [
      'people.candidate_id as candidateId',
      eb
        .selectFrom('staff_roles')
        .whereRef('staff_roles.candidate_id', '=', 'people.candidate_id')
        .where('staff_roles.issuer_id', '=', issuerId)
        .select(sql<Standing['staffRoles'] | null>`array_agg(role ORDER BY role DESC)`.as('roles'))
        .as('staffRoles'),
      eb
        .selectFrom('accommodations')
        .whereRef('accommodations.candidate_id', '=', 'people.candidate_id')
        .where('accommodations.issuer_id', '=', issuerId)
        .orderBy('granted_at', 'desc')
        .limit(1)
        .select('extra_time_share')
        .as('extraTime'),
    ])
    .where('people.user_id', '=', userId)
    .executeTakeFirst();
  if (!row) return null;
  return { candidateId: row.candidateId, staffRoles: row.staffRoles ?? [], extraTime: row.extraTime ?? 0 };
}

/** Whether there is an account with this address (lower case). */
export async function isEmailTaken(db: Db, email: string): Promise<boolean> {
  const row = await db.selectFrom('identity.user').select('id').where('email', '=', email).executeTakeFirst();
  return row !== undefined;
}

/** Removes a few sessions that are over; called with each sign-in, so that they do not pile up. */
export async function deleteSomeExpiredSessions(db: Db): Promise<void> {
  await sql`
    DELETE FROM identity.session WHERE id IN (
      SELECT id FROM identity.session WHERE "expiresAt" < clock_timestamp()
      ORDER BY "expiresAt" LIMIT 10 FOR UPDATE SKIP LOCKED)`.execute(db);
}

/** The candidate id of the member of staff with this address (lower case), or null. */
export async function findStaffByEmail(db: Db, email: string, issuerId: string): Promise<string | null> {
  const row = await db
    .selectFrom('identity.user as user')
    .innerJoin('identity.people as people', 'people.user_id', 'user.id')
    .innerJoin('staff_roles', 'staff_roles.candidate_id', 'people.candidate_id')
    .select('people.candidate_id as candidateId')
    .where('user.email', '=', email)
    .where('staff_roles.issuer_id', '=', issuerId)
    .limit(1)
    .executeTakeFirst();
  return row?.candidateId ?? null;
}
