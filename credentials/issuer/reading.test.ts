import { base58, base64urlnopad } from '@scure/base';
import { expect, test } from 'vitest';
import { decodeMultikey } from '../keys/multikey.ts';
import { givenIssuer, givenKey } from '../testing/issuer.ts';
import { keyIdOf } from './did.ts';
import { buildDidDocument } from './did-document.ts';
import { buildIssuerProfile } from './profile.ts';
import { readDidDocument } from './reading.ts';

const did = 'did:web:example.org';

test('others read out of our DID document every key we ever had', async () => {
  const { id, trusted } = await givenIssuer();
  const older = await givenKey(8);
  const keys = [
    ...trusted.keys,
    { id: keyIdOf(id, older.publicKeyMultibase), publicKeyMultibase: older.publicKeyMultibase },
  ];
  const document = buildDidDocument({ did: id, keys, url: 'https://exams.example.org' });
  expect(readDidDocument(JSON.parse(JSON.stringify(document)))).toEqual({ id, keys });
});

test('the four ways in which others write an Ed25519 key are read alike', async () => {
  const { publicKeyMultibase } = await givenKey(3);
  const raw = decodeMultikey(publicKeyMultibase) ?? new Uint8Array();
  const kinds = [
    { type: 'Multikey', publicKeyMultibase },
    { type: 'Ed25519VerificationKey2020', publicKeyMultibase },
    { type: 'Ed25519VerificationKey2018', publicKeyBase58: base58.encode(raw) },
    { type: 'JsonWebKey', publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: base64urlnopad.encode(raw) } },
  ];
  for (const kind of kinds) {
    const id = `${did}#key-1`;
    const method = { id, controller: did, ...kind };
    for (const document of [
      { id: did, verificationMethod: [method], assertionMethod: [id] },
      { id: did, verificationMethod: [{ ...method, id: '#key-1' }], assertionMethod: ['#key-1'] },
      { id: did, assertionMethod: [method] },
    ]) {
      expect(readDidDocument(document)).toEqual({ id: did, keys: [{ id, publicKeyMultibase }] });
    }
  }
});

test('a key that is published for something else signs no badges', async () => {
  const { publicKeyMultibase } = await givenKey(3);
  const method = { id: `${did}#a`, type: 'Multikey', controller: did, publicKeyMultibase };
  expect(readDidDocument({ id: did, verificationMethod: [method], authentication: [method.id] })?.keys).toEqual([]);
});

test('a key that another controls is not the issuer’s', async () => {
  const { publicKeyMultibase } = await givenKey(3);
  const method = { id: `${did}#a`, type: 'Multikey', controller: 'did:web:mallory.example', publicKeyMultibase };
  expect(readDidDocument({ id: did, assertionMethod: [method] })?.keys).toEqual([]);
});

test.each([
  // secp256k1
  [{ type: 'Multikey', publicKeyMultibase: 'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme' }],
  [{ type: 'Multikey', publicKeyMultibase: 'z6Mk' }],
  [{ type: 'Multikey', publicKeyMultibase: 1 }],
  [{ type: 'JsonWebKey', publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } }],
  [{ type: 'JsonWebKey', publicKeyJwk: { kty: 'OKP', crv: 'X25519', x: 'A'.repeat(43) } }],
  [{ type: 'Ed25519VerificationKey2018', publicKeyBase58: '0OIl' }],
  [{}],
])('a key that cannot be used here is left out, and nothing is thrown: %j', (kind) => {
  const method = { id: `${did}#a`, controller: did, ...kind };
  expect(readDidDocument({ id: did, assertionMethod: [method] })).toEqual({ id: did, keys: [] });
});

test('keys of the kinds that sign tokens are read too', () => {
  const publicKeyMultibase = 'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP';
  const method = { id: `${did}#a`, type: 'Multikey', controller: did, publicKeyMultibase };
  expect(readDidDocument({ id: did, assertionMethod: [method] })?.keys).toEqual([
    { id: `${did}#a`, publicKeyMultibase },
  ]);
});

test.each([null, 1, 'x', [], {}, { id: 1 }, { id: 'http://example.org' }])('%j is no DID document', (document) => {
  expect(readDidDocument(document)).toBeNull();
});

test('a profile tells who issues, and that a demo is one', () => {
  const facts = { did, name: 'Example Exams', url: 'https://example.org', isDemo: false };
  expect(buildIssuerProfile(facts)).toMatchObject({ id: did, type: ['Profile'], name: 'Example Exams' });
  expect(buildIssuerProfile({ ...facts, isDemo: true })).toMatchObject({ name: expect.stringContaining('DEMO') });
});
