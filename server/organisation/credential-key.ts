import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { importSigningKey, type SigningKey } from '@pyladder/credentials';
import { exportJWK } from 'jose';
import type { Db } from '../deps.ts';
import { StartFault } from '../process/faults.ts';
import { publishIssuerKey } from './issuer-keys.queries.ts';
import { readOrMakeSecretFile, readSecretFile } from './key-file.ts';

export type CredentialKeyOptions = {
  db: Db;
  issuerId: string;
  dataFolder: string;
  /** A key that the organisation brings; null: one of this node's own, made at its first start. */
  file: string | null;
};

/**
 * The key that this node signs credentials with. Its public half is published under the issuer at once and stays so, for
 * what was signed must stay checkable when another key has taken its place.
 *
 * @throws StartFault key_file_open | key_file_unusable
 */
export async function openCredentialKey({ db, issuerId, dataFolder, file }: CredentialKeyOptions): Promise<SigningKey> {
  const path = file ?? join(dataFolder, 'keys', 'credentials.pem');
  const pem = file === null ? await readOrMakeSecretFile(path, makePem) : await readSecretFile(path);
  if (pem === null) throw new StartFault({ kind: 'key_file_unusable', file: path, reason: 'it is not there' });
  const privateKey = readPem(path, pem);
  const key = await importSigningKey(privateKey.export({ type: 'pkcs8', format: 'der' }));
  const publicJwk = await exportJWK(createPublicKey(privateKey));
  await publishIssuerKey(db, { issuerId, kid: key.publicKeyMultibase, purpose: 'credentials', publicJwk });
  return key;
}

async function makePem(): Promise<string> {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function readPem(file: string, pem: string): KeyObject {
  const key = parsePem(file, pem);
  if (key.asymmetricKeyType === 'ed25519') return key;
  const reason = `it holds a key of the kind ${key.asymmetricKeyType ?? 'unknown'}`;
  throw new StartFault({ kind: 'key_file_unusable', file, reason });
}

function parsePem(file: string, pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    const reason = 'it holds no private key in PEM without a passphrase';
    throw new StartFault({ kind: 'key_file_unusable', file, reason }, { cause });
  }
}
