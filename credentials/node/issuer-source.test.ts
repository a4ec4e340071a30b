import { expect, test } from 'vitest';
import { originOfIssuer, readIssuerSource } from './issuer-source.ts';

const did = 'did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp';

test('an issuer is named by DID or by address', () => {
  expect(readIssuerSource('did:web:exams.example.org')).toEqual({
    type: 'document',
    did: 'did:web:exams.example.org',
    address: 'https://exams.example.org/.well-known/did.json',
  });
  expect(readIssuerSource('did:web:example.org%3A8443:issuers:a')).toMatchObject({
    address: 'https://example.org:8443/issuers/a/did.json',
  });
  expect(readIssuerSource(did)).toEqual({ type: 'key', did, publicKeyMultibase: did.slice('did:key:'.length) });
  expect(readIssuerSource('https://exams.example.org')).toEqual({ type: 'site', origin: 'https://exams.example.org' });
  expect(readIssuerSource('https://exams.example.org/issuer')).toEqual({
    type: 'address',
    address: 'https://exams.example.org/issuer',
  });
});

test('a demo on this machine may be named by http, no other machine', () => {
  expect(readIssuerSource('http://127.0.0.1:4400')).toEqual({ type: 'site', origin: 'http://127.0.0.1:4400' });
  expect(readIssuerSource('http://localhost:4400/')).toEqual({ type: 'site', origin: 'http://localhost:4400' });
  expect(readIssuerSource('http://192.168.1.2:4400')).toBeNull();
  expect(readIssuerSource('http://localhost.example.org')).toBeNull();
});

test.each([
  '',
  'exams.example.org',
  'did:web:',
  'did:web:../etc',
  'did:example:1',
  'did:key:z6Mk',
  'did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169',
  'https://user:secret@example.org',
  'https://[::1]',
  'https://under_score.example',
  'ftp://example.org',
  'javascript:alert(1)',
])('%j names nobody', (name) => {
  expect(readIssuerSource(name)).toBeNull();
});

test('documents of an issuer may come from its own site only, and from nowhere if it is a key', () => {
  expect(originOfIssuer('did:web:exams.example.org')).toBe('https://exams.example.org');
  expect(originOfIssuer('https://exams.example.org/issuer')).toBe('https://exams.example.org');
  expect(originOfIssuer(did)).toBeNull();
  expect(originOfIssuer('urn:uuid:1')).toBeNull();
});
