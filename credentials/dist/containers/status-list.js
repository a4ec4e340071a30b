import { base64urlnopad } from '@scure/base';
import { gzipSync } from 'fflate';
import { ContainerFault } from './fault.js';
import { gunzip } from './inflate.js';
/** The fewest entries a list may have, so that a look at it does not tell whose credential is looked up (16 KB). */
export const shortestStatusList = 131_072;
/** The most entries a list is read with: 16 million, 2 MB. */
const longestStatusList = 1 << 24;
/**
 * Encodes a list of `length` entries in which those of `set` are 1: gzip, then base64url as multibase has it (`u…`).
 * The same statuses give the same text, whenever they are encoded.
 *
 * @param length in entries: at least 131,072, and a multiple of 8
 * @throws ContainerFault status_list_too_short | status_list_too_long | status_index_out_of_range
 * @see W3C Bitstring Status List 1.0, section "Bitstring Generation Algorithm"
 */
export function encodeStatusList(length, set) {
    checkLength(length, {});
    const bytes = new Uint8Array(length / 8);
    for (const index of set)
        writeBit(bytes, index, true);
    return encodeBytes(bytes);
}
/**
 * The list with the statuses of `changes` (index → set or not) changed, all others as they were.
 *
 * @throws ContainerFault as `decodeStatusList`, or status_index_out_of_range
 */
export function updateStatusList(encoded, changes) {
    const bytes = decodeBytes(encoded, {});
    for (const [index, isOn] of changes)
        writeBit(bytes, index, isOn);
    return encodeBytes(bytes);
}
/** Without a time of its own, so that the same statuses give the same text. */
function encodeBytes(bytes) {
    return `u${base64urlnopad.encode(gzipSync(bytes, { mtime: 0, level: 9 }))}`;
}
function writeBit(bytes, index, isOn) {
    checkIndex(index, bytes.length * 8);
    const byte = bytes[index >> 3] ?? 0;
    bytes[index >> 3] = isOn ? byte | maskOf(index) : byte & ~maskOf(index);
}
/**
 * Decodes a list, never expanding it beyond its limits.
 *
 * @param limits by default 131,072 to 16,777,216 entries
 * @throws ContainerFault status_list_encoding | compression_broken | status_list_too_short | status_list_too_long
 * @see W3C Bitstring Status List 1.0, section "Bitstring Expansion Algorithm"
 */
export function decodeStatusList(encoded, limits = {}) {
    const bytes = decodeBytes(encoded, limits);
    const length = bytes.length * 8;
    return {
        length,
        isSet(index) {
            checkIndex(index, length);
            return ((bytes[index >> 3] ?? 0) & maskOf(index)) !== 0;
        },
    };
}
function decodeBytes(encoded, limits) {
    const longest = limits.longest ?? longestStatusList;
    const bytes = gunzip(decodeMultibase(encoded, longest), {
        packedBytes: longest / 8 + 1024,
        bytes: longest / 8,
        beyond: 'status_list_too_long',
    });
    checkLength(bytes.length * 8, limits);
    return bytes;
}
/** Statuses that do not compress are little longer gzipped than plain: a longer text cannot be a list within limits. */
function decodeMultibase(encoded, longest) {
    if (!encoded.startsWith('u'))
        throw new ContainerFault('status_list_encoding');
    if (encoded.length > longest / 4 + 1024)
        throw new ContainerFault('status_list_too_long');
    // The standard has no padding; some write it, and it means nothing.
    const text = encoded.slice(1).replace(/={1,2}$/, '');
    if (!/^[\w-]+$/.test(text))
        throw new ContainerFault('status_list_encoding');
    try {
        return base64urlnopad.decode(text);
    }
    catch {
        // Letters and length were checked: what remains are stray bits at the end, which one text must not have.
        throw new ContainerFault('status_list_encoding');
    }
}
function checkLength(length, { shortest = shortestStatusList, longest = longestStatusList }) {
    if (length % 8 !== 0)
        throw new RangeError(`${length} entries do not fill bytes`);
    if (length < shortest)
        throw new ContainerFault('status_list_too_short', { entries: String(length) });
    if (length > longest)
        throw new ContainerFault('status_list_too_long', { entries: String(length) });
}
function checkIndex(index, length) {
    if (Number.isInteger(index) && index >= 0 && index < length)
        return;
    throw new ContainerFault('status_index_out_of_range', { index: String(index), entries: String(length) });
}
/** The first entry is the leftmost bit of the first byte. */
function maskOf(index) {
    return 0x80 >> (index & 7);
}
