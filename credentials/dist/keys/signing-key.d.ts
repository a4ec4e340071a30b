/** A private key that can sign, and how others know it. The private part stays inside Web Crypto. */
export type SigningKey = {
    /** Ed25519, as a Multikey (`z6Mk…`). */
    publicKeyMultibase: string;
    /** The Ed25519 signature of `bytes`: 64 bytes. */
    sign(bytes: Uint8Array): Promise<Uint8Array>;
};
/**
 * Takes an Ed25519 private key out of its PKCS#8 file (DER).
 *
 * @throws DOMException if these bytes are not such a key
 */
export declare function importSigningKey(pkcs8: Uint8Array): Promise<SigningKey>;
