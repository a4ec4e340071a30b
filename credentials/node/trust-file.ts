import { isRecord } from '../badge/json.ts';
import { parseStrictJson } from '../containers/strict-json.ts';
import { readDidDocument } from '../issuer/reading.ts';
import type { IssuerKey, TrustedIssuer } from '../trust.ts';

/**
 * Reads issuers from a file: a DID document, or what an installation says of whom it trusts (`GET /api/trusted-issuers`).
 *
 * @returns null if it is neither
 * @throws JsonFault if it is not JSON
 */
export function readTrustFile(text: string): TrustedIssuer[] | null {
  const content = parseStrictJson(text);
  const issuer = readDidDocument(content);
  if (issuer !== null && issuer.keys.length > 0) return [{ ...issuer, name: issuer.id }];
  if (!isRecord(content) || !Array.isArray(content.issuers)) return null;
  const issuers = content.issuers.map(readIssuer);
  return issuers.every((one) => one !== null) ? issuers : null;
}

function readIssuer(value: unknown): TrustedIssuer | null {
  if (!isRecord(value) || typeof value.id !== 'string' || !Array.isArray(value.keys)) return null;
  const keys = value.keys.map(readKey);
  if (!keys.every((key) => key !== null)) return null;
  return { id: value.id, name: typeof value.name === 'string' ? value.name : value.id, keys };
}

function readKey(value: unknown): IssuerKey | null {
  if (!isRecord(value)) return null;
  const { id, publicKeyMultibase } = value;
  return typeof id === 'string' && typeof publicKeyMultibase === 'string' ? { id, publicKeyMultibase } : null;
}
