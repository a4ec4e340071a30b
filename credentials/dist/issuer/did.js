/**
 * The did:web of an installation at this origin: `https://exams.example.org` → `did:web:exams.example.org`.
 *
 * @throws TypeError if `origin` is not an http or https origin
 * @see https://w3c-ccg.github.io/did-method-web/
 */
export function didOfOrigin(origin) {
    const host = /^https?:\/\/([a-z0-9.-]+(?::\d{1,5})?)\/?$/i.exec(origin)?.[1];
    if (host === undefined)
        throw new TypeError(`${origin} is not an origin`);
    return `did:web:${host.toLowerCase().replace(':', '%3A')}`;
}
/** Where the DID document of a did:web lies, or null for a DID of another method and what is no DID. */
export function didDocumentAddress(did) {
    const [, host, port, path] = /^did:web:([a-z0-9.-]+)(?:%3A(\d{1,5}))?((?::[A-Za-z0-9._~-]+)*)$/i.exec(did) ?? [];
    if (host === undefined)
        return null;
    const folders = (path ?? '').split(':').slice(1);
    if (folders.some((folder) => folder === '.' || folder === '..'))
        return null;
    const origin = `https://${host.toLowerCase()}${port === undefined ? '' : `:${port}`}`;
    return folders.length === 0 ? `${origin}/.well-known/did.json` : `${origin}/${folders.join('/')}/did.json`;
}
/** The verification method by which an issuer's signatures name one of its keys. */
export function keyIdOf(did, publicKeyMultibase) {
    return `${did}#${publicKeyMultibase}`;
}
/** The key that a did:key is, or null for every other DID. */
export function keyOfDid(did) {
    return /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)$/.exec(did)?.[1] ?? null;
}
