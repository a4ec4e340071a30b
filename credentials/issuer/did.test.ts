import { expect, test } from 'vitest';
import { didDocumentAddress, didOfOrigin, keyIdOf, keyOfDid } from './did.ts';

test.each([
  ['https://exams.example.org', 'did:web:exams.example.org', 'https://exams.example.org/.well-known/did.json'],
  ['https://Exams.Example.org/', 'did:web:exams.example.org', 'https://exams.example.org/.well-known/did.json'],
  ['http://127.0.0.1:4400', 'did:web:127.0.0.1%3A4400', 'https://127.0.0.1:4400/.well-known/did.json'],
])('an installation at %s is %s, and its keys are found', (origin, did, address) => {
  expect(didOfOrigin(origin)).toBe(did);
  expect(didDocumentAddress(did)).toBe(address);
});

test.each(['exams.example.org', 'ftp://exams.example.org', 'https://exams.example.org/path', 'https://a:b@c', ''])(
  '%j is no origin, so no issuer is named after it',
  (origin) => {
    expect(() => didOfOrigin(origin)).toThrow(TypeError);
  },
);

test('the documents of others may lie in folders', () => {
  expect(didDocumentAddress('did:web:example.org:issuers:42')).toBe('https://example.org/issuers/42/did.json');
});

test.each([
  'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  'did:web:',
  'did:web:example.org:..:secret',
  'did:web:example.org%2Fsecret',
  'did:web:example.org#key',
  'did:web:user%40example.org',
  'https://example.org',
])('%s leads to no address', (did) => {
  expect(didDocumentAddress(did)).toBeNull();
});

test('a did:key is its own key', () => {
  expect(keyOfDid('did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2')).toBe(
    'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  );
  expect(keyOfDid('did:web:example.org')).toBeNull();
});

test('a key is named after its issuer and itself', () => {
  expect(keyIdOf('did:web:example.org', 'z6Mk1')).toBe('did:web:example.org#z6Mk1');
});
