import { sql } from 'kysely';
import type { Db } from '../deps.ts';

export type DemoAccount = { userId: string; candidateId: string; passwordHash: string | null };

/** Holds off other starts until `tx` ends, so that each account is made once. */
export async function lockDemoAccounts(tx: Db): Promise<void> {
  await sql`LOCK TABLE identity.demo_accounts IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
}

/** The demo account with this address, or null: also where somebody else has an account with it. */
export async function findDemoAccount(tx: Db, email: string): Promise<DemoAccount | null> {
  const row = await tx
    .selectFrom('identity.demo_accounts as demo')
    .innerJoin('identity.user as user', 'user.id', 'demo.user_id')
    .innerJoin('identity.people as people', 'people.user_id', 'demo.user_id')
    .innerJoin('identity.account as account', 'account.userId', 'demo.user_id')
    .select(['demo.user_id as userId', 'people.candidate_id as candidateId', 'account.password as passwordHash'])
    .where('user.email', '=', email)
    .where('account.providerId', '=', 'credential')
    .executeTakeFirst();
  return row ?? null;
}

/** Makes the account without a password; false if somebody else has one with this address. */
export async function insertDemoAccount(tx: Db, { name, email }: { name: string; email: string }): Promise<boolean> {
  const user = await tx
    .insertInto('identity.user')
    .values({ name, email, emailVerified: true })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (user === undefined) return false;
  const account = { userId: user.id, accountId: user.id, providerId: 'credential', updatedAt: new Date() };
  await tx.insertInto('identity.account').values(account).execute();
  await tx.insertInto('identity.demo_accounts').values({ user_id: user.id }).execute();
  return true;
}

export async function updatePassword(tx: Db, userId: string, passwordHash: string): Promise<void> {
  await tx
    .updateTable('identity.account')
    .set({ password: passwordHash })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute();
}

/** False if the person has the role already. */
export async function insertRole(
  tx: Db,
  issuerId: string,
  candidateId: string,
  role: 'examiner' | 'administrator',
): Promise<boolean> {
  const granted = await tx
    .insertInto('staff_roles')
    .values({ issuer_id: issuerId, candidate_id: candidateId, role })
    .onConflict((conflict) => conflict.doNothing())
    .returning('role')
    .executeTakeFirst();
  return granted !== undefined;
}

export type ExtraTime = { issuerId: string; candidateId: string; grantedBy: string; share: number; reason: string };

/** Grants extra time to somebody who has no such row yet; false to anybody else. */
export async function insertFirstExtraTime(tx: Db, extra: ExtraTime): Promise<boolean> {
  const known = await tx
    .selectFrom('accommodations')
    .select('candidate_id')
    .where('candidate_id', '=', extra.candidateId)
    .where('issuer_id', '=', extra.issuerId)
    .executeTakeFirst();
  if (known !== undefined) return false;
  await tx
    .insertInto('accommodations')
    .values({
      issuer_id: extra.issuerId,
      candidate_id: extra.candidateId,
      granted_by: extra.grantedBy,
      extra_time_share: extra.share,
      reason: extra.reason,
    })
    .execute();
  return true;
}

/** Ends the sessions of all demo accounts and takes their passwords away; the candidate ids of those that had one. */
export async function lockOutDemoAccounts(tx: Db): Promise<string[]> {
  const demo = tx.selectFrom('identity.demo_accounts').select('user_id');
  await tx.deleteFrom('identity.session').where('userId', 'in', demo).execute();
  const { rows } = await sql<{ candidateId: string }>`
    UPDATE identity.account SET password = NULL FROM identity.people
    WHERE people.user_id = account."userId" AND account.password IS NOT NULL
      AND account."userId" IN (SELECT user_id FROM identity.demo_accounts)
    RETURNING people.candidate_id AS "candidateId"`.execute(tx);
  return rows.map(({ candidateId }) => candidateId);
}
