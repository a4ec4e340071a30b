/** An RSA public key: two unsigned integers, the most significant byte first, without zeros before them. */
export type RsaKey = {
    modulus: Uint8Array;
    exponent: Uint8Array;
};
/** `RSAPublicKey` in DER. @see RFC 8017, appendix A.1.1 */
export declare function writeRsaKey({ modulus, exponent }: RsaKey): Uint8Array;
/** An `RSAPublicKey` in DER, or null if these bytes are not exactly one. */
export declare function readRsaKey(der: Uint8Array): RsaKey | null;
