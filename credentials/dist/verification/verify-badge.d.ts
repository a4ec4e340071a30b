import type { Contexts } from '../contexts/known.ts';
import type { Report } from '../report.ts';
import type { StatusSource, TrustedIssuer } from '../trust.ts';
export type Verification = {
    trusted: readonly TrustedIssuer[];
    /** Null: nothing may be asked, so the status stays unknown. */
    status: StatusSource | null;
    now: Date;
    /** Other contexts than those of badges, for tests. */
    contexts?: Contexts;
};
/**
 * Verifies a badge in whatever file it comes: JSON, a JWT, PNG, SVG or PDF.
 *
 * Everything that a stranger can put into a file has a verdict; nothing is thrown for it.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#verification-and-validation
 */
export declare function verifyBadge(input: Uint8Array | string, verification: Verification): Promise<Report>;
