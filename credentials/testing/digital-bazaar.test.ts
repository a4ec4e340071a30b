import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { beforeAll, expect, test } from 'vitest';
import { buildBadge } from '../badge/badge.ts';
import { knownContexts } from '../contexts/known.ts';
import { buildDidDocument } from '../issuer/did-document.ts';
import { verifyBadge } from '../verification/verify-badge.ts';
import { readContextFile } from './files.ts';
import { givenFacts, givenIssuer, type Issuer, now, origin } from './issuer.ts';

const suite = new DataIntegrityProof({ cryptosuite });

/** Its reader of lists knows no other time than the machine's. */
const longAgo = new Date('2020-01-01');

let issuer: Issuer;
let badge: Record<string, unknown>;

beforeAll(async () => {
  issuer = await givenIssuer();
  badge = await issuer.issue();
});

/** Hands Digital Bazaar's verifier what it would fetch: contexts, the issuer's DID document, its lists. */
function loaderFor(withdrawn: { revoked?: number[]; suspended?: number[] } = {}): DocumentLoader {
  const multikey = JSON.parse(readContextFile('multikey-v1.json').toString());
  const did = buildDidDocument({ did: issuer.id, keys: issuer.trusted.keys, url: origin });
  const [key] = issuer.trusted.keys;
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    type: 'Multikey',
    controller: issuer.id,
    ...key,
  };
  const documents = new Map<string, object>([
    ...knownContexts,
    ['https://w3id.org/security/multikey/v1', multikey],
    ['https://www.w3.org/ns/did/v1', JSON.parse(readContextFile('did-v1.json').toString())],
    [issuer.id, did],
    [String(key?.id), method],
  ]);
  return async (address) => {
    const list = await (await issuer.status({ ...withdrawn, from: longAgo }))(address);
    const document = documents.get(address) ?? (list === null ? undefined : JSON.parse(list));
    if (document === undefined) throw new Error(`${address} would have been fetched`);
    return { contextUrl: null, documentUrl: address, document };
  };
}

test('our badge is verified by Digital Bazaar’s verifier, with our DID document', async () => {
  const result = await verifyCredential({ credential: badge, suite, documentLoader: loaderFor(), now, checkStatus });
  expect(result.error).toBeUndefined();
  expect(result.verified).toBe(true);
});

test('our badge with another name is not', async () => {
  const credential = { ...badge, name: 'Expert' };
  const result = await verifyCredential({ credential, suite, documentLoader: loaderFor(), now, checkStatus });
  expect(result.verified).toBe(false);
});

test.each([
  ['revoked', { revoked: [94_567] }, [true, false]],
  ['suspended', { suspended: [94_567] }, [false, true]],
  ['standing', { revoked: [94_566], suspended: [94_568] }, [false, false]],
] as const)('our lists say to Digital Bazaar’s reader that a badge is %s', async (_state, withdrawn, expected) => {
  const lists = {
    revoked: [...('revoked' in withdrawn ? withdrawn.revoked : [])],
    suspended: [...('suspended' in withdrawn ? withdrawn.suspended : [])],
  };
  const { statusResult, verified } = await verifyCredential({
    credential: badge,
    suite,
    documentLoader: loaderFor(lists),
    now,
    checkStatus,
  });
  // It calls a revoked credential verified; what tells is each list's own status.
  expect(verified).toBe(true);
  expect(statusResult?.results.map(({ status }) => status)).toEqual(expected);
});

test('a badge that Digital Bazaar signed is valid here, and forged once it is changed', async () => {
  const controller = 'did:web:elsewhere.example';
  const key = await generate({ controller, id: `${controller}#key-1`, seed: new Uint8Array(32).fill(4) });
  const { credentialStatus: _status, ...unsigned } = { ...(await buildBadge(givenFacts(controller))) } as Record<
    string,
    unknown
  >;
  const signed = await issue({
    credential: unsigned,
    suite: new DataIntegrityProof({ cryptosuite, signer: key.signer(), date: '2027-03-01T10:00:00Z' }),
    documentLoader: loaderFor(),
    now,
  });
  const keys = [{ id: key.id, publicKeyMultibase: key.publicKeyMultibase }];
  const circumstances = { trusted: [{ id: controller, name: 'Elsewhere', keys }], status: null, now };
  expect(await verifyBadge(JSON.stringify(signed), circumstances)).toMatchObject({ verdict: 'valid', complete: true });
  const changed = JSON.stringify({ ...signed, name: 'Expert' });
  expect((await verifyBadge(changed, circumstances)).verdict).toBe('forged');
});
