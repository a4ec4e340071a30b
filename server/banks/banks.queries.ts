import type { Item, ItemSet, ItemSummary, Pool } from '@pyladder/exam';
import { sql } from 'kysely';
import type { Db } from '../deps.ts';

/** A set of items that forms are drawn from: what it is, and what it was made of. */
export type BankName = { digest: string; issuerId: string; pool: Pool; source: string };

/** A variant as form drawing sees it, with the credential it belongs to. */
export type BankEntry = ItemSummary & { credential: string };

/** Items that travel in one statement. */
const CHUNK = 250;

/** Of nodes that put a bank in force at once, one does and the others see it. */
export async function lockBanks(tx: Db, issuerId: string): Promise<void> {
  await tx.selectFrom('issuers').select('id').where('id', '=', issuerId).forNoKeyUpdate().execute();
}

/** The digest of the pool's bank in force, or null while there is none. */
export async function findDigestInForce(db: Db, issuerId: string, pool: Pool): Promise<string | null> {
  const row = await db
    .selectFrom('banks')
    .select('digest')
    .where('issuer_id', '=', issuerId)
    .where('pool', '=', pool)
    .orderBy('in_force_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.digest ?? null;
}

/** The digest of the bank made of `source`, or null if that was never finished. */
export async function findDigestBySource(
  db: Db,
  { issuerId, pool, source }: Omit<BankName, 'digest'>,
): Promise<string | null> {
  const row = await db
    .selectFrom('banks')
    .select('digest')
    .where('issuer_id', '=', issuerId)
    .where('pool', '=', pool)
    .where('source', '=', source)
    .orderBy('in_force_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.digest ?? null;
}

/** Items that are there already (same hash, so same content) are left alone. */
export async function insertItems(tx: Db, items: readonly Item[]): Promise<void> {
  for (let start = 0; start < items.length; start += CHUNK) {
    const rows = items
      .slice(start, start + CHUNK)
      .map(({ hash, ...item }) => ({ ...item, hash, content: { hash, ...item } }));
    await sql`
      INSERT INTO items (hash, pool, credential, section, objective, template, kind, difficulty, content)
      SELECT hash, pool, credential, section, objective, template, kind, difficulty, content
      FROM json_to_recordset(${JSON.stringify(rows)}) AS row (hash text, pool text, credential text, section text,
        objective text, template text, kind text, difficulty real, content jsonb)
      ON CONFLICT (hash) DO NOTHING`.execute(tx);
  }
}

/** Names the bank and its members and puts it in force from now on; a bank that is known already comes into force again. */
export async function putInForce(tx: Db, bank: BankName, hashes: readonly string[]): Promise<void> {
  await tx
    .insertInto('banks')
    .values({ digest: bank.digest, issuer_id: bank.issuerId, pool: bank.pool, source: bank.source })
    .onConflict((conflict) =>
      conflict.column('digest').doUpdateSet({ source: bank.source, in_force_at: sql<Date>`clock_timestamp()` }),
    )
    .execute();
  await sql`
    INSERT INTO bank_items (bank_digest, item_hash) SELECT ${bank.digest}, unnest(${hashes}::text[])
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** Puts a finished bank in force again, unless it is. */
export async function putBackInForce(db: Db, digest: string): Promise<void> {
  await db
    .updateTable('banks')
    .set({ in_force_at: sql<Date>`clock_timestamp()` })
    .where('digest', '=', digest)
    .execute();
}

/** Every item of a bank, in the order of hashes. */
export async function listEntries(db: Db, digest: string): Promise<BankEntry[]> {
  const rows = await db
    .selectFrom('bank_items')
    .innerJoin('items', 'items.hash', 'bank_items.item_hash')
    .select(['hash', 'credential', 'template', 'section', 'objective', 'difficulty'])
    .select(sql<ItemSet | null>`content -> 'set'`.as('set'))
    .where('bank_digest', '=', digest)
    .orderBy('hash')
    .execute();
  return rows.map(({ set, ...entry }) => {
    if (set === null) return entry;
    const { id, index, size } = set;
    return { ...entry, set: { id, index, size } };
  });
}

/** The items with these hashes that exist, in any order. */
export async function findItems(db: Db, hashes: readonly string[]): Promise<Item[]> {
  if (hashes.length === 0) return [];
  const rows = await db.selectFrom('items').select('content').where('hash', 'in', hashes).execute();
  return rows.map(({ content }) => content);
}

/**
 * Takes the right to build the exam bank on this connection, and says whether it was free; it is given back by
 * `releaseBuild`, or by itself when the connection ends, so a node that dies blocks nobody.
 */
export async function takeBuild(connection: Db): Promise<boolean> {
  const { rows } = await sql<{
    taken: boolean;
  }>`SELECT pg_try_advisory_lock(hashtext('exam bank build')) AS taken`.execute(connection);
  return rows[0]?.taken ?? false;
}

export async function releaseBuild(connection: Db): Promise<void> {
  await sql`SELECT pg_advisory_unlock(hashtext('exam bank build'))`.execute(connection);
}
