import type { IssuerKey } from '../trust.ts';
/** Who issues, and with which keys. */
export type DidFacts = {
    did: string;
    /** All of them, those no longer used for signing too: what they signed still has to be verified. */
    keys: readonly IssuerKey[];
    /** The issuer's own site. */
    url: string;
};
/**
 * The document that tells the world an issuer's keys.
 *
 * @see https://www.w3.org/TR/did-core/
 */
export declare function buildDidDocument({ did, keys, url }: DidFacts): object;
