import { generateKeyPairSync } from 'node:crypto';
import { base58 } from '@scure/base';
import { SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { buildBadge } from '../badge/badge.ts';
import { bakePng, bakeSvg } from '../containers/index.ts';
import { keyIdOf } from '../issuer/did.ts';
import { importSigningKey } from '../keys/signing-key.ts';
import { hashForProof } from '../proof/data-integrity.ts';
import { signDocument } from '../proof/signing.ts';
import type { Check, Report } from '../report.ts';
import { readTestFile } from '../testing/files.ts';
import { givenFacts, givenIssuer, givenKey, type Issuer, issuedAt, now, origin } from '../testing/issuer.ts';
import type { StatusSource, TrustedIssuer } from '../trust.ts';
import { verifyBadge } from './verify-badge.ts';

let issuer: Issuer;
let genuine: Record<string, unknown>;
let standing: StatusSource;

beforeAll(async () => {
  issuer = await givenIssuer();
  genuine = await issuer.issue();
  standing = await issuer.status();
});

type Circumstances = { trusted?: readonly TrustedIssuer[]; status?: StatusSource | null; at?: Date };

function verify(document: unknown, { trusted = [issuer.trusted], status = standing, at = now }: Circumstances = {}) {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return verifyBadge(text, { trusted, status, now: at });
}

function checkOf({ checks }: Report, name: Check['name']): Check | undefined {
  return checks.find((check) => check.name === name);
}

test('a genuine badge is valid, and everything was looked at', async () => {
  const report = await verify(genuine);
  expect(report.verdict).toBe('valid');
  expect(report.complete).toBe(true);
  expect(report.checks.map(({ name, result, code }) => [name, result, code])).toEqual([
    ['format', 'passed', 'open_badge'],
    ['signature', 'passed', 'signature_holds'],
    ['issuer', 'passed', 'issuer_trusted'],
    ['status', 'passed', 'standing'],
    ['dates', 'passed', 'within_time'],
  ]);
});

test('a report shows what the badge says of itself', async () => {
  expect((await verify(genuine)).claims).toEqual({
    id: `${origin}/credentials/0b0f6d0e-6d3c-4c5b-9c06-0d7f3f3c2f7a`,
    name: 'Entry-Level Python Programmer',
    description: 'Reads and writes short programs in Python.',
    issuerId: 'did:web:exams.example.org',
    issuerName: 'Example Exams',
    achievementName: 'Entry-Level Python Programmer',
    criteria: 'Passed the proctored exam with 70 % or more.',
    validFrom: '2027-03-01T09:00:00Z',
    validUntil: '2030-03-01T09:00:00Z',
    isDemo: false,
  });
});

test('nobody can learn the holder’s e-mail address from a badge', () => {
  expect(JSON.stringify(genuine)).not.toContain('ada');
});

test('a demo’s badge says so wherever it has a name, and a report of it too', async () => {
  const demo = await issuer.issue({ isDemo: true });
  expect(demo).toMatchObject({
    name: expect.stringContaining('DEMO'),
    description: expect.stringContaining('demonstration'),
    issuer: { name: expect.stringContaining('DEMO') },
    credentialSubject: {
      achievement: {
        name: expect.stringContaining('DEMO'),
        description: expect.stringContaining('demonstration'),
        tag: expect.arrayContaining(['demo']),
      },
    },
  });
  expect(await verify(demo)).toMatchObject({ verdict: 'valid', claims: { isDemo: true } });
});

test('a revoked badge is revoked, though its signature holds and it is in time', async () => {
  const report = await verify(genuine, { status: await issuer.status({ revoked: [94_567] }) });
  expect(report).toMatchObject({ verdict: 'revoked', complete: true });
});

test('a badge that was suspended and revoked is revoked', async () => {
  const status = await issuer.status({ revoked: [94_567], suspended: [94_567] });
  expect((await verify(genuine, { status })).verdict).toBe('revoked');
});

test('a suspended badge is suspended', async () => {
  const status = await issuer.status({ suspended: [94_567] });
  expect(await verify(genuine, { status })).toMatchObject({ verdict: 'suspended', complete: true });
});

test('the neighbours of a revoked badge are not revoked', async () => {
  const status = await issuer.status({ revoked: [94_566, 94_568] });
  expect((await verify(genuine, { status })).verdict).toBe('valid');
});

test('a suspended badge whose revocation cannot be asked for may be revoked: the report is not complete', async () => {
  const lists = await issuer.status({ suspended: [94_567] });
  const status: StatusSource = async (address) => (address.endsWith('revocation') ? null : lists(address));
  expect(await verify(genuine, { status })).toMatchObject({ verdict: 'suspended', complete: false });
});

test('without its status a badge is valid as far as could be seen, and the report says that it is not complete', async () => {
  const offline = await verify(genuine, { status: null });
  expect(offline).toMatchObject({ verdict: 'valid', complete: false });
  expect(checkOf(offline, 'status')).toMatchObject({ result: 'unknown', code: 'status_not_asked' });
  const unreachable = await verify(genuine, { status: async () => null });
  expect(checkOf(unreachable, 'status')).toMatchObject({ result: 'unknown', code: 'status_unreachable' });
});

test('a badge is valid until its last second and expired after', async () => {
  expect((await verify(genuine, { at: new Date('2030-03-01T09:00:00Z') })).verdict).toBe('valid');
  expect(await verify(genuine, { at: new Date('2030-03-01T09:00:01Z') })).toMatchObject({
    verdict: 'expired',
    complete: true,
  });
});

test('a badge for later is not valid yet, but clocks may differ by five minutes', async () => {
  const early = await issuer.sign(
    await buildBadge({ ...givenFacts(issuer.id), validFrom: new Date('2027-06-02T00:00:00Z') }),
  );
  const report = await verify(early, { at: new Date('2027-06-01T23:54:00Z') });
  expect(report.verdict).toBe('expired');
  expect(checkOf(report, 'dates')).toMatchObject({ result: 'failed', code: 'not_yet_valid' });
  expect((await verify(early, { at: new Date('2027-06-01T23:56:00Z') })).verdict).toBe('valid');
});

test('a badge that is revoked and expired is called revoked', async () => {
  const status = await issuer.status({ revoked: [94_567] });
  expect((await verify(genuine, { status, at: new Date('2031-01-01') })).verdict).toBe('revoked');
});

test('a badge signed in the future, or ending before it begins, is not understood', async () => {
  const badge = await buildBadge(givenFacts(issuer.id));
  const fromTheFuture = await issuer.sign(badge, new Date('2027-06-01T12:06:00Z'));
  expect(await verify(fromTheFuture)).toMatchObject({
    verdict: 'not_understood',
    checks: [{ code: 'proof_from_the_future' }, {}, {}, {}, {}],
  });
  const backwards = await issuer.issue({ validUntil: new Date('2027-01-01') });
  expect(await verify(backwards)).toMatchObject({
    verdict: 'not_understood',
    checks: [{ code: 'dates_out_of_order' }, {}, {}, {}, {}],
  });
});

test('an expired badge that was also forged is forged', async () => {
  expect((await verify({ ...genuine, validUntil: '2027-04-01T00:00:00Z' })).verdict).toBe('forged');
});

test('a badge of an issuer that nobody here trusts is not called valid, nor forged', async () => {
  const report = await verify(genuine, { trusted: [] });
  expect(report).toMatchObject({ verdict: 'unknown_issuer', complete: false });
  expect(checkOf(report, 'signature')).toMatchObject({ result: 'unknown', code: 'key_not_known' });
  expect(checkOf(report, 'status')).toMatchObject({ result: 'skipped' });
});

test('no list is asked for on the word of an issuer that nobody trusts', async () => {
  const asked: string[] = [];
  const status: StatusSource = async (address) => {
    asked.push(address);
    return null;
  };
  await verify(genuine, { trusted: [], status });
  await verify({ ...genuine, name: 'forged' }, { status });
  expect(asked).toEqual([]);
});

test('a badge signed with a key that was retired since is still valid', async () => {
  const newer = await givenKey(9);
  const keys = [
    { id: keyIdOf(issuer.id, newer.publicKeyMultibase), publicKeyMultibase: newer.publicKeyMultibase },
    ...issuer.trusted.keys,
  ];
  expect((await verify(genuine, { trusted: [{ ...issuer.trusted, keys }] })).verdict).toBe('valid');
});

test('a badge of a did:key is checked by the key that the issuer is, and forged before it is unknown', async () => {
  const { badge, did } = await givenBadgeOfDidKey();
  const stranger = await verify(badge);
  expect(stranger).toMatchObject({ verdict: 'unknown_issuer', complete: true });
  expect(checkOf(stranger, 'signature')).toMatchObject({ result: 'passed' });
  expect((await verify({ ...badge, name: 'forged' })).verdict).toBe('forged');
  expect((await verify(badge, { trusted: [{ id: did, name: 'A key', keys: [] }] })).verdict).toBe('valid');
});

test('a badge whose proof has run out is expired, and one whose proof ends before it was made is not understood', async () => {
  const { proof: _proof, ...unsigned } = genuine;
  const ending = (expires: string) => ({ ...unsigned, proof: { ...Object(genuine.proof), expires } });
  const options = { ...Object(genuine.proof), expires: '2027-05-01T00:00:00Z' };
  const signature = await issuer.key.sign(await hashForProof(unsigned, options));
  const signed = { ...unsigned, proof: { ...options, proofValue: `z${base58.encode(signature)}` } };
  expect((await verify(signed, { at: new Date('2027-04-30') })).verdict).toBe('valid');
  expect((await verify(signed)).verdict).toBe('expired');
  expect((await verify(ending('2027-02-01T00:00:00Z'))).checks[0]?.code).toBe('dates_out_of_order');
  expect((await verify(ending('2027-13-01T00:00:00Z'))).checks[0]?.code).toBe('date_malformed');
});

const suites = [
  [{ type: 'DataIntegrityProof', cryptosuite: 'ecdsa-sd-2023' }, 'ecdsa-sd-2023'],
  [{ type: 'DataIntegrityProof', cryptosuite: 'bbs-2023' }, 'bbs-2023'],
  [{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdf-2022' }, 'eddsa-rdf-2022'],
  [{ type: 'Ed25519Signature2020' }, 'Ed25519Signature2020'],
] as const;

test.each(suites)(
  'a badge signed in a way that is not known here is not understood, never forged: %j',
  async (proof, suite) => {
    const { proof: _proof, ...unsigned } = genuine;
    const report = await verify({ ...unsigned, proof: { ...Object(genuine.proof), cryptosuite: undefined, ...proof } });
    expect(report.verdict).toBe('not_understood');
    expect(checkOf(report, 'format')).toEqual({
      name: 'format',
      result: 'failed',
      code: 'suite_not_supported',
      detail: { suite },
    });
    expect(report.claims).toMatchObject({ name: 'Entry-Level Python Programmer' });
  },
);

test('a status of a kind that is not known here leaves the report incomplete', async () => {
  const { proof: _proof, ...badge } = await givenBadgeWith({
    credentialStatus: { id: `${origin}/r`, type: '1EdTechRevocationList' },
  });
  const extended = {
    ...badge,
    '@context': [...Object(badge['@context']), 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
  };
  const report = await verify(await issuer.sign(extended));
  expect(report).toMatchObject({ verdict: 'valid', complete: false });
  expect(checkOf(report, 'status')).toMatchObject({ code: 'status_type_not_supported' });
});

test('a badge without any status cannot be withdrawn, and that is no gap in the report', async () => {
  const badge = await givenBadgeWith({ credentialStatus: undefined });
  expect(await verify(badge)).toMatchObject({ verdict: 'valid', complete: true });
});

test('the badge in which 1EdTech shows everything there is can be verified once it is signed', async () => {
  const document = JSON.parse(readTestFile('vectors/open-badges-complete.json'));
  const key = await givenKey(7);
  const id = document.issuer.id;
  const method = `${id}#key-1`;
  const signed = await signDocument(document, { key, verificationMethod: method, created: issuedAt });
  const trusted = [
    { id, name: '1EdTech University', keys: [{ id: method, publicKeyMultibase: key.publicKeyMultibase }] },
  ];
  const report = await verify(signed, { trusted });
  expect(report).toMatchObject({
    verdict: 'valid',
    complete: false,
    claims: { name: '1EdTech University Degree for Example Student', issuerName: '1EdTech University' },
  });
});

test('a badge of the older data model, with the older context, is verified by its older dates', async () => {
  const older = {
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
      'https://w3id.org/security/data-integrity/v2',
    ],
    id: 'https://exams.example.org/credentials/old',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: issuer.id,
    issuanceDate: '2026-01-01T00:00:00Z',
    expirationDate: '2027-01-01T00:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      achievement: {
        type: ['Achievement'],
        name: 'Old',
        criteria: { narrative: 'c' },
        description: 'd',
        id: 'urn:uuid:1',
      },
    },
  };
  const badge = await issuer.sign(older, new Date('2026-01-01'));
  expect((await verify(badge, { at: new Date('2026-06-01') })).verdict).toBe('valid');
  expect(await verify(badge)).toMatchObject({ verdict: 'expired', claims: { validUntil: '2027-01-01T00:00:00Z' } });
});

test('a presentation, an endorsement or any other credential is not taken for a badge', async () => {
  for (const type of [
    ['VerifiablePresentation'],
    ['VerifiableCredential'],
    ['VerifiableCredential', 'EndorsementCredential'],
  ]) {
    expect((await verify({ ...genuine, type })).verdict).toBe('not_understood');
  }
});

async function givenBadgeWith(differences: object): Promise<Record<string, unknown>> {
  const badge = JSON.parse(JSON.stringify({ ...(await buildBadge(givenFacts(issuer.id))), ...differences }));
  const isKnown = !('credentialStatus' in badge && badge.credentialStatus?.type === '1EdTechRevocationList');
  return isKnown ? issuer.sign(badge) : badge;
}

async function givenBadgeOfDidKey(): Promise<{ badge: Record<string, unknown>; did: string }> {
  const key = await givenKey(5);
  const did = `did:key:${key.publicKeyMultibase}`;
  const unsigned = { ...(await buildBadge(givenFacts(did))), credentialStatus: undefined };
  const signed = await signDocument(JSON.parse(JSON.stringify(unsigned)), {
    key,
    verificationMethod: keyIdOf(did, key.publicKeyMultibase),
    created: issuedAt,
  });
  return { badge: { ...signed }, did };
}

test('a badge is the same in an image, in a drawing and by itself', async () => {
  const text = JSON.stringify(genuine);
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const files = [
    new TextEncoder().encode(text),
    bakePng(Buffer.from(dot, 'base64'), text),
    bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', text),
  ];
  const expected = await verify(genuine);
  for (const file of files) {
    expect(await verifyBadge(file, { trusted: [issuer.trusted], status: standing, now })).toEqual(expected);
  }
});

test('a badge in a token gets the same verdicts', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = await importSigningKey(privateKey.export({ format: 'der', type: 'pkcs8' }));
  const method = keyIdOf(issuer.id, key.publicKeyMultibase);
  const keys = [...issuer.trusted.keys, { id: method, publicKeyMultibase: key.publicKeyMultibase }];
  const trusted = [{ ...issuer.trusted, keys }];
  const payload = { ...(await buildBadge(givenFacts(issuer.id))), iss: issuer.id, nbf: issuedAt.getTime() / 1000 };
  const token = await new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', kid: method }).sign(privateKey);
  expect(await verify(token, { trusted })).toMatchObject({ verdict: 'valid', complete: true });
  const status = await issuer.status({ revoked: [94_567] });
  expect((await verify(token, { trusted, status })).verdict).toBe('revoked');
  expect((await verify(token, { trusted, at: new Date('2031-01-01') })).verdict).toBe('expired');
  expect((await verify(token, { trusted: [] })).verdict).toBe('unknown_issuer');
  const [header, body = '', signature] = token.split('.');
  const forged = Buffer.from(body, 'base64url').toString().replace('Entry', 'Expert');
  const changed = [header, Buffer.from(forged).toString('base64url'), signature].join('.');
  expect((await verify(changed, { trusted })).verdict).toBe('forged');
});
