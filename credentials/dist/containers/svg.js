import { checkCredentialText, isCompactJws } from './credential-text.js';
import { ContainerFault } from './fault.js';
import { largestCredential } from './limits.js';
import { badgeNamespace, readDrawing } from './svg-drawing.js';
import { writeUtf8 } from './utf8.js';
/**
 * The credential baked into an SVG: the JSON in the element's body, or the compact JWS of its `verify` attribute.
 *
 * @throws ContainerFault svg_broken | svg_doctype | not_svg | no_credential | several_credentials | open_badges_2 |
 *   credential_too_large
 * @see Open Badges 3.0, section "SVG: Extracting". It stops at the first; here a second is refused, since readers could
 *   differ on which is meant.
 */
export function readSvg(svg) {
    const { credentials, hasOpenBadges2 } = readDrawing(svg);
    const texts = credentials.flatMap(({ verify, body }) => [verify.trim(), body.trim()]).filter((text) => text !== '');
    const [text, ...others] = texts;
    if (others.length > 0 || credentials.length > 1)
        throw new ContainerFault('several_credentials');
    if (text === undefined)
        throw new ContainerFault(hasOpenBadges2 ? 'open_badges_2' : 'no_credential');
    if (writeUtf8(text).length > largestCredential)
        throw new ContainerFault('credential_too_large');
    return text;
}
/**
 * Bakes a credential into an SVG: one element directly after the root's tag, in place of any that were there. The rest
 * of the text stays as it is.
 *
 * @param credential signed: JSON or a compact JWS
 * @throws ContainerFault if the image or the credential is not one
 * @see Open Badges 3.0, section "SVG: Baking"
 */
export function bakeSvg(svg, credential) {
    checkCredentialText(credential);
    const { root, credentials } = readDrawing(svg);
    let rest = svg.slice(root.tagEnd);
    for (const { start, end } of credentials.toReversed()) {
        rest = rest.slice(0, start - root.tagEnd) + rest.slice(end - root.tagEnd);
    }
    const bound = root.namespaces.openbadges;
    const declaration = ` xmlns:openbadges="${badgeNamespace}"`;
    const afterName = root.start + 1 + root.name.length;
    const declared = bound === undefined ? declaration : '';
    const tag = svg.slice(root.start, afterName) + declared + svg.slice(afterName, root.tagEnd);
    const element = writeElement(credential, bound === undefined || bound === badgeNamespace ? '' : declaration);
    const body = root.isSelfClosing ? `${tag.slice(0, -2)}>${element}</${root.name}>` : tag + element;
    return svg.slice(0, root.start) + body + rest;
}
function writeElement(credential, declaration) {
    if (isCompactJws(credential)) {
        return `<openbadges:credential${declaration} verify="${credential}"></openbadges:credential>`;
    }
    return `<openbadges:credential${declaration}><![CDATA[${escapeForXml(credential)}]]></openbadges:credential>`;
}
/**
 * The same JSON without what XML cannot hold or would change: the end of a CDATA section, and characters that XML has
 * not. In JSON these can stand in strings alone, where an escape means the same.
 */
function escapeForXml(json) {
    return json.replaceAll(']]>', ']]\\u003e').replace(/[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g, (character) => {
        return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
}
