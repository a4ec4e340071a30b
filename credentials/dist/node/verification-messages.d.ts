import type { Report } from '../report.ts';
import type { TrustedIssuer } from '../trust.ts';
/** What a verifying thread is started with. */
export type ThreadData = {
    /** True if everything else on the machine goes before it. */
    isBackground: boolean;
};
/** To a verifying thread. Orders are carried out one after the other. */
export type Order = {
    type: 'verify';
    input: Uint8Array | string;
    /** Left out where it is the same as in the order before. */
    trusted?: readonly TrustedIssuer[];
    hasStatus: boolean;
    now: Date;
} | {
    type: 'status';
    question: number;
    text: string | null;
};
/** From a verifying thread. */
export type Note = {
    type: 'ready';
} | {
    type: 'report';
    report: Report;
}
/** The verification itself failed, which it never should. */
 | {
    type: 'failed';
    reason: string;
} | {
    type: 'status';
    question: number;
    address: string;
};
