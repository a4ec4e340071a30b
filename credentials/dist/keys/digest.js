import { hex } from '@scure/base';
const encoder = new TextEncoder();
/** SHA-256 of a text's UTF-8 bytes: 32 bytes. */
export async function digest(text) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}
/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export async function digestHex(text) {
    return hex.encode(await digest(text));
}
