import type { AuditFacts } from '@pyladder/exam';
import { sql } from 'kysely';
import type { Db } from '../deps.ts';
import { sealOf } from './chain-reading.queries.ts';
import { factsOfEntry } from './entry-facts.ts';
import type { StoredSeal } from './log-part.ts';

/** Any number will do, so long as nobody else in the database uses it. */
const LOCK = 79_523_338;

/** False while another node seals; otherwise nobody else does until `tx` ends. */
export async function tryLockSealing(tx: Db, issuerId: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    SELECT pg_try_advisory_xact_lock(${LOCK}, hashtext(${issuerId})) AS locked`.execute(tx);
  return rows[0]?.locked === true;
}

/** Entries that are committed and not yet sealed, in the order of ids. */
export async function listUnsealed(tx: Db, issuerId: string, limit: number): Promise<AuditFacts[]> {
  const { rows } = await sql<{ entry: AuditFacts }>`
    WITH waiting AS MATERIALIZED (
      SELECT entry_id FROM audit_unsealed WHERE issuer_id = ${issuerId} ORDER BY entry_id LIMIT ${limit})
    SELECT ${factsOfEntry} AS entry FROM waiting JOIN audit_entries ON audit_entries.id = waiting.entry_id
    ORDER BY waiting.entry_id`.execute(tx);
  return rows.map(({ entry }) => entry);
}

/** The newest seal, or null while nothing was sealed. */
export async function findHead(db: Db, issuerId: string): Promise<StoredSeal | null> {
  const row = await db
    .selectFrom('audit_seals')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : sealOf(row);
}

/** Keeps a seal with what it covers, which from then on no longer waits. */
export async function insertSeal(
  tx: Db,
  seal: StoredSeal,
  covered: readonly { id: string; hash: string }[],
): Promise<void> {
  const bytes = (hex: string) => Buffer.from(hex, 'hex');
  const { issuerId, number } = seal;
  await tx
    .insertInto('audit_seals')
    .values({
      issuer_id: issuerId,
      number,
      previous: seal.previous === null ? null : bytes(seal.previous),
      digest: bytes(seal.digest),
      entries: seal.entries,
      total: seal.total,
      sealed_at: new Date(seal.sealedAt),
      complete_until: seal.completeUntil === null ? null : new Date(seal.completeUntil),
      hash: bytes(seal.hash),
      kid: seal.kid,
      signature: seal.signature,
    })
    .execute();
  const ids = covered.map(({ id }) => id);
  await sql`
    INSERT INTO audit_seal_entries (entry_id, issuer_id, seal, hash)
    SELECT id, ${issuerId}, ${number}, decode(hash, 'hex')
    FROM unnest(${ids}::bigint[], ${covered.map(({ hash }) => hash)}::text[]) AS covered (id, hash)`.execute(tx);
  await sql`DELETE FROM audit_unsealed WHERE entry_id = ANY (${ids}::bigint[])`.execute(tx);
}
