import type { TrustedIssuer } from '../trust.ts';
/**
 * Reads issuers from a file: a DID document, or what an installation says of whom it trusts (`GET /api/trusted-issuers`).
 *
 * @returns null if it is neither
 * @throws JsonFault if it is not JSON
 */
export declare function readTrustFile(text: string): TrustedIssuer[] | null;
