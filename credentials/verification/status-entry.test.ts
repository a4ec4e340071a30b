import { beforeAll, expect, test } from 'vitest';
import { givenIssuer, type Issuer, now } from '../testing/issuer.ts';
import { readStatusEntries } from './status-entry.ts';
import { verifyBadge } from './verify-badge.ts';

type Entry = Readonly<Record<string, string>>;
type Badge = { credentialStatus: [Entry, Entry] } & Readonly<Record<string, unknown>>;

let issuer: Issuer;
let badge: Badge;
beforeAll(async () => {
  issuer = await givenIssuer();
  badge = (await issuer.issue()) as Badge;
});

const spellings: readonly (readonly [string, (entry: Entry) => object | object[]])[] = [
  ['as it was issued', (entry) => entry],
  ['with its type in a list', (entry) => ({ ...entry, type: [entry.type] })],
  ['with its purpose in a list', (entry) => ({ ...entry, statusPurpose: [entry.statusPurpose] })],
  ['with its purpose twice', (entry) => ({ ...entry, statusPurpose: [entry.statusPurpose, entry.statusPurpose] })],
  ['with its index in lists', (entry) => ({ ...entry, statusListIndex: [[entry.statusListIndex]] })],
  ['with its index as a value', (entry) => ({ ...entry, statusListIndex: { '@value': entry.statusListIndex } })],
  ['with its list as a thing', (entry) => ({ ...entry, statusListCredential: { id: entry.statusListCredential } })],
  ['with a size of nothing', (entry) => ({ ...entry, statusSize: null })],
  [
    'in two parts',
    ({ statusPurpose, ...entry }) => [entry, { id: entry.id, type: entry.type, statusPurpose: statusPurpose ?? '' }],
  ],
  [
    'ten times over',
    (entry) => Array.from({ length: 10 }, (_, n) => (n % 2 ? entry : { ...entry, type: [entry.type] })),
  ],
  ['and named before', (entry) => [{ id: entry.id }, entry]],
];

test.each(spellings)('a revoked badge stays revoked with its status spelt %s', async (_how, spell) => {
  const [revocation, suspension] = badge.credentialStatus;
  const respelt = { ...badge, credentialStatus: [spell(revocation), suspension].flat() };
  const status = await issuer.status({ revoked: [94_567] });
  const verify = (text: string) => verifyBadge(text, { trusted: [issuer.trusted], status, now });
  const { verdict, checks } = await verify(JSON.stringify(respelt));
  // Where the signature does not even hold, nothing was hidden either.
  expect(['revoked', 'forged', 'not_understood'], JSON.stringify(checks)).toContain(verdict);
});

test('the spellings that are the same signed statement are read, not only refused', async () => {
  const [revocation] = badge.credentialStatus;
  const plain = readStatusEntries(revocation);
  expect(plain).toMatchObject([{ type: 'bitstring', purpose: 'revocation', index: 94_567, isOneBit: true }]);
  for (const [how, spell] of spellings) {
    expect([how, readStatusEntries(spell(revocation))]).toEqual([how, plain]);
  }
});

test.each([
  ['no purpose', { statusPurpose: undefined }],
  ['two purposes', { statusPurpose: ['revocation', 'suspension'] }],
  ['an index below zero', { statusListIndex: '-1' }],
  ['an index that is none', { statusListIndex: '7x' }],
  ['two indices', { statusListIndex: ['7', '8'] }],
  ['no list', { statusListCredential: undefined }],
  ['two lists', { statusListCredential: ['https://a.example', 'https://b.example'] }],
])(
  'a badge whose status entry has %s is not understood, for it may have been withdrawn',
  async (_what, differences) => {
    const { proof: _proof, ...unsigned } = badge;
    const [revocation] = badge.credentialStatus;
    expect(readStatusEntries({ ...revocation, ...differences })).toBeNull();
    const text = JSON.stringify({ ...unsigned, credentialStatus: [{ ...revocation, ...differences }] });
    const { verdict, checks } = await verifyBadge(text, { trusted: [issuer.trusted], status: null, now });
    expect([verdict, checks[0]?.detail]).toEqual(['not_understood', { field: 'credentialStatus' }]);
  },
);
