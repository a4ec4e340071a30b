import { type StatusBits } from '../containers/index.ts';
import type { Contexts } from '../contexts/known.ts';
import type { TrustedIssuer } from '../trust.ts';
export type UsableList = {
    bits: StatusBits;
};
export type StatusListFault = {
    fault: string;
};
type Expected = {
    address: string;
    purpose: string;
    issuer: TrustedIssuer;
    now: Date;
    contexts?: Contexts | undefined;
};
/**
 * A status list that may be believed: its issuer's, for this purpose, in force, and the one that was asked for, so that
 * nobody can answer with another list of the same issuer or an old one.
 */
export declare function readStatusList(text: string, expected: Expected): Promise<UsableList | StatusListFault>;
export {};
