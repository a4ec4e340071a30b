import { decodeMultikey } from './multikey.ts';

/** Keys are few and signatures many, so each is handed to Web Crypto once. */
const imported = new Map<string, Promise<CryptoKey>>();
const keptKeys = 256;

/** True if `signature` is `publicKeyMultibase`'s of exactly these bytes; false too if that is no Ed25519 key. */
export async function holdsSignature(
  publicKeyMultibase: string,
  signature: Uint8Array,
  bytes: Uint8Array,
): Promise<boolean> {
  const raw = decodeMultikey(publicKeyMultibase);
  if (raw === null || signature.length !== 64) return false;
  return crypto.subtle.verify('Ed25519', await importOnce(publicKeyMultibase, raw), signature, bytes);
}

function importOnce(name: string, raw: Uint8Array): Promise<CryptoKey> {
  const known = imported.get(name);
  if (known !== undefined) return known;
  if (imported.size >= keptKeys) imported.clear();
  const key = crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
  imported.set(name, key);
  return key;
}
