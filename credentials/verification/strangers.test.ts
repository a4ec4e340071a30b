import { beforeAll, expect, test } from 'vitest';
import { buildBadge } from '../badge/badge.ts';
import { keyIdOf } from '../issuer/did.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import { signDocument } from '../proof/signing.ts';
import { givenFacts, givenKey, issuedAt, now } from '../testing/issuer.ts';
import type { TrustedIssuer } from '../trust.ts';
import { verifyBadge } from './verify-badge.ts';

/** How others name their keys, who are no installation of ours. */
const profile = 'https://badges.example.edu/issuers/7';
let key: SigningKey;
let did: string;

beforeAll(async () => {
  key = await givenKey(5);
  did = `did:key:${key.publicKeyMultibase}`;
});

const badgeOf = async (issuerId: string, verificationMethod: string) => ({
  ...(await signDocument(await buildBadge(givenFacts(issuerId)), { key, verificationMethod, created: issuedAt })),
});

async function verify(document: object, trusted: readonly TrustedIssuer[] = []) {
  const { verdict, checks } = await verifyBadge(JSON.stringify(document), { trusted, status: null, now });
  const signature = checks.find(({ name }) => name === 'signature');
  return { verdict, signature: signature?.result, code: signature?.code };
}

test('a stranger who signs with a key that is its own name is not called a forger: it may be theirs', async () => {
  const unknown = { verdict: 'unknown_issuer', signature: 'unknown', code: 'key_not_known' };
  expect(await verify(await badgeOf(profile, `${did}#${key.publicKeyMultibase}`))).toEqual(unknown);
  expect(await verify(await badgeOf(profile, did))).toEqual(unknown);
});

test('who signs with a key that belongs to somebody else by its name is a forger, be they known here or not', async () => {
  const borrowed = await badgeOf(profile, 'did:web:exams.example.org#1');
  expect(await verify(borrowed)).toMatchObject({ verdict: 'forged', code: 'key_of_another' });
});

test('what does not even fit the key that it names is forged, whoever the issuer is', async () => {
  const badge = await badgeOf(profile, `${did}#${key.publicKeyMultibase}`);
  expect(await verify({ ...badge, name: 'changed' })).toMatchObject({ verdict: 'forged', code: 'signature_broken' });
});

test('where the issuer is trusted, a key that it does not publish makes no badge of its', async () => {
  const other = await givenKey(6);
  const keys = [{ id: `${profile}#1`, publicKeyMultibase: other.publicKeyMultibase }];
  const badge = await badgeOf(profile, `${did}#${key.publicKeyMultibase}`);
  const trusted = [{ id: profile, name: 'Example College', keys }];
  expect(await verify(badge, trusted)).toMatchObject({ verdict: 'forged', code: 'key_of_another' });
});

test('a badge of a did:key may name its key without the fragment, as some issuers do', async () => {
  expect(await verify(await badgeOf(did, did))).toMatchObject({ signature: 'passed' });
  const other = await givenKey(6);
  const foreign = await badgeOf(did, keyIdOf(did, other.publicKeyMultibase));
  expect(await verify(foreign)).toMatchObject({ verdict: 'forged', code: 'key_of_another' });
});

test('a badge of Open Badges 2.0 is said to be one, not to be no badge', async () => {
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://badges.example.edu/assertions/1',
    badge: 'https://badges.example.edu/classes/1',
    verification: { type: 'hosted' },
  };
  const { verdict, checks } = await verifyBadge(JSON.stringify(assertion), { trusted: [], status: null, now });
  expect([verdict, checks[0]?.code]).toEqual(['not_understood', 'open_badges_2']);
});
