import { base64urlnopad } from '@scure/base';
import { encodeMultikey } from './multikey.js';
/**
 * Takes an Ed25519 private key out of its PKCS#8 file (DER).
 *
 * @throws DOMException if these bytes are not such a key
 */
export async function importSigningKey(pkcs8) {
    // Extractable, because Web Crypto tells a private key's public half only by exporting it.
    const readable = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, true, ['sign']);
    const { x } = await crypto.subtle.exportKey('jwk', readable);
    if (x === undefined)
        throw new TypeError('an Ed25519 key without its public half');
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, false, ['sign']);
    return {
        publicKeyMultibase: encodeMultikey(base64urlnopad.decode(x)),
        sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes)),
    };
}
