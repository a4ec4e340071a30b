import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { buildBadge, importSigningKey, keyIdOf, signDocument } from '@pyladder/credentials';

/** An issuer elsewhere, whose key is its name, so that nobody has to be asked. */
export async function givenStranger() {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = await importSigningKey(privateKey.export({ type: 'pkcs8', format: 'der' }));
  const did = `did:key:${key.publicKeyMultibase}`;
  const origin = 'https://stranger.example';
  const sign = async (validUntil: Date | null) => {
    const badge = await buildBadge({
      id: `${origin}/credentials/${randomUUID()}`,
      issuer: { id: did, name: 'Stranger', url: origin },
      isDemo: false,
      achievement: {
        id: `${origin}/achievements/a`,
        name: 'Elsewhere',
        short: 'E',
        description: 'An exam elsewhere.',
        criteria: 'Passed.',
        criteriaUrl: `${origin}/a`,
        tags: [],
      },
      holder: { email: 'ada@example.org', salt: 'c2FsdA' },
      validFrom: new Date('2026-01-01T00:00:00Z'),
      validUntil,
      status: {
        listAddress: { revocation: `${origin}/status/1/revocation`, suspension: `${origin}/status/1/suspension` },
        index: 1,
      },
    });
    const verificationMethod = keyIdOf(did, key.publicKeyMultibase);
    const created = new Date('2026-01-01T00:00:00Z');
    return JSON.stringify(await signDocument(badge, { key, verificationMethod, created }));
  };
  return { did, sign };
}
