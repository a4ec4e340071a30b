export type StatusPurpose = 'revocation' | 'suspension';
export type StatusListFacts = {
    id: string;
    /** Where the signed list is published. */
    listAddress: string;
    issuerId: string;
    purpose: StatusPurpose;
    /** From `encodeStatusList`. */
    encodedList: string;
    validFrom: Date;
    /** When a verifier should ask for a newer list; null: it may keep this one. */
    validUntil: Date | null;
};
/**
 * Builds the credential that publishes one list, for `signDocument` to sign.
 *
 * @see W3C Bitstring Status List 1.0, section "BitstringStatusListCredential"
 */
export declare function buildStatusList(facts: StatusListFacts): Record<string, unknown>;
