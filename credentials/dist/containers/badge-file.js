import { isCompactJws } from './credential-text.js';
import { ContainerFault } from './fault.js';
import { largestCredential, largestFile } from './limits.js';
import { readPdf } from './pdf.js';
import { readPng } from './png.js';
import { isPng } from './png-chunks.js';
import { readSvg } from './svg.js';
import { readUtf8, writeUtf8 } from './utf8.js';
/**
 * Finds the credential in a file of any format, told by its content and not by its name. Never throws for what is in
 * the file.
 *
 * @param input at most 50 MB; the credential in it at most 1 MB
 */
export function readBadgeFile(input) {
    try {
        return typeof input === 'string' ? readText(input) : readBytes(input);
    }
    catch (error) {
        if (error instanceof ContainerFault)
            return { format: 'unreadable', code: error.code, detail: error.detail };
        throw error;
    }
}
function readBytes(bytes) {
    if (bytes.length > largestFile)
        throw new ContainerFault('too_large', { limitBytes: String(largestFile) });
    if (isPng(bytes))
        return { format: 'png', text: readPng(bytes) };
    if (startsWith(bytes, '%PDF-'))
        return { format: 'pdf', text: readPdf(bytes) };
    for (const [start, code] of otherFormats)
        if (startsWith(bytes, start))
            throw new ContainerFault(code);
    return readText(readUtf8(bytes));
}
/** Formats that people take for badges, by their first bytes. */
const otherFormats = [
    ['\xff\xd8\xff', 'looks_like_jpeg'],
    ['GIF8', 'looks_like_gif'],
    ['RIFF', 'looks_like_webp'],
    ['PK\x03\x04', 'looks_like_zip'],
];
function startsWith(bytes, start) {
    for (let at = 0; at < start.length; at++)
        if (bytes[at] !== start.charCodeAt(at))
            return false;
    return true;
}
function readText(input) {
    if (input.length > largestFile)
        throw new ContainerFault('too_large', { limitBytes: String(largestFile) });
    if (!input.isWellFormed())
        throw new ContainerFault('lone_surrogate');
    const text = input.replace(/^\uFEFF/, '').trim();
    if (text === '')
        throw new ContainerFault('empty');
    if (/^<(!doctype\s+html|html)\b/i.test(text))
        throw new ContainerFault('looks_like_html');
    if (text.startsWith('<'))
        return { format: 'svg', text: readSvg(text) };
    if (writeUtf8(text).length > largestCredential)
        throw new ContainerFault('credential_too_large');
    if (text.startsWith('{'))
        return { format: 'json', text };
    return readToken(text);
}
/** A compact JWS, though a mail program may have broken it into lines; or what is only nearly one. */
function readToken(text) {
    if (/^https?:\/\/\S+$/i.test(text))
        throw new ContainerFault('looks_like_address');
    const token = text.replace(/\s+/g, '');
    if (isCompactJws(token))
        return { format: 'jwt', text: token };
    if (/^[\w-]+(\.[\w-]*){4}$/.test(token))
        throw new ContainerFault('jwt_encrypted');
    if (/^[\w-]+\.[\w-]+\.[\w-]+~/.test(token))
        throw new ContainerFault('looks_like_sd_jwt');
    throw new ContainerFault('format_not_known');
}
