import { sql } from 'kysely';
import type { Db } from '../deps.ts';
import type { StatusPurpose } from './addresses.ts';

/** The shortest list there may be: every credential in it hides among so many. */
const LIST_LENGTH = 131_072;

export type ListKey = { issuerId: string; number: number };

/** The newest list, or null if there is none yet. */
export async function findNewestList(db: Db, issuerId: string): Promise<{ number: number; length: number } | null> {
  const row = await db
    .selectFrom('status_lists')
    .select(['number', 'length'])
    .where('issuer_id', '=', issuerId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Opens a list; of several that open it at once, one does. */
export async function insertList(db: Db, { issuerId, number }: ListKey): Promise<void> {
  await db
    .insertInto('status_lists')
    .values({ issuer_id: issuerId, number, length: LIST_LENGTH })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which of these places of a list are taken. */
export async function listTaken(db: Db, { issuerId, number }: ListKey, indices: number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('credentials')
    .select('status_index as index')
    .where('issuer_id', '=', issuerId)
    .where('status_list', '=', number)
    .where('status_index', 'in', indices)
    .execute();
  return new Set(rows.map(({ index }) => index));
}

/** @returns null if there is no such list */
export async function findListVersion(db: Db, { issuerId, number }: ListKey): Promise<number | null> {
  const row = await db
    .selectFrom('status_lists')
    .select('version')
    .where('issuer_id', '=', issuerId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.version ?? null;
}

/** One list and the places set in it for one purpose, as they were at one moment. */
export type ListContent = { version: number; length: number; set: number[] };

const STANDING_OF = { revocation: 'revoked', suspension: 'suspended' } as const;

/** One statement, so that version and places belong together. */
export async function findListContent(
  db: Db,
  { issuerId, number }: ListKey,
  purpose: StatusPurpose,
): Promise<ListContent | null> {
  const row = await db
    .selectFrom('status_lists as list')
    .select((eb) => [
      'version',
      'length',
      eb
        .selectFrom('credential_standings as standings')
        .whereRef('standings.issuer_id', '=', 'list.issuer_id')
        .whereRef('standings.status_list', '=', 'list.number')
        .where('standings.standing', '<>', 'standing')
        .where('standings.standing', '=', STANDING_OF[purpose])
        .select(sql<number[] | null>`array_agg(status_index)`.as('set'))
        .as('set'),
    ])
    .where('list.issuer_id', '=', issuerId)
    .where('list.number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, set: row.set ?? [] };
}

/** Says that bits of these lists have changed. In the order of their numbers, so that nobody waits in a circle. */
export async function updateListVersions(tx: Db, issuerId: string, numbers: Iterable<number>): Promise<void> {
  for (const number of [...new Set(numbers)].toSorted((left, right) => left - right)) {
    await tx
      .updateTable('status_lists')
      .set(({ eb }) => ({ version: eb('version', '+', 1) }))
      .where('issuer_id', '=', issuerId)
      .where('number', '=', number)
      .execute();
  }
}
