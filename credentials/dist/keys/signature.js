import { decodeMultikey } from './multikey.js';
/** Keys are few and signatures many, so each is handed to Web Crypto once. */
const imported = new Map();
const keptKeys = 256;
/** True if `signature` is `publicKeyMultibase`'s of exactly these bytes; false too if that is no Ed25519 key. */
export async function holdsSignature(publicKeyMultibase, signature, bytes) {
    const raw = decodeMultikey(publicKeyMultibase);
    if (raw === null || signature.length !== 64)
        return false;
    return crypto.subtle.verify('Ed25519', await importOnce(publicKeyMultibase, raw), signature, bytes);
}
function importOnce(name, raw) {
    const known = imported.get(name);
    if (known !== undefined)
        return known;
    if (imported.size >= keptKeys)
        imported.clear();
    const key = crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
    imported.set(name, key);
    return key;
}
