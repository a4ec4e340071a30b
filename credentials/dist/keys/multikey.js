import { base58 } from '@scure/base';
/** What a Multikey of an Ed25519 public key begins with, before its 32 bytes. */
const ed25519Prefix = [0xed, 0x01];
const publicKeyBytes = 32;
/**
 * An Ed25519 public key of 32 bytes as a Multikey (`z6Mk…`).
 *
 * @see https://www.w3.org/TR/cid-1.0/#Multikey
 */
export function encodeMultikey(publicKey) {
    return `z${base58.encode(Uint8Array.from([...ed25519Prefix, ...publicKey]))}`;
}
/** The 32 bytes of an Ed25519 Multikey, or null if it is not one. */
export function decodeMultikey(multikey) {
    if (!multikey.startsWith('z6Mk'))
        return null;
    const bytes = decodeMultibase(multikey, ed25519Prefix.length + publicKeyBytes);
    return bytes !== null && ed25519Prefix.every((byte, place) => bytes[place] === byte)
        ? bytes.slice(ed25519Prefix.length)
        : null;
}
/** The bytes of a text in base58btc multibase (`z…`), or null if it is not one of exactly `length` bytes. */
export function decodeMultibase(text, length) {
    // Base58 takes quadratic time, so a text that is far too long is not even tried.
    if (!text.startsWith('z') || text.length > 2 + length * 1.4 || !/^[1-9A-HJ-NP-Za-km-z]+$/.test(text))
        return null;
    const bytes = base58.decode(text.slice(1));
    return bytes.length === length ? bytes : null;
}
