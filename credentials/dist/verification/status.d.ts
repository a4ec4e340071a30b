import { type JsonRecord } from '../badge/json.ts';
import type { Contexts } from '../contexts/known.ts';
import { type Finding } from '../judge.ts';
import type { StatusSource, TrustedIssuer } from '../trust.ts';
export type StatusQuestion = {
    entries: readonly JsonRecord[];
    issuer: TrustedIssuer;
    source: StatusSource | null;
    now: Date;
    contexts?: Contexts | undefined;
};
/**
 * Asks the issuer's lists whether a credential was withdrawn. What cannot be asked stays unknown: it is never taken
 * for a good sign.
 *
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm
 */
export declare function checkStatus(question: StatusQuestion): Promise<Finding>;
