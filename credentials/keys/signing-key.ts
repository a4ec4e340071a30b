import { base64urlnopad } from '@scure/base';
import { encodeMultikey } from './multikey.ts';

/** A private key that can sign, and how others know it. The private part stays inside Web Crypto. */
export type SigningKey = {
  /** Ed25519, as a Multikey (`z6Mk…`). */
  publicKeyMultibase: string;
  /** The Ed25519 signature of `bytes`: 64 bytes. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
};

/**
 * Takes an Ed25519 private key out of its PKCS#8 file (DER).
 *
 * @throws DOMException if these bytes are not such a key
 */
export async function importSigningKey(pkcs8: Uint8Array): Promise<SigningKey> {
  // Extractable, because Web Crypto tells a private key's public half only by exporting it.
  const readable = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', readable);
  if (x === undefined) throw new TypeError('an Ed25519 key without its public half');
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, false, ['sign']);
  return {
    publicKeyMultibase: encodeMultikey(base64urlnopad.decode(x)),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes)),
  };
}
