import { base58 } from '@scure/base';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { encodeMultikey } from '../keys/multikey.ts';
import type { Report } from '../report.ts';
import { givenFacts, givenIssuer, type Issuer, now } from '../testing/issuer.ts';
import type { StatusSource } from '../trust.ts';
import { verifyBadge } from './verify-badge.ts';

// biome-ignore lint/suspicious/noExplicitAny: forgers put anything anywhere, and so does this file
type Anything = any;

let issuer: Issuer;
let mallory: Issuer;
let genuine: Anything;
let status: StatusSource;

beforeAll(async () => {
  issuer = await givenIssuer(1);
  mallory = await givenIssuer(2, 'https://mallory.example');
  genuine = await issuer.issue();
  status = await issuer.status();
});

const verify = (input: string | Uint8Array): Promise<Report> =>
  verifyBadge(input, { trusted: [issuer.trusted], status, now });

const verifyDocument = (document: unknown): Promise<Report> => verify(JSON.stringify(document));

function expectRefused({ verdict }: Report, what: string): void {
  expect(['forged', 'not_understood', 'unknown_issuer'], what).toContain(verdict);
}

test('the badge that is forged below is valid as it was issued', async () => {
  expect(await verifyDocument(genuine)).toMatchObject({ verdict: 'valid', complete: true });
});

test('every byte of a badge, changed to any of several others, is found out', { timeout: 300_000 }, async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(genuine));
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    for (const other of [byte ^ 1, byte ^ 2, byte ^ 4, byte ^ 0x20, byte ^ 0x80, 0x20, 0x22, 0x30, 0x5c, 0]) {
      if (other === byte) continue;
      const forged = bytes.slice();
      forged[at] = other;
      const { verdict } = await verify(forged);
      const around = `byte ${at} ${byte} → ${other}: …${new TextDecoder().decode(forged.slice(at - 20, at + 20))}…`;
      expect(['forged', 'not_understood'], around).toContain(verdict);
    }
  }
});

test('a badge cut off anywhere is not understood', async () => {
  const text = JSON.stringify(genuine);
  for (let length = 0; length < text.length; length += 7) {
    expect((await verify(text.slice(0, length))).verdict).toBe('not_understood');
  }
});

