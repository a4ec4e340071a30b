import { type Network } from './network.ts';
/** What is asked for, and how much is borne for it. */
export type FetchWish = {
    /** Origins that may be asked, `https://exams.example.org`; also where a redirect leads. One of `http` must be this machine. */
    allowed: {
        has(origin: string): boolean;
    };
    /** What may come: JSON (a DID document, a profile, a status list), or any file that can hold a credential. */
    kind: 'json' | 'credential';
    /** Of the body, as it comes. */
    maxBytes: number;
    /** For everything together: names, connections, redirects, the last byte. */
    limitMs: number;
    network?: Network;
    signal?: AbortSignal;
};
export type Fetched = {
    /** Where it came from in the end. */
    address: string;
    /** Media type in lower case, without parameters. */
    type: string;
    bytes: Uint8Array;
};
/**
 * Gets what lies at an address that a stranger may have written: from allowed origins only, by https, never from a
 * private machine, within limits, telling nothing about who asks. Each redirect is judged anew, and the connection goes
 * to the very IP address that was judged.
 *
 * @throws FetchFault, or the signal's reason
 */
export declare function fetchSafely(address: string, wish: FetchWish): Promise<Fetched>;
