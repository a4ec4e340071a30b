import { base58 } from '@scure/base';
import { isRecord, type JsonRecord, listOf } from '../badge/json.ts';
import { jwkOfMultikey, multikeyOfJwk } from '../containers/jwk.ts';
import { encodeMultikey } from '../keys/multikey.ts';
import type { IssuerKey, TrustedIssuer } from '../trust.ts';

/** More keys than this no issuer ever published. */
const mostKeys = 100;

/**
 * The keys with which an issuer asserts things, out of its DID document, or out of a document of the same form at an
 * https address that is the issuer's id: those of kinds that this room can use.
 *
 * @returns null if this is no such document
 * @see https://www.w3.org/TR/did-core/#assertion
 * @see https://www.w3.org/TR/cid-1.0/
 */
export function readDidDocument(document: unknown): Omit<TrustedIssuer, 'name'> | null {
  if (!isRecord(document) || typeof document.id !== 'string' || !/^(did:|https:\/\/)/.test(document.id)) return null;
  const { id } = document;
  const described = new Map<string, JsonRecord>();
  const methods = [...listOf(document.verificationMethod), ...listOf(document.assertionMethod)].filter(isRecord);
  for (const method of methods.slice(0, mostKeys)) {
    if (typeof method.id === 'string') described.set(whole(id, method.id), method);
  }
  const keys: IssuerKey[] = [];
  for (const method of listOf(document.assertionMethod).slice(0, mostKeys)) {
    const name = isRecord(method) ? method.id : method;
    if (typeof name !== 'string') continue;
    const key = readKey(described.get(whole(id, name)), id);
    if (key !== null) keys.push({ id: whole(id, name), publicKeyMultibase: key });
  }
  return { id, keys };
}

/** Within its document a key may be named by its fragment alone. */
function whole(did: string, name: string): string {
  return name.startsWith('#') ? did + name : name;
}

function readKey(method: JsonRecord | undefined, did: string): string | null {
  if (method === undefined || (method.controller !== undefined && method.controller !== did)) return null;
  const { type, publicKeyMultibase, publicKeyBase58, publicKeyJwk } = method;
  if ((type === 'Multikey' || type === 'Ed25519VerificationKey2020') && typeof publicKeyMultibase === 'string') {
    return jwkOfMultikey(publicKeyMultibase) === null ? null : publicKeyMultibase;
  }
  if (type === 'Ed25519VerificationKey2018' && typeof publicKeyBase58 === 'string') return keyOfBase58(publicKeyBase58);
  if ((type === 'JsonWebKey' || type === 'JsonWebKey2020') && isRecord(publicKeyJwk))
    return multikeyOfJwk(publicKeyJwk);
  return null;
}

function keyOfBase58(text: string): string | null {
  if (text.length > 46 || !/^[1-9A-HJ-NP-Za-km-z]+$/.test(text)) return null;
  const bytes = base58.decode(text);
  return bytes.length === 32 ? encodeMultikey(bytes) : null;
}
