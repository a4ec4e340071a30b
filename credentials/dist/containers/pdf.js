import { isCompactJws } from './credential-text.js';
import { ContainerFault } from './fault.js';
import { findWord, readAttachments } from './pdf-attachments.js';
import { readUtf8 } from './utf8.js';
/**
 * The credential attached to a PDF: the one attached file that is JSON-LD or a compact JWS. The same one attached again,
 * as an update of the file does, counts once.
 *
 * @throws ContainerFault no_credential | several_credentials | pdf_encrypted | pdf_not_supported | pdf_broken |
 *   credential_too_large
 */
export function readPdf(pdf) {
    const found = new Set();
    const faults = new Set();
    for (const attachment of readAttachments(pdf)) {
        if ('fault' in attachment)
            faults.add(attachment.fault);
        else
            for (const text of readCredentials(attachment))
                found.add(text);
    }
    const [text, ...others] = found;
    if (others.length > 0)
        throw new ContainerFault('several_credentials');
    return text ?? explainAbsence(pdf, faults);
}
function readCredentials(attachment) {
    const text = readText(attachment.content).trim();
    const isCredential = (text.startsWith('{') && text.includes('"@context"')) || isCompactJws(text);
    return isCredential ? [text] : [];
}
/** Files of other kinds are attached to PDFs too: what is no text is no credential. */
function readText(content) {
    try {
        return readUtf8(content).replace(/^\uFEFF/, '');
    }
    catch (error) {
        if (error instanceof ContainerFault)
            return '';
        throw error;
    }
}
/** Says "none" only where everything could be looked at. */
function explainAbsence(pdf, faults) {
    if (isEncrypted(pdf))
        throw new ContainerFault('pdf_encrypted');
    if (faults.has('broken'))
        throw new ContainerFault('pdf_broken', { reason: 'attachment' });
    if (faults.has('unknown_filter'))
        throw new ContainerFault('pdf_not_supported', { reason: 'filter' });
    if (faults.has('too_large'))
        throw new ContainerFault('credential_too_large');
    if (findWord(pdf, '/ObjStm') !== -1)
        throw new ContainerFault('pdf_not_supported', { reason: 'object_streams' });
    throw new ContainerFault('no_credential');
}
/** The trailer of an encrypted file has `/Encrypt`, a reference or a dictionary. */
function isEncrypted(pdf) {
    for (let at = findWord(pdf, '/Encrypt'); at !== -1; at = findWord(pdf, '/Encrypt', at + 1)) {
        const next = String.fromCharCode(...pdf.subarray(at + 8, at + 12));
        if (/^\s*(\d|<<)/.test(next))
            return true;
    }
    return false;
}
