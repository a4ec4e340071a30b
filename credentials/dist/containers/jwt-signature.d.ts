import type { IssuerKey } from '../trust.ts';
import type { JwtBadge } from './jwt.ts';
/** Whose token it ought to be: the issuer that the credential names, and its keys where they are known. */
export type JwtSignatory = {
    id: string;
    trusted: {
        keys: readonly IssuerKey[];
    } | null;
};
/** What a token's signature comes to. `unknown`: the issuer's keys are not known. */
export type JwtOutcome = {
    result: 'holds' | 'not_understood' | 'forged' | 'unknown';
    code: string;
    detail: Readonly<Record<string, string>>;
};
/**
 * Verifies a token by its issuer's published keys alone. A key that the token brings along says which of them is meant,
 * and is never believed for itself; addresses in the header are never asked.
 *
 * @param signatory the issuer of `badge.document`
 * @see Open Badges 3.0, section "JSON Web Token Proof Format: Verify"; RFC 8725
 */
export declare function verifyJwtBadge(badge: JwtBadge, signatory: JwtSignatory): Promise<JwtOutcome>;
