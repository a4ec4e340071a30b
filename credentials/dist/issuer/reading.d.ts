import type { TrustedIssuer } from '../trust.ts';
/**
 * The keys with which an issuer asserts things, out of its DID document: those of kinds that this room can use.
 *
 * @returns null if this is no DID document
 * @see https://www.w3.org/TR/did-core/#assertion
 */
export declare function readDidDocument(document: unknown): Omit<TrustedIssuer, 'name'> | null;
