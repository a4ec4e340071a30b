import type { StatusSource } from '../trust.ts';
export type StatusOptions = {
    /** Brings a list's text; null if it cannot be had. */
    get(address: string): Promise<string | null>;
    /** How long a list that came is used again. */
    freshMs: number;
    /** How long one that did not come is not asked for again. */
    restMs: number;
    /** How many lists are kept at most. */
    most: number;
};
/** Status lists by address, each asked for once however many credentials are on it, and kept for a moment. */
export declare function createStatusSource({ get, freshMs, restMs, most }: StatusOptions): StatusSource;
