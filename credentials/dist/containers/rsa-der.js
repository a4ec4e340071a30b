/** `RSAPublicKey` in DER. @see RFC 8017, appendix A.1.1 */
export function writeRsaKey({ modulus, exponent }) {
    return element(0x30, Uint8Array.from([...integer(modulus), ...integer(exponent)]));
}
/** An `RSAPublicKey` in DER, or null if these bytes are not exactly one. */
export function readRsaKey(der) {
    const sequence = readElement(der, 0x30);
    if (sequence === null || sequence.rest.length > 0)
        return null;
    const modulus = readElement(sequence.content, 0x02);
    const exponent = modulus === null ? null : readElement(modulus.rest, 0x02);
    if (modulus === null || exponent === null || exponent.rest.length > 0)
        return null;
    return { modulus: withoutZeros(modulus.content), exponent: withoutZeros(exponent.content) };
}
function integer(bytes) {
    // DER integers have a sign: a first bit of 1 would make it negative.
    return element(0x02, (bytes[0] ?? 0) < 0x80 ? bytes : Uint8Array.from([0, ...bytes]));
}
function element(tag, content) {
    const { length } = content;
    const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
    return Uint8Array.from([tag, ...head, ...content]);
}
function readElement(der, tag) {
    const [found, first = 0] = der;
    const sizeBytes = first < 0x80 ? 0 : first - 0x80;
    if (found !== tag || sizeBytes > 2)
        return null;
    const length = sizeBytes === 0 ? first : der.subarray(2, 2 + sizeBytes).reduce((sum, byte) => sum * 256 + byte, 0);
    const start = 2 + sizeBytes;
    if (start + length > der.length || length === 0)
        return null;
    return { content: der.subarray(start, start + length), rest: der.subarray(start + length) };
}
function withoutZeros(bytes) {
    const start = bytes.findIndex((byte) => byte !== 0);
    return start === -1 ? bytes.subarray(bytes.length) : bytes.subarray(start);
}
