import { expect, test } from 'vitest';
import { givenIssuer } from './testing/given-issuer.ts';
import { readTrustFile } from './trust-file.ts';

test('a DID document that was saved makes its issuer known without asking anybody', async () => {
  const { didDocument, trusted } = await givenIssuer();
  expect(readTrustFile(JSON.stringify(didDocument))).toEqual([{ ...trusted, name: trusted.id }]);
});

test('what an installation says of whom it trusts can be saved and used', async () => {
  const { trusted } = await givenIssuer();
  const said = { issuers: [{ ...trusted, isOwn: true, isDemo: false }], unreachable: ['did:web:away.example'] };
  expect(readTrustFile(JSON.stringify(said))).toEqual([trusted]);
});

test.each([
  '{}',
  '[]',
  '"did:web:a"',
  '{"issuers":[{}]}',
  '{"issuers":[{"id":"a","keys":[{"id":1}]}]}',
  '{"id":"did:web:a"}',
])('%s trusts nobody in silence', (text) => {
  expect(readTrustFile(text)).toBeNull();
});

test('a file that is no JSON is said to be none', () => {
  expect(() => readTrustFile('did:web:exams.example.org')).toThrow(expect.objectContaining({ code: 'not_json' }));
});
