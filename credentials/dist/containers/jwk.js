import { base58, base64urlnopad } from '@scure/base';
import { findY } from './p256-point.js';
import { readRsaKey, writeRsaKey } from './rsa-der.js';
/** What a Multikey begins with, by kind. @see W3C Controlled Identifiers 1.0, "Multikey"; the multicodec table */
const prefixes = { ed25519: [0xed, 0x01], p256: [0x80, 0x24], rsa: [0x85, 0x24] };
/** 4096 bits of RSA take 720 letters. Base58 takes quadratic time, so what is far longer is not even tried. */
const longestMultikey = 1500;
/**
 * A public key of an Ed25519, P-256 or RSA JWK as a Multikey (`z…`), the one form in which issuers' keys are kept here;
 * null for other kinds.
 */
export function multikeyOfJwk(jwk) {
    const [x, y, n, e] = [jwk.x, jwk.y, jwk.n, jwk.e].map(decode);
    if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519' && x?.length === 32)
        return encodeMultikey(prefixes.ed25519, x);
    if (jwk.kty === 'EC' && jwk.crv === 'P-256' && x?.length === 32 && y?.length === 32) {
        return encodeMultikey(prefixes.p256, Uint8Array.from([2 + ((y[31] ?? 0) & 1), ...x]));
    }
    if (jwk.kty === 'RSA' && n !== undefined && e !== undefined && n.length <= 1024 && e.length <= 8) {
        return encodeMultikey(prefixes.rsa, writeRsaKey({ modulus: n, exponent: e }));
    }
    return null;
}
/** The key of a Multikey as JOSE has it; null if it is none, or of another kind. */
export function jwkOfMultikey(multikey) {
    if (multikey.length > longestMultikey || !/^z[1-9A-HJ-NP-Za-km-z]+$/.test(multikey))
        return null;
    const bytes = base58.decode(multikey.slice(1));
    const key = bytes.subarray(2);
    const is = (prefix) => bytes[0] === prefix[0] && bytes[1] === prefix[1];
    if (is(prefixes.ed25519) && key.length === 32)
        return { kty: 'OKP', crv: 'Ed25519', x: encode(key) };
    if (is(prefixes.p256) && key.length === 33)
        return jwkOfPoint(key);
    const rsa = is(prefixes.rsa) ? readRsaKey(key) : null;
    return rsa === null ? null : { kty: 'RSA', n: encode(rsa.modulus), e: encode(rsa.exponent) };
}
function jwkOfPoint(point) {
    const [parity] = point;
    if (parity !== 2 && parity !== 3)
        return null;
    const y = findY(point.subarray(1), parity === 3);
    return y === null ? null : { kty: 'EC', crv: 'P-256', x: encode(point.subarray(1)), y: encode(y) };
}
function encodeMultikey(prefix, key) {
    return `z${base58.encode(Uint8Array.from([...prefix, ...key]))}`;
}
function encode(bytes) {
    return base64urlnopad.encode(bytes);
}
function decode(text) {
    if (typeof text !== 'string' || text.length > longestMultikey || !/^[\w-]+$/.test(text))
        return undefined;
    try {
        return base64urlnopad.decode(text);
    }
    catch {
        // Stray bits at its end, or a length that no bytes have: no key is written so.
        return undefined;
    }
}
