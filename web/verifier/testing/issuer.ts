import {
  buildBadge,
  buildStatusList,
  didOfOrigin,
  encodeStatusList,
  importSigningKey,
  keyIdOf,
  signDocument,
  type TrustedIssuer,
} from '@pyladder/credentials';

const FEWEST_ENTRIES = 131_072;
const INDEX = 7;

/** Where a document of the test says that it lives: the same place as the page, as with this site's own. */
export const ORIGIN = 'http://localhost';

export type TestIssuer = {
  trusted: TrustedIssuer;
  /** A signed badge, as text. */
  issue(changes?: { isDemo?: boolean; validUntil?: Date; email?: string }): Promise<string>;
  /** The signed list at an address of a badge, in which every badge is withdrawn or none. */
  list(address: string, withdrawn: 'revocation' | 'suspension' | null): Promise<string>;
};

/** An issuer with a key of its own, that issues badges like those of this site. @param byte tells its keys apart */
export async function givenIssuer(byte = 1): Promise<TestIssuer> {
  // PKCS#8 of Ed25519 is a fixed beginning and the 32 bytes of the seed (RFC 8410).
  const beginning = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];
  const key = await importSigningKey(new Uint8Array([...beginning, ...new Array<number>(32).fill(byte)]));
  const id = didOfOrigin(ORIGIN);
  const keyId = keyIdOf(id, key.publicKeyMultibase);
  const signing = { key, verificationMethod: keyId, created: new Date('2024-11-20T10:42:07Z') };
  return {
    trusted: {
      id,
      name: 'Example Examination Board',
      keys: [{ id: keyId, publicKeyMultibase: key.publicKeyMultibase }],
    },
    async issue({ isDemo = false, validUntil, email = 'ada@example.org' } = {}) {
      const badge = await buildBadge({
        id: `${ORIGIN}/credentials/0197a3f0-0000-7000-8000-00000000c0de`,
        issuer: { id, name: 'Example Examination Board', url: ORIGIN },
        isDemo,
        achievement: {
          id: `${ORIGIN}/achievements/pcep`,
          name: 'Certified Entry-Level Python Programmer',
          short: 'PCEP',
          description: 'Reads and writes short Python programs.',
          criteria: 'Passed the PCEP exam.',
          criteriaUrl: `${ORIGIN}/pcep`,
          tags: ['Python'],
        },
        holder: { email, salt: 'a-salt-of-the-test' },
        validFrom: new Date('2024-11-20T10:42:07Z'),
        validUntil: validUntil ?? null,
        status: {
          listAddress: { revocation: `${ORIGIN}/status/1/revocation`, suspension: `${ORIGIN}/status/1/suspension` },
          index: INDEX,
        },
      });
      return JSON.stringify(await signDocument(badge, signing));
    },
    async list(address, withdrawn) {
      const purpose = address.endsWith('suspension') ? 'suspension' : 'revocation';
      const list = buildStatusList({
        id: address,
        listAddress: address,
        issuerId: id,
        purpose,
        encodedList: encodeStatusList(FEWEST_ENTRIES, withdrawn === purpose ? [INDEX] : []),
        validFrom: new Date('2024-11-20T00:00:00Z'),
        validUntil: new Date('2100-01-01T00:00:00Z'),
      });
      return JSON.stringify(await signDocument(list, signing));
    },
  };
}
