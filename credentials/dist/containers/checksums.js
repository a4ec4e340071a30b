const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++)
        value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
});
/** CRC-32 as PNG and gzip have it, of the bytes from `start` to before `end`. @see PNG, Annex D */
export function computeCrc32(bytes, start = 0, end = bytes.length) {
    let crc = 0xffffffff;
    for (let at = start; at < end; at++)
        crc = (crcTable[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
    return ~crc >>> 0;
}
/** Adler-32 as zlib has it. @see RFC 1950, section 8.2 */
export function computeAdler32(bytes) {
    let low = 1;
    let high = 0;
    for (const byte of bytes) {
        low = (low + byte) % 65521;
        high = (high + low) % 65521;
    }
    return ((high << 16) | low) >>> 0;
}
