import type { JWK } from 'jose';
import type { Db } from '../deps.ts';

export type IssuerKey = { issuerId: string; kid: string; purpose: 'receipts' | 'credentials'; publicJwk: JWK };

/** Publishes the public half of a key; again is the same as once. */
export async function publishIssuerKey(db: Db, { issuerId, kid, purpose, publicJwk }: IssuerKey): Promise<void> {
  await db
    .insertInto('issuer_keys')
    .values({ issuer_id: issuerId, kid, purpose, public_jwk: JSON.stringify(publicJwk) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Every key the issuer ever signed with, oldest first: what was signed must stay checkable. */
export async function listIssuerKeys(db: Db, issuerId: string): Promise<JWK[]> {
  const rows = await db
    .selectFrom('issuer_keys')
    .select('public_jwk as publicJwk')
    .where('issuer_id', '=', issuerId)
    .orderBy('created_at')
    .execute();
  return rows.map(({ publicJwk }) => publicJwk as JWK);
}
