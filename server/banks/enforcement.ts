import { hash } from 'node:crypto';
import { canonicalJson } from '@pyladder/bank';
import type { Item, Pool } from '@pyladder/exam';
import type { Db } from '../deps.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import {
  type BankName,
  findDigestInForce,
  insertItems,
  lockBanks,
  putBackInForce,
  putInForce,
} from './banks.queries.ts';

/** A bank before it is known what it holds. */
type Source = Omit<BankName, 'digest'>;

/** Keeps the items and puts the bank that they make in force, and records it: forms are drawn from it from then on. */
export async function enforce(db: Db, source: Source, items: readonly Item[]): Promise<void> {
  const hashes = items.map((item) => item.hash);
  const digest = digestBank(source, hashes);
  await db.transaction().execute(async (tx) => {
    await insertItems(tx, items);
    await lockBanks(tx, source.issuerId);
    const before = await findDigestInForce(tx, source.issuerId, source.pool);
    await putInForce(tx, { ...source, digest }, hashes);
    if (before !== digest) await insertAuditEntry(tx, entryOf(source, digest));
  });
}

/** Puts a bank that was finished before in force again and records it, unless it is in force. */
export async function enforceAgain(db: Db, source: Source, digest: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockBanks(tx, source.issuerId);
    if ((await findDigestInForce(tx, source.issuerId, source.pool)) === digest) return;
    await putBackInForce(tx, digest);
    await insertAuditEntry(tx, entryOf(source, digest));
  });
}

/** What a bank is known by: whose it is, its pool and its members, in whatever order they come. */
function digestBank({ issuerId, pool }: { issuerId: string; pool: Pool }, hashes: readonly string[]): string {
  return hash('sha256', canonicalJson([issuerId, pool, [...hashes].sort()]), 'hex');
}

function entryOf({ issuerId, pool }: Source, digest: string): Parameters<typeof insertAuditEntry>[1] {
  return { issuerId, actorId: null, action: 'bank_in_force', subject: 'bank', subjectId: digest, detail: { pool } };
}
