import type { JWK } from 'jose';
import type { IssuerKeysTable } from '../database/schema.ts';
import type { Db } from '../deps.ts';

export type IssuerKey = { issuerId: string; kid: string; purpose: IssuerKeysTable['purpose']; publicJwk: JWK };

/** Publishes the public half of a key; again is the same as once. */
export async function publishIssuerKey(db: Db, { issuerId, kid, purpose, publicJwk }: IssuerKey): Promise<void> {
  await db
    .insertInto('issuer_keys')
    .values({ issuer_id: issuerId, kid, purpose, public_jwk: JSON.stringify(publicJwk) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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
