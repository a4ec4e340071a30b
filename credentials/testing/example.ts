import { buildBadge, didOfOrigin, importSigningKey, keyIdOf, signDocument, verifyBadge } from '../index.ts';

/** `privateKey`: an Ed25519 key, PKCS#8 in DER, as `openssl genpkey -algorithm ed25519 -outform DER` writes it. */
export async function issueAndVerify(privateKey: Uint8Array) {
  const origin = 'https://exams.example.org';
  const did = didOfOrigin(origin);
  const key = await importSigningKey(privateKey);
  const keyId = keyIdOf(did, key.publicKeyMultibase);

  const badge = await buildBadge({
    id: `${origin}/credentials/1`,
    issuer: { id: did, name: 'Example Exams', url: origin },
    isDemo: false,
    achievement: {
      id: `${origin}/achievements/entry`,
      name: 'Entry-Level Python Programmer',
      short: 'ELPP',
      description: 'Reads and writes short programs in Python.',
      criteria: 'Passed the proctored exam with 70 % or more.',
      criteriaUrl: `${origin}/ladder/entry`,
      tags: ['Python'],
    },
    holder: { email: 'ada@example.org', salt: 'f3c1b2a4958673' },
    validFrom: new Date('2027-03-01T09:00:00Z'),
    validUntil: null,
    status: {
      listAddress: { revocation: `${origin}/status/1/revocation`, suspension: `${origin}/status/1/suspension` },
      index: 94_567,
    },
  });
  const signed = await signDocument(badge, {
    key,
    verificationMethod: keyId,
    created: new Date('2027-03-01T09:00:00Z'),
  });

  return verifyBadge(JSON.stringify(signed), {
    trusted: [{ id: did, name: 'Example Exams', keys: [{ id: keyId, publicKeyMultibase: key.publicKeyMultibase }] }],
    status: null,
    now: new Date('2027-06-01T12:00:00Z'),
  });
}
