import { checkCredentialText } from './credential-text.js';
import { ContainerFault } from './fault.js';
import { unzlib } from './inflate.js';
import { largestCredential, largestPackedCredential } from './limits.js';
import { broken, readChunks, writeChunk } from './png-chunks.js';
import { readUtf8, writeUtf8 } from './utf8.js';
const keyword = 'openbadgecredential';
const keywordOfOpenBadges2 = 'openbadges';
const bound = {
    packedBytes: largestPackedCredential,
    bytes: largestCredential,
    beyond: 'credential_too_large',
};
/**
 * The credential baked into a PNG: JSON or a compact JWS, as it stands there.
 *
 * @throws ContainerFault png_broken | no_credential | several_credentials | open_badges_2 | credential_too_large |
 *   compression_broken | not_utf8
 * @see Open Badges 3.0, section "PNG: Extracting". It stops at the first; here a second is refused, since readers
 *   could differ on which is meant. Compressed text, which it forbids, is read: some bakers write it.
 */
export function readPng(png) {
    let found = null;
    let isOpenBadges2 = false;
    for (const chunk of readChunks(png)) {
        if (hasKeyword(chunk, keyword)) {
            if (found !== null)
                throw new ContainerFault('several_credentials');
            found = chunk;
        }
        else if (hasKeyword(chunk, keywordOfOpenBadges2))
            isOpenBadges2 = true;
    }
    if (found === null)
        throw new ContainerFault(isOpenBadges2 ? 'open_badges_2' : 'no_credential');
    return readText(found);
}
/**
 * Bakes a credential into a PNG: one uncompressed `iTXt` chunk directly after IHDR, in place of one that was there.
 * The other chunks stay as they are; what follows IEND is left out.
 *
 * @param credential signed: JSON or a compact JWS
 * @throws ContainerFault if the image or the credential is not one
 * @see Open Badges 3.0, section "PNG: Baking"
 */
export function bakePng(png, credential) {
    checkCredentialText(credential);
    const baked = writeChunk('iTXt', writeUtf8(`${keyword}\0\0\0\0\0${credential}`));
    const parts = [png.subarray(0, 8)];
    for (const chunk of readChunks(png)) {
        if (chunk.type === 'iTXt' && hasKeyword(chunk, keyword))
            continue;
        parts.push(png.subarray(chunk.start, chunk.end));
        if (chunk.type === 'IHDR')
            parts.push(baked);
    }
    const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
        whole.set(part, at);
        at += part.length;
    }
    return whole;
}
/** Open Badges 3.0 has `iTXt` alone; the keyword of 2.0 is found in `tEXt` too. */
function hasKeyword({ type, content }, wanted) {
    if (type !== 'iTXt' && !(type === 'tEXt' && wanted === keywordOfOpenBadges2))
        return false;
    if (content[wanted.length] !== 0)
        return false;
    for (let at = 0; at < wanted.length; at++)
        if (content[at] !== wanted.charCodeAt(at))
            return false;
    return true;
}
/** After the keyword: compression flag, compression method, language NUL, translated keyword NUL, text. */
function readText(chunk) {
    const { content } = chunk;
    const flag = content[keyword.length + 1];
    const method = content[keyword.length + 2];
    const language = content.indexOf(0, keyword.length + 3);
    const translated = language === -1 ? -1 : content.indexOf(0, language + 1);
    if (translated === -1)
        throw broken('text_cut_off', chunk);
    if ((flag !== 0 && flag !== 1) || method !== 0)
        throw broken('text_compression', chunk);
    const stored = content.subarray(translated + 1);
    const text = flag === 1 ? unzlib(stored, bound) : stored;
    if (text.length > bound.bytes)
        throw new ContainerFault(bound.beyond, { limitBytes: String(bound.bytes) });
    if (text.includes(0))
        throw broken('text_has_nul', chunk);
    return readUtf8(text);
}
