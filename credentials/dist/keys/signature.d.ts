/** True if `signature` is `publicKeyMultibase`'s of exactly these bytes; false too if that is no Ed25519 key. */
export declare function holdsSignature(publicKeyMultibase: string, signature: Uint8Array, bytes: Uint8Array): Promise<boolean>;
