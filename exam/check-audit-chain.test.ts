import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AuditFacts, auditDigestText, auditEntryText, auditSealText } from './audit-chain.ts';
import { type AuditFault, type AuditHead, checkAge, checkSealedBatch, type SealedBatch } from './check-audit-chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const issuerId = '0b7e7f0e-4c39-4f4c-9a5c-0d9b2c1f3a4e';
const minute = 60_000;
const start = Date.UTC(2026, 4, 4, 10);

function entryAt(id: number, time = start + id * 1000): AuditFacts {
  return {
    id: String(id),
    issuerId,
    at: new Date(time).toISOString().replace('Z', '000Z'),
    actorId: null,
    action: 'sitting_swept',
    subject: 'sitting',
    subjectId: `sitting ${id}`,
    detail: { by: 'time', id },
  };
}

function sealOf(before: AuditHead | null, entries: AuditFacts[], sealedAt: number): SealedBatch {
  const sealed = entries.map((entry) => ({ id: entry.id, hash: sha256(auditEntryText(entry)), entry }));
  const content = {
    issuerId,
    number: (before?.number ?? 0) + 1,
    previous: before?.hash ?? null,
    digest: sha256(auditDigestText(sealed.map(({ hash }) => hash))),
    entries: sealed.length,
    total: (before?.total ?? 0) + sealed.length,
    sealedAt: new Date(sealedAt).toISOString(),
    completeUntil: new Date(sealedAt).toISOString(),
  };
  return { seal: { ...content, hash: sha256(auditSealText(content)) }, entries: sealed, signature: 'signed' };
}

/** Seals of these sizes, a minute apart, of entries that are as old as their seal. */
function logOf(sizes: readonly number[]): SealedBatch[] {
  const log: SealedBatch[] = [];
  let id = 0;
  for (const [index, size] of sizes.entries()) {
    const sealedAt = start + (index + 1) * minute;
    const entries = Array.from({ length: size }, () => entryAt(++id, sealedAt - 1000));
    log.push(sealOf(log.at(-1)?.seal ?? null, entries, sealedAt));
  }
  return log;
}

function check(log: readonly SealedBatch[]): AuditFault[] {
  let head: AuditHead | null = null;
  const faults: AuditFault[] = [];
  for (const batch of log) {
    faults.push(...checkSealedBatch(head, batch, sha256));
    head = batch.seal;
  }
  return faults;
}

const withEntries = (batch: SealedBatch, entries: SealedBatch['entries']): SealedBatch => ({ ...batch, entries });
const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 });

test('a log as it was sealed verifies', () => {
  fc.assert(
    fc.property(sizes, (some) => {
      expect(check(logOf(some))).toEqual([]);
    }),
  );
});

test('whichever part of whichever entry is changed, that entry is named and no other', () => {
  const change = fc.constantFrom<Partial<AuditFacts>>(
    { id: '999' },
    { issuerId: 'someone else' },
    { at: '2026-05-04T10:00:00.000001Z' },
    { actorId: 'someone' },
    { action: 'sitting_submitted' },
    { subject: 'award' },
    { subjectId: 'another' },
    { detail: { by: 'candidate' } },
    { detail: null },
  );
  fc.assert(
    fc.property(sizes, fc.nat(), fc.nat(), change, (some, nthSeal, nthEntry, changed) => {
      const log = logOf(some);
      const at = nthSeal % log.length;
      const batch = log[at];
      const victim = batch?.entries[nthEntry % batch.entries.length];
      if (batch === undefined || victim?.entry === null || victim?.entry === undefined) return;
      const entry = { ...victim.entry, ...changed };
      const entries = batch.entries.map((sealed) => (sealed === victim ? { ...sealed, entry } : sealed));
      expect(check(log.with(at, withEntries(batch, entries)))).toEqual([
        { code: 'entry_changed', seal: at + 1, entry: victim.id },
      ]);
    }),
  );
});

const log = logOf([2, 3, 1]);
const [first, second, third] = log as [SealedBatch, SealedBatch, SealedBatch];

