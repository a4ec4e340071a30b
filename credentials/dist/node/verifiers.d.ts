import type { Report } from '../report.ts';
import { type Terms, type ThreadOptions } from './verification-thread.ts';
/** Threads that verify, so that whoever asks stays free for something else. */
export type Verifiers = {
    /**
     * Verifies one credential: its text, or the bytes of any file that may hold it.
     *
     * @throws VerifiersBusy if too many wait already, Error if they were closed
     */
    verify(input: Uint8Array | string, terms: Terms): Promise<Report>;
    /** Ends the threads; what was not done is rejected. */
    close(): Promise<void>;
};
export type VerifiersOptions = Partial<ThreadOptions> & {
    /** As many as there are processors, unless said. */
    threads?: number;
    /** How many may wait for a thread; without end unless said. */
    mostWaiting?: number;
};
/** Too many verifications wait already; one more would only wait longer. */
export declare class VerifiersBusy extends Error {
    constructor();
}
/** Threads start when they are first needed. */
export declare function openVerifiers(options?: VerifiersOptions): Verifiers;
