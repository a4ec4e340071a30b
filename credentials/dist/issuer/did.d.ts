/**
 * The did:web of an installation at this origin: `https://exams.example.org` → `did:web:exams.example.org`.
 *
 * @throws TypeError if `origin` is not an http or https origin
 * @see https://w3c-ccg.github.io/did-method-web/
 */
export declare function didOfOrigin(origin: string): string;
/** Where the DID document of a did:web lies, or null for a DID of another method and what is no DID. */
export declare function didDocumentAddress(did: string): string | null;
/** The verification method by which an issuer's signatures name one of its keys. */
export declare function keyIdOf(did: string, publicKeyMultibase: string): string;
/** The key that a did:key is, or null for every other DID. */
export declare function keyOfDid(did: string): string | null;