const changes: readonly (readonly [string, (badge: Anything) => Anything])[] = [
  [
    'another achievement',
    (b) => ({
      ...b,
      credentialSubject: {
        ...b.credentialSubject,
        achievement: { ...b.credentialSubject.achievement, name: 'Expert' },
      },
    }),
  ],
  [
    'another achievement’s id',
    (b) => ({
      ...b,
      credentialSubject: {
        ...b.credentialSubject,
        achievement: { ...b.credentialSubject.achievement, id: 'https://exams.example.org/achievements/expert' },
      },
    }),
  ],
  [
    'another holder',
    (b) => ({
      ...b,
      credentialSubject: { ...b.credentialSubject, identifier: [{ ...b.credentialSubject.identifier[0], salt: 'x' }] },
    }),
  ],
  [
    'a second holder',
    (b) => ({
      ...b,
      credentialSubject: {
        ...b.credentialSubject,
        identifier: [...b.credentialSubject.identifier, { ...b.credentialSubject.identifier[0], salt: 'x' }],
      },
    }),
  ],
  ['a second subject', (b) => ({ ...b, credentialSubject: [b.credentialSubject, { type: ['AchievementSubject'] }] })],
  ['another id', (b) => ({ ...b, id: `${b.id}0` })],
  ['no id', ({ id: _id, ...b }) => b],
  ['an id of the subject', (b) => ({ ...b, credentialSubject: { id: 'did:example:mallory', ...b.credentialSubject } })],
  ['a later end', (b) => ({ ...b, validUntil: '2040-01-01T00:00:00Z' })],
  ['no end', ({ validUntil: _until, ...b }) => b],
  ['no status', ({ credentialStatus: _status, ...b }) => b],
  ['one status entry less', (b) => ({ ...b, credentialStatus: [b.credentialStatus[0]] })],
  ['a property of the examples', (b) => ({ ...b, credentialSubject: { ...b.credentialSubject, name: 'Mallory' } })],
  ['a property without a definition', (b) => ({ ...b, holderName: 'Mallory' })],
  [
    'a property without a definition within',
    (b) => ({ ...b, credentialSubject: { ...b.credentialSubject, fullName: 'Mallory' } }),
  ],
  ['no proof', ({ proof: _proof, ...b }) => b],
  ['an empty list of proofs', (b) => ({ ...b, proof: [] })],
  ['a null proof', (b) => ({ ...b, proof: null })],
  [
    'the proof twice, the second broken',
    (b) => ({ ...b, proof: [b.proof, { ...b.proof, proofValue: `z${base58.encode(new Uint8Array(64))}` }] }),
  ],
  [
    'a second proof by nobody’s key',
    (b) => ({ ...b, proof: [b.proof, { ...b.proof, verificationMethod: 'did:web:mallory.example#z6Mk' }] }),
  ],
  [
    'a second proof of an unknown kind',
    (b) => ({ ...b, proof: [b.proof, { type: 'MadeUpSignature2030', proofValue: 'z1' }] }),
  ],
  ['a hundred proofs', (b) => ({ ...b, proof: Array(100).fill(b.proof) })],
  ['another proof purpose', (b) => ({ ...b, proof: { ...b.proof, proofPurpose: 'authentication' } })],
  ['no proof purpose', (b) => ({ ...b, proof: { ...b.proof, proofPurpose: undefined } })],
  ['another moment of signing', (b) => ({ ...b, proof: { ...b.proof, created: '2027-03-01T09:00:01Z' } })],
  ['another suite', (b) => ({ ...b, proof: { ...b.proof, cryptosuite: 'eddsa-jcs-2022' } })],
  ['a nonce', (b) => ({ ...b, proof: { ...b.proof, nonce: 'n' } })],
  ['an empty signature', (b) => ({ ...b, proof: { ...b.proof, proofValue: 'z' } })],
  [
    'a signature of zeros',
    (b) => ({ ...b, proof: { ...b.proof, proofValue: `z${base58.encode(new Uint8Array(64))}` } }),
  ],
  ['a longer signature', (b) => ({ ...b, proof: { ...b.proof, proofValue: `${b.proof.proofValue}1` } })],
  ['a huge signature', (b) => ({ ...b, proof: { ...b.proof, proofValue: `z${'2'.repeat(500_000)}` } })],
  [
    'a proof with contexts of its own',
    (b) => ({ ...b, proof: { '@context': { created: 'https://x.example/' }, ...b.proof } }),
  ],
  ['a chained proof', (b) => ({ ...b, proof: { ...b.proof, previousProof: 'urn:uuid:1' } })],
  [
    'terms defined in the document',
    (b) => ({ ...b, '@context': [...b['@context'], { name: 'https://x.example/name' }] }),
  ],
  [
    'new terms defined in the document',
    (b) => ({ ...b, '@context': [...b['@context'], { holderName: 'https://x.example/name' }], holderName: 'M' }),
  ],
  ['a context nobody knows', (b) => ({ ...b, '@context': [...b['@context'], 'https://mallory.example/context'] })],
  ['a context within', (b) => ({ ...b, credentialSubject: { '@context': { name: null }, ...b.credentialSubject } })],
  [
    'the same contexts repeated within',
    (b) => ({ ...b, credentialSubject: { '@context': b['@context'], ...b.credentialSubject } }),
  ],
  [
    'its criteria under the name of their type',
    (b) => {
      const { criteria, ...achievement } = b.credentialSubject.achievement;
      return {
        ...b,
        credentialSubject: { ...b.credentialSubject, achievement: { ...achievement, Criteria: criteria } },
      };
    },
  ],
  ['a null context within', (b) => ({ ...b, credentialSubject: { '@context': null, ...b.credentialSubject } })],
  ['no contexts', (b) => ({ ...b, '@context': [] })],
  ['contexts the other way round', (b) => ({ ...b, '@context': [...b['@context']].reverse() })],
  [
    'an older context of Open Badges',
    (b) => ({ ...b, '@context': [b['@context'][0], 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'] }),
  ],
  ['@graph around it', (b) => ({ '@context': b['@context'], '@graph': [b] })],
  ['@included within', (b) => ({ ...b, '@included': [{ id: 'did:x:y', type: ['Profile'] }] })],
  ['@reverse within', (b) => ({ ...b, '@reverse': { issuer: [] } })],
  ['@nest within', (b) => ({ ...b, '@nest': { name: b.name } })],
  ['@index within', (b) => ({ ...b, credentialSubject: { ...b.credentialSubject, '@index': 'x' } })],
  [
    'its end under a full address',
    ({ validUntil, ...b }) => ({
      ...b,
      'https://www.w3.org/2018/credentials#validUntil': {
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
        '@value': validUntil,
      },
    }),
  ],
  ['its end in a list', (b) => ({ ...b, validUntil: [b.validUntil] })],
  [
    'its end as a typed value',
    (b) => ({ ...b, validUntil: { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': b.validUntil } }),
  ],
  [
    'its status under a full address',
    ({ credentialStatus, ...b }) => ({
      ...b,
      'https://www.w3.org/2018/credentials#credentialStatus': credentialStatus,
    }),
  ],
  ['its status as references', (b) => ({ ...b, credentialStatus: b.credentialStatus.map(({ id }: Anything) => id) })],
  ['@id and id', (b) => ({ ...b, '@id': b.id })],
  ['@type for type', ({ type, ...b }) => ({ ...b, '@type': type })],
  [
    'its end moved to a second object of the same id',
    ({ validUntil, ...b }) => ({ ...b, evidence: [{ id: b.id, type: ['VerifiableCredential'], validUntil }] }),
  ],
  ['null in place of a property', (b) => ({ ...b, name: null })],
  ['an issuer that is a list', (b) => ({ ...b, issuer: [b.issuer] })],
  ['an issuer with a second id', (b) => ({ ...b, issuer: { ...b.issuer, '@id': 'did:web:mallory.example' } })],
  ['a name of many', (b) => ({ ...b, name: [b.name, 'Expert'] })],
];

test.each(changes)('a genuine badge with %s is not valid', async (what, change) => {
  const report = await verifyDocument(change(structuredClone(genuine)));
  expect(['forged', 'not_understood'], what).toContain(report.verdict);
});

test('a badge signed by one issuer in the name of another is forged', async () => {
  const { proof: _proof, ...unsigned } = genuine;
  expect(await verifyDocument(await mallory.sign(unsigned))).toMatchObject({
    verdict: 'forged',
    checks: expect.arrayContaining([expect.objectContaining({ name: 'signature', code: 'key_of_another' })]),
  });
});

test('a key that the issuer never published is no key of its', async () => {
  const stranger = await givenIssuer(3);
  expect(await verifyDocument(await stranger.issue())).toMatchObject({
    verdict: 'forged',
    checks: expect.arrayContaining([expect.objectContaining({ name: 'signature', code: 'key_never_published' })]),
  });
});

test('another key under the name of a published one is found out', async () => {
  const { proof: _proof, ...unsigned } = genuine;
  const signed: Anything = await mallory.sign(unsigned);
  const renamed = { ...signed, proof: { ...signed.proof, verificationMethod: genuine.proof.verificationMethod } };
  expect((await verifyDocument(renamed)).verdict).toBe('forged');
});

test('the proof of one badge does not fit another of the same issuer', async () => {
  const other: Anything = await issuer.issue({ id: 'https://exams.example.org/credentials/2' });
  expect((await verifyDocument({ ...other, proof: genuine.proof })).verdict).toBe('forged');
});

test('names that only look the same are told apart', async () => {
  const facts = givenFacts(issuer.id);
  const composed: Anything = await issuer.issue({ achievement: { ...facts.achievement, name: 'Caf\u00e9' } });
  expect((await verifyDocument(composed)).verdict).toBe('valid');
  const decomposed = JSON.parse(JSON.stringify(composed).replaceAll('Caf\u00e9', 'Cafe\u0301'));
  expect((await verifyDocument(decomposed)).verdict).toBe('forged');
});

test('two keys of the same name are refused, whichever of them a reader would take', async () => {
  const text = JSON.stringify(genuine);
  for (const doubled of [
    text.replace('"name":', '"name":"Expert","name":'),
    text.replace('"name":', '"n\\u0061me":"Expert","name":'),
  ]) {
    expect(await verify(doubled)).toMatchObject({
      verdict: 'not_understood',
      checks: [{ code: 'duplicate_key' }, {}, {}, {}, {}],
    });
  }
});

test('keys that belong to JavaScript do no harm', async () => {
  const text = JSON.stringify(genuine);
  for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
    expectRefused(await verify(text.replace('{', `{"${key}":{"proof":1},`)), key);
    expectRefused(await verify(text.replace('"achievement":{', `"achievement":{"${key}":"x",`)), key);
  }
});

const floods: readonly (readonly [string, () => string])[] = [
  ['nested a hundred thousand deep', () => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ['nested a hundred thousand deep in lists', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['with a hundred thousand tags', () => badgeWith({ tag: Array(100_000).fill('a') })],
  [
    'with ten thousand objects that are all alike',
    () => badgeWith({ alignment: Array(10_000).fill({ type: ['Alignment'], targetName: 'a' }) }),
  ],
  [
    'with three hundred objects that are all alike',
    () => badgeWith({ alignment: Array(300).fill({ type: ['Alignment'], targetName: 'a' }) }),
  ],
  ['with objects alike at every depth', () => badgeWith({ alignment: alike(6) })],
  ['with a lone surrogate', () => JSON.stringify(genuine).replace('Entry', '\\ud800')],
  ['with a name of a megabyte', () => badgeWith({ name: 'x'.repeat(1_100_000) })],
  ['with a million spaces', () => `${' '.repeat(1_000_000)}${JSON.stringify(genuine)}x`],
];

test.each(floods)('a badge %s is refused, soon and without an error', { timeout: 20_000 }, async (what, make) => {
  expectRefused(await verify(make()), what);
});

test.each(['', ' ', 'null', '1', '"x"', '[]', '{}', 'true', '{"@context":1}', '<', '%PDF-', '\u0000', 'a.b.c'])(
  'a file that holds only %j is not understood',
  async (content) => {
    expect((await verify(content)).verdict).toBe('not_understood');
  },
);

function badgeWith(achievement: object): string {
  const badge = structuredClone(genuine);
  Object.assign(badge.credentialSubject.achievement, achievement);
  return JSON.stringify(badge);
}

function alike(depth: number): object[] {
  if (depth === 0) return [];
  return Array.from({ length: 3 }, () => ({ type: ['Achievement'], name: 'a', related: alike(depth - 1) }));
}

test('anything in place of any part of a badge is refused without an error', { timeout: 120_000 }, async () => {
  const places = placesIn(genuine);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.jsonValue(), async (place, value) => {
      const forged = structuredClone(genuine);
      const parent = place.slice(0, -1).reduce((node, key) => node[key], forged);
      const last = place.at(-1) ?? '';
      // A thing and a list of just that thing are one signed statement.
      if ([parent[last], [parent[last]]].some((same) => JSON.stringify(same) === JSON.stringify(value))) return;
      parent[last] = value;
      expectRefused(await verifyDocument(forged), place.join('/'));
    }),
    { numRuns: 500 },
  );
});

test('an issuer that is a key which no curve has is refused without an error', async () => {
  for (const byte of [0, 1, 0x7f, 0xff]) {
    const did = `did:key:${encodeMultikey(new Uint8Array(32).fill(byte))}`;
    const proof = { ...genuine.proof, verificationMethod: `${did}#${did.slice('did:key:'.length)}` };
    expectRefused(await verifyDocument({ ...genuine, issuer: did, proof }), did);
  }
});

function placesIn(value: Anything): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [[key], ...placesIn(value[key]).map((rest) => [key, ...rest])]);
}
