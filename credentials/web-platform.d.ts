/**
 * The few pieces of the web platform that this room uses. Declared here, because the room compiles without the types of
 * a browser and of Node: whatever else it reached for would not compile.
 */

interface CryptoKey {
  readonly type: string;
}

declare const crypto: {
  readonly subtle: {
    digest(algorithm: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer>;
    importKey(
      format: 'pkcs8' | 'raw',
      bytes: Uint8Array,
      algorithm: { name: 'Ed25519' },
      extractable: boolean,
      usages: readonly ('sign' | 'verify')[],
    ): Promise<CryptoKey>;
    exportKey(format: 'jwk', key: CryptoKey): Promise<{ x?: string }>;
    sign(algorithm: 'Ed25519', key: CryptoKey, bytes: Uint8Array): Promise<ArrayBuffer>;
    verify(algorithm: 'Ed25519', key: CryptoKey, signature: Uint8Array, bytes: Uint8Array): Promise<boolean>;
  };
};

declare class TextEncoder {
  encode(text: string): Uint8Array;
}
