/** In the order of trust: the first of them that holds is the verdict. */
export type Verdict = 'not_understood' | 'forged' | 'unknown_issuer' | 'revoked' | 'suspended' | 'expired' | 'valid';
/** One thing that was looked at. `unknown`: it could not be; `skipped`: an earlier check made it pointless. */
export type Check = {
    name: 'format' | 'signature' | 'issuer' | 'status' | 'dates';
    result: 'passed' | 'failed' | 'unknown' | 'skipped';
    /** Stable, for whoever puts it into words. */
    code: string;
    detail: Readonly<Record<string, string>>;
};
/** What a credential says of itself: text to show, to be believed no further than the verdict goes. */
export type Claims = {
    id: string | null;
    name: string;
    description: string | null;
    issuerId: string;
    issuerName: string | null;
    achievementName: string | null;
    criteria: string | null;
    validFrom: string | null;
    validUntil: string | null;
    /** True if the document itself says that it is a demo's and attests nothing. */
    isDemo: boolean;
};
/** What was found out about one credential, and how far it could be looked at. */
export type Report = {
    verdict: Verdict;
    /** False if something could not be looked at: a valid credential without a known status may have been revoked. */
    complete: boolean;
    checks: Check[];
    claims: Claims | null;
};
