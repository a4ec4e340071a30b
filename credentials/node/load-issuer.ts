import { ContainerFault } from '../containers/fault.ts';
import { parseStrictJson } from '../containers/strict-json.ts';
import { didDocumentAddress, didOfOrigin } from '../issuer/did.ts';
import { readDidDocument } from '../issuer/reading.ts';
import type { TrustedIssuer } from '../trust.ts';
import { FetchFault } from './fetch-fault.ts';
import { type FetchWish, fetchSafely } from './fetch-safely.ts';
import type { IssuerSource } from './issuer-source.ts';

/** Why an issuer's keys could not be had. Stable: clients put it into words. */
export type IssuerFaultCode =
  /** What lies there is not JSON. */
  | 'not_json'
  /** JSON, but neither a DID document with a key that can be used nor a profile that names one. */
  | 'no_keys'
  /** A document of somebody else: its id does not belong to the address. */
  | 'other_issuer';

export class IssuerFault extends Error {
  readonly code: IssuerFaultCode;
  readonly address: string;

  constructor(code: IssuerFaultCode, address: string) {
    super(`${code}: ${address}`);
    this.name = 'IssuerFault';
    this.code = code;
    this.address = address;
  }
}

/** How an issuer's documents are fetched: the limits are set here. */
export type IssuerFetch = Pick<FetchWish, 'allowed' | 'network' | 'signal'>;

const LIMITS = { kind: 'json', maxBytes: 256 * 1024, limitMs: 10_000 } as const;

/**
 * Brings an issuer's keys, and its name as its profile or else its host has it.
 *
 * @throws FetchFault, IssuerFault
 */
export async function loadIssuer(source: IssuerSource, how: IssuerFetch): Promise<TrustedIssuer> {
  switch (source.type) {
    case 'key': {
      const { did, publicKeyMultibase } = source;
      return { id: did, name: did, keys: [{ id: `${did}#${publicKeyMultibase}`, publicKeyMultibase }] };
    }
    case 'document':
      return loadDocument(source.address, source.did, how);
    case 'site':
      return loadDocument(`${source.origin}/.well-known/did.json`, didOfOrigin(source.origin), how);
    case 'address':
      return loadAddress(source.address, how);
  }
}

async function loadDocument(address: string, id: string, how: IssuerFetch, name?: string): Promise<TrustedIssuer> {
  const issuer = readKeys(await fetchJson(address, how));
  if (issuer === null) throw new IssuerFault('no_keys', address);
  if (issuer.id !== id) throw new IssuerFault('other_issuer', address);
  return { ...issuer, name: name ?? new URL(address).host };
}

async function loadAddress(address: string, how: IssuerFetch): Promise<TrustedIssuer> {
  const document = await fetchJson(address, how);
  const { origin, host } = new URL(address);
  const issuer = readKeys(document);
  const { id, name } = readProfile(document);
  if (issuer !== null) {
    const isItsPlace = issuer.id === address || didDocumentAddress(issuer.id) === address;
    if (!isItsPlace) throw new IssuerFault('other_issuer', address);
    return { ...issuer, name: name ?? host };
  }
  if (id === null || id === address) throw new IssuerFault('no_keys', address);
  // A profile may speak for its own site only.
  if (id !== didOfOrigin(origin)) throw new IssuerFault('other_issuer', address);
  return loadDocument(`${origin}/.well-known/did.json`, id, how, name ?? host);
}

/** A DID document without a key that can be used is none: a profile looks like one. */
function readKeys(document: unknown): Omit<TrustedIssuer, 'name'> | null {
  const issuer = readDidDocument(document);
  return issuer === null || issuer.keys.length === 0 ? null : issuer;
}

function readProfile(document: unknown): { id: string | null; name: string | null } {
  if (typeof document !== 'object' || document === null) return { id: null, name: null };
  const id = 'id' in document && typeof document.id === 'string' ? document.id : null;
  const name = 'name' in document && typeof document.name === 'string' ? document.name.slice(0, 200) : null;
  return { id, name };
}

async function fetchJson(address: string, how: IssuerFetch): Promise<unknown> {
  const { bytes } = await fetchSafely(address, { ...how, ...LIMITS });
  try {
    return parseStrictJson(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    if (error instanceof ContainerFault) throw new IssuerFault('not_json', address);
    throw error;
  }
}

/** Whether an error is an issuer's doing or the network's, not a bug. */
export function isIssuerFault(error: unknown): error is FetchFault | IssuerFault {
  return error instanceof FetchFault || error instanceof IssuerFault;
}
