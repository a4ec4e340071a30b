import { Inflate } from 'fflate';
import { computeAdler32, computeCrc32 } from './checksums.js';
import { ContainerFault } from './fault.js';
/** What is fed at once: one byte can become 1032, so no more than 4 MB beyond the bound is ever held. */
const pieceBytes = 4096;
/**
 * Undoes DEFLATE, but stops as soon as the result would be larger than `bound`, whatever the data says of its own size.
 * What follows the last block is passed over.
 *
 * @throws ContainerFault compression_broken | the bound's own
 * @see RFC 1951
 */
export function inflateRaw(deflated, bound) {
    const tooLarge = (limit) => new ContainerFault(bound.beyond, { limitBytes: String(limit) });
    if (deflated.length > bound.packedBytes)
        throw tooLarge(bound.packedBytes);
    const pieces = [];
    let length = 0;
    const inflater = new Inflate((piece) => {
        length += piece.length;
        if (length > bound.bytes)
            throw tooLarge(bound.bytes);
        pieces.push(piece);
    });
    try {
        for (let at = 0; at < deflated.length; at += pieceBytes) {
            inflater.push(deflated.subarray(at, at + pieceBytes), at + pieceBytes >= deflated.length);
        }
    }
    catch (error) {
        if (error instanceof ContainerFault)
            throw error;
        // The library's word that these bytes are not DEFLATE. It says so in more than one way, and all mean this.
        throw new ContainerFault('compression_broken');
    }
    return join(pieces, length);
}
function join(pieces, length) {
    const whole = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
        whole.set(piece, at);
        at += piece.length;
    }
    return whole;
}
/** Undoes zlib's compression within `bound`. @throws ContainerFault @see RFC 1950 */
export function unzlib(bytes, bound) {
    const [method = 0, flags = 0] = bytes;
    const hasDictionary = (flags & 0x20) !== 0;
    if (bytes.length < 6 || (method & 15) !== 8 || (method * 256 + flags) % 31 !== 0 || hasDictionary) {
        throw new ContainerFault('compression_broken');
    }
    const content = inflateRaw(bytes.subarray(2, -4), bound);
    const written = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0);
    if (computeAdler32(content) !== written)
        throw new ContainerFault('compression_broken');
    return content;
}
/** Undoes gzip's compression within `bound`: one member, as every tool writes it. @throws ContainerFault @see RFC 1952 */
export function gunzip(bytes, bound) {
    const start = endOfGzipHeader(bytes);
    if (start === null || start + 8 > bytes.length)
        throw new ContainerFault('compression_broken');
    const content = inflateRaw(bytes.subarray(start, -8), bound);
    const trailer = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8, 8);
    if (trailer.getUint32(0, true) !== computeCrc32(content) || trailer.getUint32(4, true) !== content.length) {
        throw new ContainerFault('compression_broken');
    }
    return content;
}
function endOfGzipHeader(bytes) {
    const [first, second, method, flags = 0] = bytes;
    if (first !== 0x1f || second !== 0x8b || method !== 8 || (flags & 0xe0) !== 0)
        return null;
    let at = 10;
    if (flags & 4)
        at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
    for (const flag of [8, 16]) {
        if ((flags & flag) === 0)
            continue;
        const end = bytes.indexOf(0, at);
        if (end === -1)
            return null;
        at = end + 1;
    }
    return flags & 2 ? at + 2 : at;
}
