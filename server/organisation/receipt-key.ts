import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { CompactSign, calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import type { Db } from '../deps.ts';
import { publishIssuerKey } from './issuer-keys.queries.ts';
import { readOrMakeSecretFile } from './key-file.ts';

/** The key that a node signs receipts with. */
export type ReceiptKey = {
  /** Thumbprint of the public half (RFC 7638). */
  kid: string;
  publicJwk: JWK;
  /** The payload as a compact JWS (EdDSA over Ed25519). */
  sign(payload: object): Promise<string>;
};

export type ReceiptKeyOptions = { db: Db; issuerId: string; dataFolder: string };

/**
 * This node's receipt key, made at its first start. The private half stays in the data folder; the public half is
 * published under the issuer, so that any node can show the keys of all.
 */
export async function openReceiptKey({ db, issuerId, dataFolder }: ReceiptKeyOptions): Promise<ReceiptKey> {
  const pem = await readOrMakeSecretFile(join(dataFolder, 'keys', 'receipts.pem'), async () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const privateKey = createPrivateKey(pem);
  const bare = await exportJWK(createPublicKey(privateKey));
  const kid = await calculateJwkThumbprint(bare);
  const publicJwk: JWK = { ...bare, kid, alg: 'EdDSA', use: 'sig' };
  await publishIssuerKey(db, { issuerId, kid, purpose: 'receipts', publicJwk });
  const sign = (payload: object) =>
    new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' })
      .sign(privateKey);
  return { kid, publicJwk, sign };
}
