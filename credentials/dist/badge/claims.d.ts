import type { Claims } from '../report.ts';
/**
 * What a document says of itself, for showing: read the same way whether it is understood or not.
 * Null if it is so unlike a credential that there is nothing to show.
 */
export declare function readClaims(document: unknown): Claims | null;
