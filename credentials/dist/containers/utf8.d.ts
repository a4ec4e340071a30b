/** Bytes as text, strictly; a byte order mark stays. @throws ContainerFault not_utf8 */
export declare function readUtf8(bytes: Uint8Array): string;
/** Text as bytes. @throws TypeError if a surrogate stands alone: no text that came from bytes has one */
export declare function writeUtf8(text: string): Uint8Array;
