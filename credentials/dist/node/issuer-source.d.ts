/** An issuer as a person names it whose word is to be taken. */
export type IssuerSource = 
/** A key that is its own name: nothing has to be asked. */
{
    type: 'key';
    did: string;
    publicKeyMultibase: string;
} | {
    type: 'document';
    did: string;
    address: string;
}
/** A site whose DID document lies at its well-known place. */
 | {
    type: 'site';
    origin: string;
}
/** A DID document, or a profile that names one on the same site. */
 | {
    type: 'address';
    address: string;
};
/**
 * Reads the name of an issuer: `did:web:…`, `did:key:z6Mk…`, or an https address. An http address is one only where it is
 * this machine's.
 *
 * @returns null if it is none of these
 */
export declare function readIssuerSource(name: string): IssuerSource | null;
/** Where an issuer's documents, lists and credentials may be fetched from; null where nothing can be. */
export declare function originOfSource(source: IssuerSource): string | null;
/** The same of an issuer by its id, a DID or an https address. */
export declare function originOfIssuer(id: string): string | null;
