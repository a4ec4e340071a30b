/**
 * An Ed25519 public key of 32 bytes as a Multikey (`z6Mk…`).
 *
 * @see https://www.w3.org/TR/cid-1.0/#Multikey
 */
export declare function encodeMultikey(publicKey: Uint8Array): string;
/** The 32 bytes of an Ed25519 Multikey, or null if it is not one. */
export declare function decodeMultikey(multikey: string): Uint8Array | null;
/** The bytes of a text in base58btc multibase (`z…`), or null if it is not one of exactly `length` bytes. */
export declare function decodeMultibase(text: string, length: number): Uint8Array | null;
