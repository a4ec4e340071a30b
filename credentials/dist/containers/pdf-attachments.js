import { ContainerFault } from './fault.js';
import { inflateRaw } from './inflate.js';
import { largestCredential, largestPackedCredential } from './limits.js';
/** A stream's dictionary is looked for this far around the words that give it away. */
const windowBytes = 4096;
/** More attached files than this nobody puts beside a certificate. */
const mostAttachments = 32;
const mostTraces = 512;
/** Compressed bytes that are unpacked in one file, all together. */
const mostPackedBytes = 2 * largestPackedCredential;
/** `/Type /EmbeddedFile` may be left out; then the media type, as its name is written in PDF, gives a file away. */
const traces = ['/EmbeddedFile', '/application#2F'];
/**
 * The files attached to a PDF, found by what their streams say of themselves and not by the tables around them, so that
 * damaged and updated files are read too. Streams always stand openly in the file, even where other objects do not.
 *
 * @throws ContainerFault pdf_not_supported if there are more than 32
 * @see ISO 32000-2, sections 7.3.8 "Stream objects" and 7.11.4 "Embedded file streams"
 */
export function* readAttachments(pdf) {
    let left = mostPackedBytes;
    for (const { dictionary, start } of findStreams(pdf)) {
        const filter = readFilter(dictionary);
        const stored = cutStream(pdf, dictionary, start);
        if (filter === 'unknown')
            yield { fault: 'unknown_filter' };
        else if (stored === null)
            yield { fault: 'broken' };
        else if (stored.length > (filter === 'deflate' ? Math.min(left, largestPackedCredential) : largestCredential)) {
            yield { fault: 'too_large' };
        }
        else if (filter === 'none')
            yield { content: stored };
        else {
            left -= stored.length;
            yield unpack(stored);
        }
    }
}
function* findStreams(pdf) {
    const seen = new Set();
    let looks = 0;
    for (const trace of traces) {
        for (let at = findWord(pdf, trace); at !== -1; at = findWord(pdf, trace, at + 1)) {
            if (++looks > mostTraces || seen.size >= mostAttachments) {
                throw new ContainerFault('pdf_not_supported', { reason: 'too_many_attachments' });
            }
            const stream = findStream(pdf, at);
            if (stream === null || seen.has(stream.start))
                continue;
            seen.add(stream.start);
            yield stream;
        }
    }
}
/** Where `word` stands at or after `from`, or -1. */
export function findWord(pdf, word, from = 0) {
    const first = word.charCodeAt(0);
    for (let at = from; at < pdf.length; at++) {
        if (pdf[at] !== first)
            continue;
        let length = 1;
        while (length < word.length && pdf[at + length] === word.charCodeAt(length))
            length++;
        if (length === word.length)
            return at;
    }
    return -1;
}
/** The stream in whose dictionary `at` lies; null if it lies in none. */
function findStream(pdf, at) {
    const before = readLatin1(pdf, Math.max(0, at - windowBytes), at);
    const after = readLatin1(pdf, at, at + windowBytes);
    const opening = before.lastIndexOf(' obj');
    const closing = /^.*?>>\s*stream(?:\r\n|\n|\r)/s.exec(after);
    if (opening === -1 || closing === null || closing[0].includes('endobj'))
        return null;
    return { dictionary: before.slice(opening + 4) + closing[0], start: at + closing[0].length };
}
function readFilter(dictionary) {
    const written = /\/Filter\s*(\/[^\s/<>[\]()]+|\[[^\]]*\])/.exec(dictionary)?.[1] ?? '';
    const [filter, ...others] = written.match(/[A-Za-z0-9]+/g) ?? [];
    const isPredicted = /\/Predictor\s+(?!1\b)/.test(dictionary);
    if (filter === undefined)
        return 'none';
    return (filter === 'FlateDecode' || filter === 'Fl') && others.length === 0 && !isPredicted ? 'deflate' : 'unknown';
}
/** Without zlib's two bytes, and without a look at its checksum: where a stream ends exactly, writers differ. */
function unpack(stored) {
    const bound = { packedBytes: stored.length, bytes: largestCredential, beyond: 'credential_too_large' };
    try {
        return { content: inflateRaw(stored.subarray(2), bound) };
    }
    catch (error) {
        if (!(error instanceof ContainerFault))
            throw error;
        return { fault: error.code === 'credential_too_large' ? 'too_large' : 'broken' };
    }
}
/** The stream's bytes: as long as it says if `endstream` is there, else to the next `endstream`. */
function cutStream(pdf, dictionary, start) {
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R|\d)/.exec(dictionary)?.[1] ?? Number.NaN);
    if (/^\s{0,2}endstream/.test(readLatin1(pdf, start + length, start + length + 11))) {
        return pdf.subarray(start, start + length);
    }
    const within = pdf.subarray(start, start + 2 * largestCredential);
    const end = findWord(within, 'endstream');
    return end === -1 ? null : within.subarray(0, end);
}
function readLatin1(bytes, start, end) {
    return String.fromCharCode(...bytes.subarray(start, end));
}
