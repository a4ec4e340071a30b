import { base64urlnopad } from '@scure/base';
import { isRecord } from '../badge/json.js';
import { isCompactJws } from './credential-text.js';
import { ContainerFault } from './fault.js';
import { readCredentialOf } from './jwt-claims.js';
import { parseStrictJson } from './strict-json.js';
import { readUtf8 } from './utf8.js';
/**
 * Reads the three parts of a compact JWS strictly, so that there is one way only to read what was signed.
 *
 * @throws ContainerFault jwt_broken, or JsonFault for the JSON within
 * @see Open Badges 3.0, section "JSON Web Token Proof Format"; RFC 7515, section 5.2
 */
export function readJwtBadge(token) {
    if (!isCompactJws(token))
        throw broken('shape');
    const [header, payload] = token.split('.').map(decodePart);
    const claims = readObject(payload);
    return { token, header: readObject(header), ...readCredentialOf(claims) };
}
/** Stray bits at the end of a part are refused: they would let one signature stand under two texts. */
function decodePart(part) {
    try {
        return base64urlnopad.decode(part);
    }
    catch {
        throw broken('encoding');
    }
}
function readObject(bytes = new Uint8Array()) {
    const value = parseStrictJson(readUtf8(bytes));
    if (!isRecord(value))
        throw broken('no_object');
    return value;
}
function broken(reason) {
    return new ContainerFault('jwt_broken', { reason });
}
