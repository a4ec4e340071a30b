import type { Report } from '../report.ts';
import type { StatusSource, TrustedIssuer } from '../trust.ts';
import type { ThreadData } from './verification-messages.ts';
/** Whom the verifier trusts, where status lists come from (null: from nowhere), and the instant of which is asked. */
export type Terms = {
    trusted: readonly TrustedIssuer[];
    status: StatusSource | null;
    now: Date;
};
export type Job = {
    input: Uint8Array | string;
    terms: Terms;
    resolve(report: Report): void;
    reject(reason: unknown): void;
};
export type ThreadOptions = ThreadData & {
    /** Of processor time for one credential, as far as it can be told from outside: twice this, at most. */
    limitMs: number;
    heapMegabytes: number;
    /** What the thread runs. */
    program: URL;
};
export declare const verificationProgram: import("url").URL;
export type ThreadEvents = {
    /** A job has ended. */
    free(): void;
    /** The thread is no more; these jobs were not begun. */
    gone(unbegun: Job[]): void;
};
export type VerificationThread = {
    /** Jobs that it has and that are not done. */
    load(): number;
    take(job: Job): void;
    close(): Promise<void>;
};
/** Starts a thread that verifies. A credential that takes all its time or memory costs the thread, and no one else's. */
export declare function startThread(options: ThreadOptions, events: ThreadEvents): VerificationThread;
