/** SHA-256 of a text's UTF-8 bytes: 32 bytes. */
export declare function digest(text: string): Promise<Uint8Array>;
/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export declare function digestHex(text: string): Promise<string>;
