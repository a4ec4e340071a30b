import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAuditKeys, readLog } from './chain-reading.queries.ts';
import { findHead } from './sealing.queries.ts';
import { sealAll } from './sealing.ts';
import { type GivenLog, openGivenLog } from './testing/given-log.ts';
import { isIntact, verifyLog } from './verification.ts';

let log: GivenLog;
/** Two seals: of the key's own entry, `one`, `two`, `three`; and of `four`. Then `five`, not sealed. */
beforeEach(async () => {
  log = await openGivenLog();
  for (const subject of ['one', 'two', 'three']) await log.write(subject);
  await sealAll(log);
  await log.write('four');
  await sealAll(log);
  await log.write('five');
});
afterEach(() => log.close());

async function verify(expectedHead: string | null = null) {
  const { issuerId } = log.installation;
  return log.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => verifyLog(readLog(tx, issuerId), { keys: await listAuditKeys(tx, issuerId), expectedHead }));
}

test('an untouched log verifies, and says how much of it no seal covers yet', async () => {
  const report = await verify();
  const head = await findHead(log.db, log.installation.issuerId);
  expect(isIntact(report)).toBe(true);
  expect(report).toMatchObject({
    seals: 2,
    entries: 5,
    unsealed: 1,
    head: { seal: 2, hash: head?.hash },
    keys: [{ kid: log.auditKey.kid, seals: 2 }],
    faults: [],
  });
});

test('an empty log verifies', async () => {
  const empty = await openGivenLog();
  const parts = empty.db
    .transaction()
    .execute((tx) => verifyLog(readLog(tx, empty.installation.issuerId), { keys: [], expectedHead: null }));
  expect(isIntact(await parts)).toBe(true);
  await empty.close();
});

const changes: [string, ReturnType<typeof sql>][] = [
  ['what was done', sql`UPDATE audit_entries SET action = 'sitting_released' WHERE subject_id = 'two'`],
  ['who did it', sql`UPDATE audit_entries SET actor_id = gen_random_uuid() WHERE subject_id = 'two'`],
  ['when, by a microsecond', sql`UPDATE audit_entries SET at = at + interval '1 microsecond' WHERE subject_id = 'two'`],
  ['to what', sql`UPDATE audit_entries SET subject = 'award' WHERE subject_id = 'two'`],
  ['the particulars', sql`UPDATE audit_entries SET detail = '{"by": "candidate"}' WHERE subject_id = 'two'`],
];

test.each(changes)('a change of %s that no trigger heard of is found at its entry', async (_what, change) => {
  const entry = await log.idOf('two');
  await log.tamper(change);
  expect((await verify()).faults).toEqual([{ code: 'entry_changed', seal: 1, entry }]);
});

test('an entry removed behind the triggers is named; with its trace, its seal is', async () => {
  const entry = await log.idOf('two');
  await log.tamper(sql`DELETE FROM audit_entries WHERE subject_id = 'two'`);
  expect((await verify()).faults).toEqual([{ code: 'entry_removed', seal: 1, entry }]);
  await log.tamper(sql`DELETE FROM audit_seal_entries WHERE entry_id = ${entry}`);
  expect((await verify()).faults).toEqual([{ code: 'entries_replaced', seal: 1, entries: 4, found: 3 }]);
});

test('entries that exchanged their ids are both named', async () => {
  const ids = [await log.idOf('one'), await log.idOf('three')];
  await log.tamper(sql`
    UPDATE audit_entries SET subject_id = CASE subject_id WHEN 'one' THEN 'three' ELSE 'one' END
    WHERE subject_id IN ('one', 'three')`);
  expect((await verify()).faults).toEqual(ids.map((entry) => ({ code: 'entry_changed', seal: 1, entry })));
});

test('an entry slipped into a seal is named', async () => {
  const { issuerId } = log.installation;
  await log.tamper(sql`
    WITH added AS (
      INSERT INTO audit_entries (issuer_id, action, subject, subject_id) VALUES (${issuerId}, 'forged', 'a', 'added')
      RETURNING id)
    INSERT INTO audit_seal_entries (entry_id, issuer_id, seal, hash)
    SELECT id, ${issuerId}, 1, decode(repeat('ab', 32), 'hex') FROM added`);
  const entry = await log.idOf('added');
  expect((await verify()).faults).toEqual([
    { code: 'entry_changed', seal: 1, entry },
    { code: 'entry_added', seal: 1, entry },
  ]);
});

