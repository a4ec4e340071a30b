import { didDocumentAddress } from '../issuer/did.js';
import { isLoopbackName } from './routes.js';
/** 32 bytes of an Ed25519 key behind its two-byte prefix, in base58btc. */
const DID_KEY = /^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{44})$/;
/** What a did:web can be made of; an IPv6 address cannot. */
const HOSTNAME = /^[a-z0-9.-]+$/;
/**
 * Reads the name of an issuer: `did:web:…`, `did:key:z6Mk…`, or an https address. An http address is one only where it is
 * this machine's.
 *
 * @returns null if it is none of these
 */
export function readIssuerSource(name) {
    const key = DID_KEY.exec(name)?.[1];
    if (key !== undefined)
        return { type: 'key', did: name, publicKeyMultibase: key };
    if (name.startsWith('did:')) {
        const address = name.startsWith('did:web:') ? didDocumentAddress(name) : null;
        return address === null ? null : { type: 'document', did: name, address };
    }
    const url = URL.parse(name);
    if (url === null || url.username !== '' || url.password !== '')
        return null;
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackName(url)))
        return null;
    if (!HOSTNAME.test(url.hostname))
        return null;
    return url.pathname === '/' && url.search === ''
        ? { type: 'site', origin: url.origin }
        : { type: 'address', address: url.href };
}
/** Where an issuer's documents, lists and credentials may be fetched from; null where nothing can be. */
export function originOfSource(source) {
    switch (source.type) {
        case 'key':
            return null;
        case 'site':
            return source.origin;
        case 'document':
        case 'address':
            return new URL(source.address).origin;
    }
}
/** The same of an issuer by its id, a DID or an https address. */
export function originOfIssuer(id) {
    const source = readIssuerSource(id);
    return source === null ? null : originOfSource(source);
}
