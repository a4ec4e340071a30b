import type { JWK } from 'jose';
import type { IssuerKeysTable } from '../database/schema.ts';
import type { Db } from '../deps.ts';
import { insertAuditEntry } from './audit.ts';

export type IssuerKey = { issuerId: string; kid: string; purpose: IssuerKeysTable['purpose']; publicJwk: JWK };

/** Publishes the public half of a key and records it; again is the same as once. */
export async function publishIssuerKey(db: Db, { issuerId, kid, purpose, publicJwk }: IssuerKey): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const published = await tx
      .insertInto('issuer_keys')
      .values({ issuer_id: issuerId, kid, purpose, public_jwk: JSON.stringify(publicJwk) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('kid')
      .executeTakeFirst();
    if (published === undefined) return;
    const entry = { issuerId, actorId: null, action: 'key_published', subject: 'key', subjectId: kid };
    await insertAuditEntry(tx, { ...entry, detail: { purpose } });
  });
}

/** The public keys of receipts and seals as JWKs, oldest first: what was signed must stay checkable. */
export async function listSealingKeys(db: Db, issuerId: string): Promise<JWK[]> {
  const rows = await db
    .selectFrom('issuer_keys')
    .select('public_jwk as publicJwk')
    .where('issuer_id', '=', issuerId)
    .where('purpose', '<>', 'credentials')
    .orderBy('created_at')
    .execute();
  return rows.map(({ publicJwk }) => publicJwk as JWK);
}

/** The public keys of credentials as Multikeys, oldest first, those that no node signs with any more too. */
export async function listCredentialKeys(db: Db, issuerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('issuer_keys')
    .select('kid')
    .where('issuer_id', '=', issuerId)
    .where('purpose', '=', 'credentials')
    .orderBy('created_at')
    .execute();
  return rows.map(({ kid }) => kid);
}
