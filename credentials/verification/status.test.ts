import { beforeAll, expect, test } from 'vitest';
import type { JsonRecord } from '../badge/json.ts';
import { encodeStatusList } from '../containers/status-list.ts';
import { buildStatusList } from '../containers/status-list-credential.ts';
import { givenIssuer, type Issuer, issuedAt, now, origin } from '../testing/issuer.ts';
import type { StatusSource } from '../trust.ts';
import { checkStatus } from './status.ts';
import { readStatusEntries } from './status-entry.ts';

const address = `${origin}/status/1/revocation`;
const entry = {
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: address,
};

let issuer: Issuer;
let mallory: Issuer;

beforeAll(async () => {
  issuer = await givenIssuer();
  mallory = await givenIssuer(2, 'https://mallory.example');
});

const check = (entries: JsonRecord[], source: StatusSource | null) =>
  checkStatus({ entries: readStatusEntries(entries) ?? [], issuer: issuer.trusted, source, now });

const answering =
  (text: string | null): StatusSource =>
  async () =>
    text;

function listWith(differences: object = {}, set: number[] = []): object {
  const list = buildStatusList({
    id: address,
    listAddress: address,
    issuerId: issuer.id,
    purpose: 'revocation',
    encodedList: encodeStatusList(131_072, set),
    validFrom: issuedAt,
    validUntil: null,
  });
  return { ...list, ...differences };
}

test('a list says that a credential was revoked, and of the others that they stand', async () => {
  const source = answering(JSON.stringify(await issuer.sign(listWith({}, [7]))));
  expect(await check([entry], source)).toMatchObject({ result: 'failed', code: 'revoked' });
  expect(await check([{ ...entry, statusListIndex: '8' }], source)).toMatchObject({
    result: 'passed',
    code: 'standing',
  });
  expect(await check([{ ...entry, statusListIndex: 7 }], source)).toMatchObject({ code: 'revoked' });
});

test('a list that was revoked from anew is read anew', async () => {
  let text = JSON.stringify(await issuer.sign(listWith()));
  const source: StatusSource = async () => text;
  expect(await check([entry], source)).toMatchObject({ code: 'standing' });
  text = JSON.stringify(await issuer.sign(listWith({}, [7])));
  expect(await check([entry], source)).toMatchObject({ code: 'revoked' });
});

const deceits: readonly (readonly [string, string, () => Promise<string> | string])[] = [
  ['that nobody signed', 'status_list_not_signed', () => JSON.stringify(listWith())],
  ['that another signed', 'status_list_not_signed', async () => JSON.stringify(await mallory.sign(listWith()))],
  [
    'of another issuer',
    'status_list_of_another_issuer',
    async () => JSON.stringify(await mallory.sign(listWith({ issuer: mallory.id }))),
  ],
  [
    'that was changed',
    'status_list_not_signed',
    async () => JSON.stringify({ ...(await issuer.sign(listWith({}, [7]))), ...listWith() }),
  ],
  [
    'of another address',
    'status_list_of_another_address',
    async () => JSON.stringify(await issuer.sign(listWith({ id: `${origin}/status/2/revocation` }))),
  ],
  [
    'without an address',
    'status_list_of_another_address',
    async () => JSON.stringify(await issuer.sign(JSON.parse(JSON.stringify(listWith({ id: undefined }))))),
  ],
  [
    'for another purpose',
    'status_purpose_differs',
    async () => JSON.stringify(await issuer.sign(subjectWith({ statusPurpose: 'suspension' }))),
  ],
  [
    'that ran out',
    'status_list_out_of_date',
    async () => JSON.stringify(await issuer.sign(listWith({ validUntil: '2027-05-01T00:00:00Z' }))),
  ],
  [
    'for later',
    'status_list_out_of_date',
    async () => JSON.stringify(await issuer.sign(listWith({ validFrom: '2028-01-01T00:00:00Z' }))),
  ],
  [
    'with a date that is none',
    'status_list_out_of_date',
    async () => JSON.stringify(await issuer.sign(listWith({ validFrom: 'x' }))),
  ],
  [
    'that is too short to hide anybody',
    'status_list_malformed',
    async () => JSON.stringify(await issuer.sign(subjectWith({ encodedList: 'uH4sIAAAAAAAAA2NgAAAAAP__' }))),
  ],
  ['that is no list', 'status_list_malformed', async () => JSON.stringify(await issuer.issue())],
  ['that is no JSON', 'status_list_malformed', () => '<html>'],
  [
    'with two subjects',
    'status_list_malformed',
    async () => JSON.stringify(await issuer.sign(listWith({ credentialSubject: [{}, {}] }))),
  ],
];

test.each(deceits)(
  'a list %s leaves the status unknown: nobody is called revoked or standing by it',
  async (_what, code, make) => {
    const text = await make();
    expect(await check([entry], answering(text))).toEqual({
      result: 'unknown',
      code,
      detail: { purpose: 'revocation' },
    });
  },
);

test.each([
  ['another kind of status', { type: 'StatusList2021Entry' }, 'status_type_not_supported'],
  ['another purpose', { statusPurpose: 'refresh' }, 'status_purpose_not_supported'],
  ['a purpose that belongs to JavaScript', { statusPurpose: 'constructor' }, 'status_purpose_not_supported'],
  ['an index beyond the list', { statusListIndex: '131072' }, 'status_index_out_of_range'],
  ['more than one bit', { statusSize: 2 }, 'status_malformed'],
])('an entry with %s leaves the status unknown', async (_what, differences, code) => {
  const source = answering(JSON.stringify(await issuer.sign(listWith({}, [7]))));
  expect(await check([{ ...entry, ...differences }], source)).toMatchObject({ result: 'unknown', code });
});

test('a revocation that was found outweighs what could not be', async () => {
  const source = answering(JSON.stringify(await issuer.sign(listWith({}, [7]))));
  const suspension = { ...entry, statusPurpose: 'suspension', statusListCredential: `${origin}/status/1/suspension` };
  expect(await check([suspension, entry], source)).toEqual({ result: 'failed', code: 'revoked', detail: {} });
});

test('a badge that names a thousand lists makes nobody ask for them', async () => {
  let asked = 0;
  const source: StatusSource = async () => {
    asked += 1;
    return null;
  };
  const many = Array.from({ length: 1000 }, (_, index) => ({ ...entry, statusListIndex: String(index) }));
  expect(await check(many, source)).toMatchObject({ result: 'unknown' });
  expect(asked).toBe(0);
});

function subjectWith(differences: object): object {
  const list = listWith();
  return { ...list, credentialSubject: { ...Object(list).credentialSubject, ...differences } };
}