test('an entry that was removed is named, also when its trace in the seal went with it', () => {
  const [gone, ...others] = second.entries;
  if (gone === undefined) throw new Error('there is an entry');
  expect(check([first, withEntries(second, [{ ...gone, entry: null }, ...others]), third])).toEqual([
    { code: 'entry_removed', seal: 2, entry: '3' },
  ]);
  expect(check([first, withEntries(second, others), third])).toEqual([
    { code: 'entries_replaced', seal: 2, entries: 3, found: 2 },
  ]);
});

test('an entry that was slipped into a seal is named', () => {
  const entry = entryAt(77, start + 2 * minute);
  const added = { id: '77', hash: sha256(auditEntryText(entry)), entry };
  for (const place of [0, 1, 3]) {
    expect(check([first, withEntries(second, second.entries.toSpliced(place, 0, added)), third])).toEqual([
      { code: 'entry_added', seal: 2, entry: '77' },
    ]);
  }
});

test('two entries that changed places are both named', () => {
  const [one, two, three] = second.entries;
  if (!one?.entry || !two?.entry || !three) throw new Error('there are three entries');
  const exchanged = [
    { ...one, entry: { ...two.entry, id: one.id } },
    { ...two, entry: { ...one.entry, id: two.id } },
    three,
  ];
  expect(check([first, withEntries(second, exchanged), third]).map((fault) => 'entry' in fault && fault.entry)).toEqual(
    ['3', '4'],
  );
});

test('who changes an entry and its hash too still needs the seal, its signature and every seal after it', () => {
  const [victim, ...others] = second.entries;
  if (!victim?.entry) throw new Error('there is an entry');
  const entry = { ...victim.entry, detail: {} };
  const rehashed = [{ ...victim, entry, hash: sha256(auditEntryText(entry)) }, ...others];
  expect(check([first, withEntries(second, rehashed), third])).toEqual([
    { code: 'entries_replaced', seal: 2, entries: 3, found: 3 },
  ]);
  const redigested = { ...second.seal, digest: sha256(auditDigestText(rehashed.map(({ hash }) => hash))) };
  expect(check([first, { ...second, seal: redigested, entries: rehashed }, third])).toEqual([
    { code: 'seal_changed', seal: 2 },
  ]);
  const resealed = { ...redigested, hash: sha256(auditSealText(redigested)) };
  expect(check([first, { seal: resealed, entries: rehashed, signature: 'forged' }, third])).toEqual([
    { code: 'seal_forged', seal: 2 },
    { code: 'seal_unlinked', seal: 3 },
  ]);
  expect(check([first, { ...second, signature: 'unknown_key' }, third])).toEqual([
    { code: 'seal_key_unknown', seal: 2 },
  ]);
});

test('a seal that is missing in the middle or at the beginning is named; one missing at the end only a noted head tells', () => {
  expect(check([first, third])).toEqual([{ code: 'seal_missing', seal: 2 }]);
  expect(check([second, third])).toEqual([{ code: 'seal_missing', seal: 1 }]);
  expect(check([first, second])).toEqual([]);
});

test('a seal cannot say that it covers more entries in all than there are', () => {
  const content = { ...second.seal, total: 50 };
  const inflated = { ...content, hash: sha256(auditSealText(content)) };
  expect(check([first, { ...second, seal: inflated }])).toEqual([{ code: 'seal_unlinked', seal: 2 }]);
});

test('an entry written into the past is named, and one whose transaction took minutes is not', () => {
  const late = sealOf(second.seal, [entryAt(8, start - 6 * minute)], start + 3 * minute);
  expect(check([first, second, late])).toEqual([]);
  const backdated = sealOf(second.seal, [entryAt(8, start - 9 * minute)], start + 3 * minute);
  expect(check([first, second, backdated])).toMatchObject([{ code: 'entry_backdated', seal: 2, entry: '8' }]);
  expect(checkAge(second.seal, entryAt(9, start - 9 * minute))).toHaveLength(1);
  expect(checkAge(null, entryAt(9, 0))).toEqual([]);
  expect(checkAge({ ...second.seal, completeUntil: null }, entryAt(9, 0))).toEqual([]);
});
