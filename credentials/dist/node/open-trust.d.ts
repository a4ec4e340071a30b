import type { TrustedIssuer } from '../trust.ts';
import type { FetchFault } from './fetch-fault.ts';
import { type IssuerSource } from './issuer-source.ts';
import { type IssuerFault, type IssuerFetch } from './load-issuer.ts';
/** An issuer as it was named, with what to load it from. */
export type NamedSource = {
    name: string;
    source: IssuerSource;
};
/** One whose keys are not known, and why. */
export type Unreachable = {
    name: string;
    fault: FetchFault | IssuerFault | null;
};
/** The issuers whose word is taken, as far as their keys are known. */
export type Trust = {
    /** Where documents, lists and credentials of theirs may be fetched from. */
    origins: ReadonlySet<string>;
    /** Waits for those that are not known yet, but never longer than its patience; the same array while nothing changes. */
    list(): Promise<{
        issuers: readonly TrustedIssuer[];
        unreachable: readonly Unreachable[];
    }>;
};
export type TrustOptions = {
    sources: readonly NamedSource[];
    how?: Omit<IssuerFetch, 'allowed'>;
    /** After this keys are fetched again, behind the back of whoever asks. */
    freshMs?: number;
    /** After this an issuer that could not be reached is tried again. */
    restMs?: number;
    /** How long somebody who asks is made to wait at most. */
    patienceMs?: number;
    /** Told of a bug that nobody waits for; thrown unless said. */
    whenBroken?: (error: unknown) => void;
};
/**
 * Opens the issuers of a configuration. Keys that were once had stay believed while their issuer cannot be reached: what
 * was signed does not become false because a server is away.
 */
export declare function openTrust(options: TrustOptions): Trust;
