import { ContainerFault } from './fault.js';
import { largestCredential } from './limits.js';
import { parseStrictJson } from './strict-json.js';
/** `ey` and `ew` are how a JSON object begins in base64url, with a quotation mark or with a blank after the brace. */
const compactJws = /^e[yw][\w-]*\.[\w-]+\.[\w-]*$/;
/**
 * Whether a text has the shape of a compact JWS: three parts of base64url with dots between them, of which the first is
 * a JSON object.
 *
 * @see RFC 7515, section 7.1
 */
export function isCompactJws(text) {
    return compactJws.test(text);
}
/** Refuses to bake what is neither a JSON object nor a compact JWS. @throws ContainerFault */
export function checkCredentialText(text) {
    if (isCompactJws(text)) {
        if (text.length > largestCredential)
            throw new ContainerFault('credential_too_large');
        return;
    }
    const value = parseStrictJson(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new ContainerFault('no_credential');
}
