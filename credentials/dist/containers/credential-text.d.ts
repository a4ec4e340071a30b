/**
 * Whether a text has the shape of a compact JWS: three parts of base64url with dots between them, of which the first is
 * a JSON object.
 *
 * @see RFC 7515, section 7.1
 */
export declare function isCompactJws(text: string): boolean;
/** Refuses to bake what is neither a JSON object nor a compact JWS. @throws ContainerFault */
export declare function checkCredentialText(text: string): void;
