import { createPrivateKey } from 'node:crypto';
import { type BadgeFacts, buildBadge } from '../badge/badge.ts';
import { encodeStatusList } from '../containers/status-list.ts';
import { buildStatusList, type StatusPurpose } from '../containers/status-list-credential.ts';
import { didOfOrigin, keyIdOf } from '../issuer/did.ts';
import { importSigningKey, type SigningKey } from '../keys/signing-key.ts';
import { signDocument } from '../proof/signing.ts';
import type { StatusSource, TrustedIssuer } from '../trust.ts';

export const origin = 'https://exams.example.org';
export const issuedAt = new Date('2027-03-01T09:00:00Z');
export const now = new Date('2027-06-01T12:00:00Z');

/** A key that is the same in every run, made of one repeated byte. */
export function givenKey(byte: number): Promise<SigningKey> {
  // PKCS#8 of Ed25519 is a fixed beginning and the 32 bytes of the seed (RFC 8410).
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)]);
  createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return importSigningKey(der);
}

export type Issuer = {
  id: string;
  key: SigningKey;
  trusted: TrustedIssuer;
  /** Signs anything as this issuer. */
  sign(document: object, created?: Date): Promise<Record<string, unknown>>;
  /** A signed badge of the usual kind, with what differs. */
  issue(differences?: Partial<BadgeFacts>): Promise<Record<string, unknown>>;
  /** Answers for this issuer's lists, with these indices withdrawn. */
  status(withdrawn?: { revoked?: number[]; suspended?: number[]; from?: Date }): Promise<StatusSource>;
};

/** An issuer whose DID is of the web, at its own origin. */
export async function givenIssuer(byte = 1, at = origin): Promise<Issuer> {
  const key = await givenKey(byte);
  const id = didOfOrigin(at);
  const verificationMethod = keyIdOf(id, key.publicKeyMultibase);
  const sign = async (document: object, created = issuedAt) =>
    ({ ...(await signDocument(document, { key, verificationMethod, created })) }) as Record<string, unknown>;
  return {
    id,
    key,
    trusted: {
      id,
      name: 'Example Exams',
      keys: [{ id: verificationMethod, publicKeyMultibase: key.publicKeyMultibase }],
    },
    sign,
    issue: async (differences) => sign(await buildBadge({ ...givenFacts(id, at), ...differences })),
    status: async ({ revoked = [], suspended = [], from = issuedAt } = {}) => {
      const lists = new Map([
        [`${at}/status/1/revocation`, await signList('revocation', revoked, from)],
        [`${at}/status/1/suspension`, await signList('suspension', suspended, from)],
      ]);
      return async (address) => lists.get(address) ?? null;
    },
  };

  async function signList(purpose: StatusPurpose, set: number[], validFrom: Date): Promise<string> {
    const address = `${at}/status/1/${purpose}`;
    const facts = {
      id: address,
      listAddress: address,
      issuerId: id,
      purpose,
      encodedList: encodeStatusList(131_072, set),
      validFrom,
      validUntil: null,
    };
    return JSON.stringify(await sign(buildStatusList(facts), validFrom));
  }
}

/** The facts of a badge like those that exams give out. */
export function givenFacts(issuerId: string, at = origin): BadgeFacts {
  return {
    id: `${at}/credentials/0b0f6d0e-6d3c-4c5b-9c06-0d7f3f3c2f7a`,
    issuer: { id: issuerId, name: 'Example Exams', url: at },
    isDemo: false,
    achievement: {
      id: `${at}/achievements/entry`,
      name: 'Entry-Level Python Programmer',
      short: 'ELPP',
      description: 'Reads and writes short programs in Python.',
      criteria: 'Passed the proctored exam with 70 % or more.',
      criteriaUrl: `${at}/ladder/entry`,
      tags: ['Python', 'programming'],
    },
    holder: { email: 'ada@example.org', salt: 'f3c1b2a4958673' },
    validFrom: issuedAt,
    validUntil: new Date('2030-03-01T09:00:00Z'),
    status: {
      listAddress: { revocation: `${at}/status/1/revocation`, suspension: `${at}/status/1/suspension` },
      index: 94_567,
    },
  };
}