test('an entry that claims to be older than a seal which took everything is named, before and after it is sealed', async () => {
  const { issuerId } = log.installation;
  const forged = sql`
    INSERT INTO audit_entries (issuer_id, action, subject, subject_id, at)
    VALUES (${issuerId}, 'forged', 'a', 'backdated', clock_timestamp() - interval '1 hour')`;
  await forged.execute(log.db);
  const entry = await log.idOf('backdated');
  expect((await verify()).faults).toMatchObject([{ code: 'entry_backdated', seal: 2, entry }]);
  await sealAll(log);
  expect((await verify()).faults).toMatchObject([{ code: 'entry_backdated', seal: 2, entry }]);
});

test('a seal taken out of the middle is named, and one changed in any part as well', async () => {
  await log.tamper(sql`UPDATE audit_seals SET sealed_at = sealed_at - interval '1 day' WHERE number = 1`);
  expect((await verify()).faults).toEqual([{ code: 'seal_changed', seal: 1 }]);
  await log.tamper(sql`DELETE FROM audit_seals WHERE number = 1`);
  expect((await verify()).faults).toContainEqual({ code: 'seal_missing', seal: 1 });
});

test('a newest seal that was cut off is found by the head that somebody noted, and by what it left behind', async () => {
  const head = await findHead(log.db, log.installation.issuerId);
  const noted = head?.hash ?? '';
  expect((await verify(noted)).expectedHead).toEqual({ hash: noted, seal: 2 });
  await log.tamper(sql`DELETE FROM audit_seals WHERE number = 2`);
  expect((await verify()).faults).toEqual([{ code: 'seal_missing', seal: 2 }]);
  await log.tamper(sql`DELETE FROM audit_seal_entries WHERE seal = 2`);
  const report = await verify(noted);
  expect(report.faults).toEqual([]);
  expect(report.expectedHead).toEqual({ hash: noted, seal: null });
  expect(isIntact(report)).toBe(false);
});

test('who rewrites the log and every hash of it still lacks the key, and with a key of their own the noted head', async () => {
  const noted = (await findHead(log.db, log.installation.issuerId))?.hash ?? '';
  const { auditKey } = log;
  const stranger = await openGivenLog();
  await log.tamper(sql`DELETE FROM audit_seal_entries`);
  await log.tamper(sql`DELETE FROM audit_seals`);
  await log.tamper(sql`INSERT INTO audit_unsealed (entry_id, issuer_id) SELECT id, issuer_id FROM audit_entries
    ON CONFLICT DO NOTHING`);
  await log.tamper(sql`UPDATE audit_entries SET action = 'rewritten' WHERE subject_id = 'two'`);

  await sealAll({ ...log, auditKey: { ...stranger.auditKey, kid: auditKey.kid } });
  expect((await verify()).faults).toEqual([{ code: 'seal_forged', seal: 1 }]);

  const keys = await listAuditKeys(log.db, log.installation.issuerId);
  await log.tamper(sql`DELETE FROM audit_seal_entries`);
  await log.tamper(sql`DELETE FROM audit_seals`);
  await log.tamper(sql`INSERT INTO audit_unsealed (entry_id, issuer_id) SELECT id, issuer_id FROM audit_entries`);
  const own = await log.openKey();
  await sealAll({ ...log, auditKey: own });
  const rewritten = await verify(noted);
  expect(rewritten.faults).toEqual([]);
  expect(rewritten.expectedHead).toEqual({ hash: noted, seal: null });
  const before = await log.db
    .transaction()
    .execute((tx) => verifyLog(readLog(tx, log.installation.issuerId), { keys, expectedHead: null }));
  expect(before.faults).toEqual([{ code: 'seal_key_unknown', seal: 1 }]);
  await stranger.close();
});

test('seals of several nodes, each with its own key, make one chain that verifies', async () => {
  const other = await log.openKey();
  await sealAll({ ...log, auditKey: other });
  const report = await verify();
  expect(isIntact(report)).toBe(true);
  expect(report.keys).toEqual([
    { kid: log.auditKey.kid, seals: 2 },
    { kid: other.kid, seals: 1 },
  ]);
});

test('of a thousand faults the first are told and all are counted', async () => {
  await sql`
    INSERT INTO audit_entries (issuer_id, action, subject, subject_id)
    SELECT ${log.installation.issuerId}, 'made', 'a', 'many' FROM generate_series(1, 2500)`.execute(log.db);
  await sealAll(log);
  await log.tamper(sql`UPDATE audit_entries SET action = 'changed' WHERE subject_id = 'many'`);
  const report = await verify();
  expect(report.faults).toHaveLength(20);
  expect(report.faultCount).toBe(2500);
});
