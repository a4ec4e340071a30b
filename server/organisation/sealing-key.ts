import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { CompactSign, calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import type { Db } from '../deps.ts';
import { publishIssuerKey } from './issuer-keys.queries.ts';
import { readOrMakeSecretFile } from './key-file.ts';

/** A key that a node signs receipts or seals of the audit log with. */
export type SealingKey = {
  /** Thumbprint of the public half (RFC 7638). */
  kid: string;
  publicJwk: JWK;
  /** The payload as a compact JWS (EdDSA over Ed25519). */
  sign(payload: object): Promise<string>;
};

export type SealingKeyOptions = { db: Db; issuerId: string; dataFolder: string; purpose: 'receipts' | 'audit' };

/**
 * This node's key for one purpose, made at its first start. The private half stays in the data folder; the public half is
 * published under the issuer, so that any node can show the keys of all.
 */
export async function openSealingKey({ db, issuerId, dataFolder, purpose }: SealingKeyOptions): Promise<SealingKey> {
  const pem = await readOrMakeSecretFile(join(dataFolder, 'keys', `${purpose}.pem`), async () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const privateKey = createPrivateKey(pem);
  const bare = await exportJWK(createPublicKey(privateKey));
  const kid = await calculateJwkThumbprint(bare);
  const publicJwk: JWK = { ...bare, kid, alg: 'EdDSA', use: 'sig' };
  await publishIssuerKey(db, { issuerId, kid, purpose, publicJwk });
  const sign = (payload: object) =>
    new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' })
      .sign(privateKey);
  return { kid, publicJwk, sign };
}
