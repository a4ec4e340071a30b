import type { Report } from '../report.ts';
import type { Terms } from './verification-thread.ts';
/** What became of one of many: a report, or the reason why its bytes could not be had. */
export type Outcome<Source> = {
    source: Source;
} & ({
    report: Report;
} | {
    unread: unknown;
});
export type ManyOptions = Terms & {
    threads?: number;
    signal?: AbortSignal;
    /** How many are read ahead of the threads, for each of them. */
    readAhead?: number;
};
/**
 * Verifies any number of credentials on all processors. Outcomes come in the order of the sources, each as soon as those
 * before it are there; no more than a few are in memory at a time.
 *
 * @param read brings the bytes of one source; what it throws becomes that source's outcome
 * @throws the signal's reason
 */
export declare function verifyMany<Source>(sources: Iterable<Source> | AsyncIterable<Source>, read: (source: Source) => Promise<Uint8Array | string>, { threads, readAhead, signal, ...terms }: ManyOptions): AsyncGenerator<Outcome<Source>, void, undefined>;
