import { generateKeyPairSync } from 'node:crypto';
import {
  buildBadge,
  buildDidDocument,
  buildStatusList,
  didOfOrigin,
  encodeStatusList,
  importSigningKey,
  keyIdOf,
  signDocument,
  type TrustedIssuer,
} from '../../index.ts';

const LIST_LENGTH = 131_072;

/** An issuer with a key of its own, as far as verifiers can tell. */
export type GivenIssuer = {
  trusted: TrustedIssuer;
  didDocument: object;
  /** A signed badge as text; `index` is its place in both status lists. */
  badge(change?: { index?: number; validFrom?: Date; validUntil?: Date | null; isDemo?: boolean }): Promise<string>;
  /** A signed status list as text, with these bits set. */
  statusList(purpose: 'revocation' | 'suspension', set: readonly number[]): Promise<string>;
  listAddress(purpose: 'revocation' | 'suspension'): string;
};

const issuedAt = new Date('2027-01-01T00:00:00Z');

/** @param origin where its documents lie; `did` where it is named otherwise than by that */
export async function givenIssuer(origin = 'https://issuer.example', did = didOfOrigin(origin)): Promise<GivenIssuer> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = await importSigningKey(privateKey.export({ type: 'pkcs8', format: 'der' }));
  const keys = [{ id: keyIdOf(did, key.publicKeyMultibase), publicKeyMultibase: key.publicKeyMultibase }];
  const signing = { key, verificationMethod: keyIdOf(did, key.publicKeyMultibase), created: issuedAt };
  const listAddress = (purpose: 'revocation' | 'suspension') => `${origin}/status/1/${purpose}`;
  return {
    trusted: { id: did, name: 'Ladder College', keys },
    didDocument: buildDidDocument({ did, keys, url: origin }),
    listAddress,
    async badge({ index = 7, validFrom = issuedAt, validUntil = null, isDemo = false } = {}) {
      const badge = await buildBadge({
        id: `${origin}/credentials/00000000-0000-4000-8000-00000000000${index % 10}`,
        issuer: { id: did, name: 'Ladder College', url: origin },
        isDemo,
        achievement: {
          id: `${origin}/achievements/pcep`,
          name: 'PCEP: Certified Entry-Level Python Programmer',
          short: 'PCEP',
          description: 'The holder has passed the PCEP exam.',
          criteria: 'At least 21 of 30 points in one sitting.',
          criteriaUrl: `${origin}/pcep`,
          tags: ['Python'],
        },
        holder: { email: 'ada@example.org', salt: 'c2FsdA' },
        validFrom,
        validUntil,
        status: {
          listAddress: { revocation: listAddress('revocation'), suspension: listAddress('suspension') },
          index,
        },
      });
      return JSON.stringify(await signDocument(badge, signing));
    },
    async statusList(purpose, set) {
      const list = buildStatusList({
        id: listAddress(purpose),
        listAddress: listAddress(purpose),
        issuerId: did,
        purpose,
        encodedList: encodeStatusList(LIST_LENGTH, set),
        validFrom: issuedAt,
        validUntil: null,
      });
      return JSON.stringify(await signDocument(list, signing));
    },
  };
}
