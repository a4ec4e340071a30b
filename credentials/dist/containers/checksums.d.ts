/** CRC-32 as PNG and gzip have it, of the bytes from `start` to before `end`. @see PNG, Annex D */
export declare function computeCrc32(bytes: Uint8Array, start?: number, end?: number): number;
/** Adler-32 as zlib has it. @see RFC 1950, section 8.2 */
export declare function computeAdler32(bytes: Uint8Array): number;
