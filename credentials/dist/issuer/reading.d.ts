import type { TrustedIssuer } from '../trust.ts';
/**
 * The keys with which an issuer asserts things, out of its DID document, or out of a document of the same form at an
 * https address that is the issuer's id: those of kinds that this room can use.
 *
 * @returns null if this is no such document
 * @see https://www.w3.org/TR/did-core/#assertion
 * @see https://www.w3.org/TR/cid-1.0/
 */
export declare function readDidDocument(document: unknown): Omit<TrustedIssuer, 'name'> | null;
