import type { Check, Claims, Report } from './report.ts';
/** What came of one check. */
export type Finding = Omit<Check, 'name'>;
/** What was found out about a credential; null: not looked at, because an earlier finding made it pointless. */
export type Findings = Readonly<Record<Check['name'], Finding | null>>;
/**
 * What is to be said of a credential, from what was found out about it. Pure, so that server, browser and command agree.
 *
 * It is complete if nothing remained unknown that could still turn the verdict: a suspended credential whose
 * revocation could not be asked for may have been revoked.
 */
export declare function judge(findings: Findings, claims: Claims | null): Report;
/** A finding, in short. */
export declare function finding(result: Finding['result'], code: string, detail?: Readonly<Record<string, string>>): Finding;
