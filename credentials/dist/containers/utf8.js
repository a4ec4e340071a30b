import { utf8 } from '@scure/base';
import { ContainerFault } from './fault.js';
/** Bytes as text, strictly; a byte order mark stays. @throws ContainerFault not_utf8 */
export function readUtf8(bytes) {
    try {
        return utf8.encode(bytes);
    }
    catch {
        // The library throws a TypeError for one reason alone.
        throw new ContainerFault('not_utf8');
    }
}
/** Text as bytes. @throws TypeError if a surrogate stands alone: no text that came from bytes has one */
export function writeUtf8(text) {
    return utf8.decode(text);
}
