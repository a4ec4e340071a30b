import { computeCrc32 } from './checksums.js';
import { ContainerFault } from './fault.js';
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
export function isPng(bytes) {
    return signature.every((byte, at) => bytes[at] === byte);
}
/**
 * The chunks of a PNG from IHDR to IEND, each with its CRC checked, nothing copied. What follows IEND is passed over,
 * as every program that shows PNGs does: it is not part of the image, and mail programs and phones leave things there.
 *
 * @throws ContainerFault png_broken, with `reason`
 * @see PNG (Third Edition), section 5
 */
export function* readChunks(png) {
    if (!isPng(png))
        throw broken('no_signature');
    const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
    let at = signature.length;
    for (let place = 0;; place++) {
        const chunk = readChunk(png, view, at);
        if ((place === 0) !== (chunk.type === 'IHDR'))
            throw broken(place === 0 ? 'no_header' : 'second_header', chunk);
        if (chunk.type === 'IHDR' && chunk.content.length !== 13)
            throw broken('header_length', chunk);
        if (chunk.type === 'IEND' && chunk.content.length !== 0)
            throw broken('end_length', chunk);
        yield chunk;
        if (chunk.type === 'IEND')
            return;
        at = chunk.end;
    }
}
function readChunk(png, view, start) {
    if (start + 12 > png.length)
        throw broken('cut_off');
    const length = view.getUint32(start);
    const end = start + 12 + length;
    if (end > png.length)
        throw broken('cut_off');
    const type = String.fromCharCode(...png.subarray(start + 4, start + 8));
    if (!/^[A-Za-z]{4}$/.test(type))
        throw broken('chunk_type');
    const chunk = { type, start, end, content: png.subarray(start + 8, end - 4) };
    if (computeCrc32(png, start + 4, end - 4) !== view.getUint32(end - 4))
        throw broken('checksum', chunk);
    return chunk;
}
/** @param reason stable, for whoever puts it into words */
export function broken(reason, chunk) {
    return new ContainerFault('png_broken', chunk === undefined ? { reason } : { reason, chunk: chunk.type });
}
/** One chunk as it stands in a file: length, type, content, CRC. */
export function writeChunk(type, content) {
    const chunk = new Uint8Array(content.length + 12);
    const view = new DataView(chunk.buffer);
    view.setUint32(0, content.length);
    for (let at = 0; at < 4; at++)
        chunk[4 + at] = type.charCodeAt(at);
    chunk.set(content, 8);
    view.setUint32(content.length + 8, computeCrc32(chunk, 4, content.length + 8));
    return chunk;
}
