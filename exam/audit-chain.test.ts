import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AuditFacts, auditDigestText, auditEntryText, auditSealText, type JsonValue } from './audit-chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const issuerId = '0b7e7f0e-4c39-4f4c-9a5c-0d9b2c1f3a4e';

const entry: AuditFacts = {
  id: '41',
  issuerId,
  at: '2026-05-04T10:42:07.123456Z',
  actorId: 'c3a4b9de-2f0e-4a52-9a36-0f9f0f6a1d2b',
  action: 'award_revoked',
  subject: 'award',
  subjectId: '7d0a1b8a-51d4-43a5-8f7c-2b6b8a5d9e10',
  detail: { publicReason: 'issued_in_error', credential: 'pcap', note: 'é “2”\n' },
};

test('an auditor who writes their own check in Python, by docs/audit.md, comes to the same hashes', () => {
  // json.dumps(…, separators=(',', ':'), sort_keys=True, ensure_ascii=False) and hashlib.sha256 of Python 3.11
  const hash = sha256(auditEntryText(entry));
  expect(hash).toBe('e34419393e4fca54408c643273045486cf9bbb738fd375aa53db88daf778fdb3');
  const digest = sha256(auditDigestText([hash]));
  expect(digest).toBe('198b7a782eab1c5e14a15017d972eff9cca1a7d9e6b837a274ec2bbcc16adc76');
  const seal = {
    issuerId,
    number: 1,
    previous: null,
    digest,
    entries: 1,
    total: 1,
    sealedAt: '2026-05-04T10:42:17.001Z',
    completeUntil: '2026-05-04T10:42:17.000Z',
  };
  expect(sha256(auditSealText(seal))).toBe('dbd5a30ca27c09c21c4d71880be2c6a257452fe40aa3e93cedf2b0a3af243810');
});

/** What a jsonb column gives back: JSON without lone surrogates. */
const detail = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value).toWellFormed()) as JsonValue);

test('the order in which a database keeps the fields of a detail never changes a hash', () => {
  const fields = fc.uniqueArray(fc.tuple(fc.string(), detail), { selector: ([key]) => key });
  fc.assert(
    fc.property(fields, (some) => {
      const there = auditEntryText({ ...entry, detail: Object.fromEntries(some) });
      const back = auditEntryText({ ...entry, detail: Object.fromEntries(some.toReversed()) });
      expect(back).toBe(there);
    }),
  );
});

test('the text of an entry says everything that the entry says, so no change of it goes unseen', () => {
  fc.assert(
    fc.property(detail, (value) => {
      const [, id, issuer, at, actorId, action, subject, subjectId, said] = JSON.parse(
        auditEntryText({ ...entry, detail: value }),
      );
      expect({ id, issuerId: issuer, at, actorId, action, subject, subjectId }).toEqual({
        ...entry,
        detail: undefined,
      });
      expect(said).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
