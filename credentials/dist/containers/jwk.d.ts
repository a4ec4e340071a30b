import type { JsonRecord } from '../badge/json.ts';
/** A public key as JOSE has it, of a kind that signs badges. */
export type PublicJwk = {
    kty: 'OKP';
    crv: 'Ed25519';
    x: string;
} | {
    kty: 'EC';
    crv: 'P-256';
    x: string;
    y: string;
} | {
    kty: 'RSA';
    n: string;
    e: string;
};
/**
 * A public key of an Ed25519, P-256 or RSA JWK as a Multikey (`z…`), the one form in which issuers' keys are kept here;
 * null for other kinds.
 */
export declare function multikeyOfJwk(jwk: JsonRecord): string | null;
/** The key of a Multikey as JOSE has it; null if it is none, or of another kind. */
export declare function jwkOfMultikey(multikey: string): PublicJwk | null;
