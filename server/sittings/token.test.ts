import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issueSittingToken, readSittingToken } from './token.ts';

const secret = randomBytes(32);
const key = { candidateId: '6a0f2f6e-1d53-4a55-9f2e-52f1a7c4b1aa', sittingId: '0c6d2a0e-8f7b-4e11-b0d8-c2d0a5a9e7f3' };
const now = new Date('2026-03-01T10:00:00Z');

test('a token opens just the sitting it was issued for', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (candidateId, sittingId) => {
      const token = issueSittingToken(secret, { candidateId, sittingId }, now);
      expect(readSittingToken(secret, token, now)).toEqual({ candidateId, sittingId });
    }),
  );
});

test('a token with any one character changed opens nothing', () => {
  const token = issueSittingToken(secret, key, now);
  for (let at = 0; at < token.length; at++) {
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    expect(readSittingToken(secret, changed, now)).toBeNull();
  }
});

test('a token of another installation opens nothing here', () => {
  expect(readSittingToken(secret, issueSittingToken(randomBytes(32), key, now), now)).toBeNull();
});

test('a token still opens its sitting 23 hours later, and no longer after 25', () => {
  const token = issueSittingToken(secret, key, now);
  const after = (hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000);
  expect(readSittingToken(secret, token, after(23))).toEqual(key);
  expect(readSittingToken(secret, token, after(25))).toBeNull();
});

test('text that is no token is refused without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readSittingToken(secret, text, now)).toBeNull();
    }),
  );
});
