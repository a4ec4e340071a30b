/** A public key that an issuer publishes. */
export type IssuerKey = {
    /** The verification method: the issuer's id with a fragment. */
    id: string;
    /** Ed25519, as a Multikey (`z6Mk…`). */
    publicKeyMultibase: string;
};
/** An issuer whose word the person who verifies takes, with every key it ever published. */
export type TrustedIssuer = {
    /** A DID, or the https address of its profile. */
    id: string;
    name: string;
    keys: readonly IssuerKey[];
};
/**
 * Brings a signed status list, as text; null if nothing usable came. It decides itself what may be fetched.
 */
export type StatusSource = (address: string) => Promise<string | null>;
