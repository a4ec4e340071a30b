import { base64urlnopad } from '@scure/base';
import { isRecord, type JsonRecord } from '../badge/json.ts';
import { isCompactJws } from './credential-text.ts';
import { ContainerFault } from './fault.ts';
import { type Disagreement, readCredentialOf } from './jwt-claims.ts';
import { parseStrictJson } from './strict-json.ts';
import { readUtf8 } from './utf8.ts';

/** A badge as a signed token, read but not yet verified. */
export type JwtBadge = {
  /** The compact JWS, as given. */
  token: string;
  header: JsonRecord;
  /** The credential that the payload holds, complete: what only the payload's claims say is written into it. */
  document: JsonRecord;
  /** The first of the payload's claims that says something else than the credential, or null. */
  disagreement: Disagreement | null;
};

/**
 * Reads the three parts of a compact JWS strictly, so that there is one way only to read what was signed.
 *
 * @throws ContainerFault jwt_broken, or JsonFault for the JSON within
 * @see Open Badges 3.0, section "JSON Web Token Proof Format"; RFC 7515, section 5.2
 */
export function readJwtBadge(token: string): JwtBadge {
  if (!isCompactJws(token)) throw broken('shape');
  const [header, payload] = token.split('.').map(decodePart);
  const claims = readObject(payload);
  return { token, header: readObject(header), ...readCredentialOf(claims) };
}

/** Stray bits at the end of a part are refused: they would let one signature stand under two texts. */
function decodePart(part: string): Uint8Array {
  try {
    return base64urlnopad.decode(part);
  } catch {
    throw broken('encoding');
  }
}

function readObject(bytes: Uint8Array = new Uint8Array()): JsonRecord {
  const value = parseStrictJson(readUtf8(bytes));
  if (!isRecord(value)) throw broken('no_object');
  return value;
}

function broken(reason: string): ContainerFault {
  return new ContainerFault('jwt_broken', { reason });
}
