import type { Contexts } from '../contexts/known.ts';
import type { SigningKey } from '../keys/signing-key.ts';
export type Signing = {
    key: SigningKey;
    /** By which of the issuer's published keys others will check it. */
    verificationMethod: string;
    created: Date;
    /** Other contexts than those of badges, for tests. */
    contexts?: Contexts;
};
/**
 * The same document with an eddsa-rdfc-2022 proof that its issuer asserts it.
 *
 * @throws CanonicalFault if a property of it has no definition, and so would not be signed
 * @see https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022
 */
export declare function signDocument(document: object, signing: Signing): Promise<object>;
