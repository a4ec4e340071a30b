import { SaxesParser } from 'saxes';
import { ContainerFault } from './fault.js';
import { largestDrawing } from './limits.js';
/** The namespace of baked credentials; beside it the one that some bakers take from the specification's address. */
export const badgeNamespace = 'https://purl.imsglobal.org/ob/v3p0';
const badgeNamespaces = [badgeNamespace, 'https://purl.imsglobal.org/spec/ob/v3p0'];
const badgeNamespaceOfOpenBadges2 = 'http://openbadges.org';
const drawingNamespaces = ['http://www.w3.org/2000/svg', ''];
const deepest = 256;
const mostAttributes = 1024;
/**
 * Reads an SVG from beginning to end and notes the credential elements in it. Entities of the document's own are not
 * defined by anything here and so expand to nothing: a document that declares any is refused.
 *
 * @throws ContainerFault too_large | svg_broken | svg_doctype | not_svg
 */
export function readDrawing(svg) {
    if (svg.length > largestDrawing)
        throw new ContainerFault('too_large', { limitBytes: String(largestDrawing) });
    const parser = new SaxesParser({ xmlns: true });
    const credentials = [];
    let root = null;
    let open = null;
    let hasOpenBadges2 = false;
    let depth = 0;
    let start = 0;
    let attributes = 0;
    parser.on('error', (error) => {
        throw new ContainerFault('svg_broken', { reason: 'not_well_formed', message: error.message });
    });
    parser.on('xmldecl', ({ encoding }) => {
        if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding))
            throw broken('encoding');
    });
    // The name of a public DTD, as drawing programs write it, is never followed and so harmless.
    parser.on('doctype', (declaration) => {
        if (declaration.includes('['))
            throw new ContainerFault('svg_doctype');
    });
    parser.on('opentagstart', () => {
        start = svg.lastIndexOf('<', parser.position - 1);
        attributes = 0;
        if (++depth > deepest)
            throw broken('too_deep');
        if (open !== null)
            throw broken('element_in_credential');
    });
    parser.on('attribute', () => {
        if (++attributes > mostAttributes)
            throw broken('too_many_attributes');
    });
    parser.on('opentag', (tag) => {
        if (root === null)
            root = readRoot(tag, start, parser.position);
        if (tag.uri === badgeNamespaceOfOpenBadges2)
            hasOpenBadges2 = true;
        if (!badgeNamespaces.includes(tag.uri) || tag.local !== 'credential')
            return;
        open = { start, end: 0, verify: tag.attributes.verify?.value ?? '', body: '' };
    });
    const addText = (text) => {
        if (open !== null)
            open.body += text;
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', () => {
        depth--;
        if (open !== null)
            credentials.push({ ...open, end: parser.position });
        open = null;
    });
    parser.write(svg).close();
    if (root === null)
        throw new ContainerFault('not_svg');
    return { root, credentials, hasOpenBadges2 };
}
function readRoot(tag, start, tagEnd) {
    if (tag.local !== 'svg' || !drawingNamespaces.includes(tag.uri))
        throw new ContainerFault('not_svg');
    return { name: tag.name, start, tagEnd, isSelfClosing: tag.isSelfClosing, namespaces: tag.ns };
}
function broken(reason) {
    return new ContainerFault('svg_broken', { reason });
}
