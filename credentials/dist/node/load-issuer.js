import { ContainerFault } from '../containers/fault.js';
import { parseStrictJson } from '../containers/strict-json.js';
import { didDocumentAddress, didOfOrigin } from '../issuer/did.js';
import { readDidDocument } from '../issuer/reading.js';
import { FetchFault } from './fetch-fault.js';
import { fetchSafely } from './fetch-safely.js';
export class IssuerFault extends Error {
    code;
    address;
    constructor(code, address) {
        super(`${code}: ${address}`);
        this.name = 'IssuerFault';
        this.code = code;
        this.address = address;
    }
}
const LIMITS = { kind: 'json', maxBytes: 256 * 1024, limitMs: 10_000 };
/**
 * Brings an issuer's keys, and its name as its profile or else its host has it.
 *
 * @throws FetchFault, IssuerFault
 */
export async function loadIssuer(source, how) {
    switch (source.type) {
        case 'key': {
            const { did, publicKeyMultibase } = source;
            return { id: did, name: did, keys: [{ id: `${did}#${publicKeyMultibase}`, publicKeyMultibase }] };
        }
        case 'document':
            return loadDocument(source.address, source.did, how);
        case 'site':
            return loadDocument(`${source.origin}/.well-known/did.json`, didOfOrigin(source.origin), how);
        case 'address':
            return loadAddress(source.address, how);
    }
}
async function loadDocument(address, id, how, name) {
    const issuer = readKeys(await fetchJson(address, how));
    if (issuer === null)
        throw new IssuerFault('no_keys', address);
    if (issuer.id !== id)
        throw new IssuerFault('other_issuer', address);
    return { ...issuer, name: name ?? new URL(address).host };
}
async function loadAddress(address, how) {
    const document = await fetchJson(address, how);
    const { origin, host } = new URL(address);
    const issuer = readKeys(document);
    const { id, name } = readProfile(document);
    if (issuer !== null) {
        const isItsPlace = issuer.id === address || didDocumentAddress(issuer.id) === address;
        if (!isItsPlace)
            throw new IssuerFault('other_issuer', address);
        return { ...issuer, name: name ?? host };
    }
    if (id === null || id === address)
        throw new IssuerFault('no_keys', address);
    // A profile may speak for its own site only.
    if (id !== didOfOrigin(origin))
        throw new IssuerFault('other_issuer', address);
    return loadDocument(`${origin}/.well-known/did.json`, id, how, name ?? host);
}
/** A DID document without a key that can be used is none: a profile looks like one. */
function readKeys(document) {
    const issuer = readDidDocument(document);
    return issuer === null || issuer.keys.length === 0 ? null : issuer;
}
function readProfile(document) {
    if (typeof document !== 'object' || document === null)
        return { id: null, name: null };
    const id = 'id' in document && typeof document.id === 'string' ? document.id : null;
    const name = 'name' in document && typeof document.name === 'string' ? document.name.slice(0, 200) : null;
    return { id, name };
}
async function fetchJson(address, how) {
    const { bytes } = await fetchSafely(address, { ...how, ...LIMITS });
    try {
        return parseStrictJson(Buffer.from(bytes).toString('utf8'));
    }
    catch (error) {
        if (error instanceof ContainerFault)
            throw new IssuerFault('not_json', address);
        throw error;
    }
}
/** Whether an error is an issuer's doing or the network's, not a bug. */
export function isIssuerFault(error) {
    return error instanceof FetchFault || error instanceof IssuerFault;
}
