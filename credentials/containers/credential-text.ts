import { ContainerFault } from './fault.ts';
import { largestCredential } from './limits.ts';
import { parseStrictJson } from './strict-json.ts';

const compactJws = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Whether a text has the shape of a compact JWS: three parts of base64url with dots between them. @see RFC 7515, 7.1 */
export function isCompactJws(text: string): boolean {
  return compactJws.test(text);
}

/** Refuses to bake what is neither a JSON object nor a compact JWS. @throws ContainerFault */
export function checkCredentialText(text: string): void {
  if (isCompactJws(text)) {
    if (text.length > largestCredential) throw new ContainerFault('credential_too_large');
    return;
  }
  const value = parseStrictJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ContainerFault('no_credential');
}
