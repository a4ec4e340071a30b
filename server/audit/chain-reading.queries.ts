import type { AuditFacts } from '@pyladder/exam';
import type { JWK } from 'jose';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { AuditSealsTable } from '../database/schema.ts';
import type { Db } from '../deps.ts';
import { factsOfEntry } from './entry-facts.ts';
import type { LogPart, StoredSeal } from './log-part.ts';

/** Rows that travel in one answer of the database. */
const AT_ONCE = 2000;

/** Whether the database has an audit chain at all: an older Pyladder made none. */
export async function hasChain(db: Db): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`SELECT to_regclass('audit_seals') IS NOT NULL AS there`.execute(db);
  return rows[0]?.there === true;
}

/** The organisation whose log this is. */
export async function findIssuer(db: Db): Promise<{ id: string; name: string } | null> {
  const row = await db.selectFrom('issuers').select(['id', 'name']).orderBy('created_at').limit(1).executeTakeFirst();
  return row ?? null;
}

/** Every key that seals were ever signed with, oldest first. */
export async function listAuditKeys(db: Db, issuerId: string): Promise<JWK[]> {
  const rows = await db
    .selectFrom('issuer_keys')
    .select('public_jwk as publicJwk')
    .where('issuer_id', '=', issuerId)
    .where('purpose', '=', 'audit')
    .orderBy('created_at')
    .execute();
  return rows.map(({ publicJwk }) => publicJwk as JWK);
}

/** How many entries there are, for showing how far a check has come. */
export async function countEntries(db: Db, issuerId: string): Promise<number> {
  const { entries } = await db
    .selectFrom('audit_entries')
    .select(({ fn }) => fn.countAll<number>().as('entries'))
    .where('issuer_id', '=', issuerId)
    .executeTakeFirstOrThrow();
  return entries;
}

/**
 * The whole log in order, a seal at a time with all that it covers, then what is not sealed. `tx` must be one snapshot
 * (repeatable read), or a seal made meanwhile would be met half.
 */
export async function* readLog(tx: Db, issuerId: string): AsyncGenerator<LogPart> {
  let part: Extract<LogPart, { type: 'sealed' }> | null = null;
  for await (const row of readCursor(tx, 'audit_log_sealed', sealedRows(issuerId))) {
    if (part?.seal.number !== row.number) {
      if (part !== null) yield part;
      part = { type: 'sealed', seal: sealOf(row), entries: [] };
    }
    if (row.entryId !== null) part.entries.push({ id: row.entryId, hash: row.entryHash, entry: row.entry });
  }
  if (part !== null) yield part;
  for (const { seal } of (await lostSeals(issuerId).execute(tx)).rows) yield { type: 'lost_seal', seal };
  for await (const { entry } of readCursor(tx, 'audit_log_unsealed', unsealedRows(issuerId))) {
    yield { type: 'unsealed', entry };
  }
}

/** A row of `audit_seals` as a seal. */
export function sealOf(row: Selectable<AuditSealsTable>): StoredSeal {
  return {
    issuerId: row.issuer_id,
    number: row.number,
    previous: row.previous?.toString('hex') ?? null,
    digest: row.digest.toString('hex'),
    entries: row.entries,
    total: row.total,
    sealedAt: row.sealed_at.toISOString(),
    completeUntil: row.complete_until?.toISOString() ?? null,
    hash: row.hash.toString('hex'),
    kid: row.kid,
    signature: row.signature,
  };
}

type SealedRow = Selectable<AuditSealsTable> & { entryId: string | null; entryHash: string; entry: AuditFacts | null };

function sealedRows(issuerId: string): RawBuilder<SealedRow> {
  return sql`
    SELECT audit_seals.*, covered.entry_id::text AS "entryId", encode(covered.hash, 'hex') AS "entryHash",
      CASE WHEN audit_entries.id IS NOT NULL THEN ${factsOfEntry} END AS entry
    FROM audit_seals
    LEFT JOIN audit_seal_entries covered
      ON covered.issuer_id = audit_seals.issuer_id AND covered.seal = audit_seals.number
    LEFT JOIN audit_entries ON audit_entries.id = covered.entry_id
    WHERE audit_seals.issuer_id = ${issuerId}
    ORDER BY audit_seals.number, covered.entry_id`;
}

function lostSeals(issuerId: string): RawBuilder<{ seal: number }> {
  return sql`
    SELECT DISTINCT seal FROM audit_seal_entries covered
    WHERE issuer_id = ${issuerId} AND NOT EXISTS (
      SELECT FROM audit_seals WHERE audit_seals.issuer_id = covered.issuer_id AND number = covered.seal)
    ORDER BY seal`;
}

function unsealedRows(issuerId: string): RawBuilder<{ entry: AuditFacts }> {
  return sql`
    SELECT ${factsOfEntry} AS entry FROM audit_entries
    WHERE issuer_id = ${issuerId}
      AND NOT EXISTS (SELECT FROM audit_seal_entries covered WHERE covered.entry_id = audit_entries.id)
    ORDER BY id`;
}

/** A few thousand rows at a time, so that a log of any length fits into little memory. */
async function* readCursor<Row>(tx: Db, name: string, query: RawBuilder<Row>): AsyncGenerator<Row> {
  const cursor = sql.id(name);
  await sql`DECLARE ${cursor} NO SCROLL CURSOR FOR ${query}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Row>`FETCH ${sql.lit(AT_ONCE)} FROM ${cursor}`.execute(tx);
    yield* rows;
    if (rows.length < AT_ONCE) break;
  }
  await sql`CLOSE ${cursor}`.execute(tx);
}
