import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findHead } from './sealing.queries.ts';
import { keepSealing, LARGEST_SEAL, sealAll, sealNext } from './sealing.ts';
import { type GivenLog, openGivenLog } from './testing/given-log.ts';

let log: GivenLog;
beforeAll(async () => {
  log = await openGivenLog();
});
afterAll(() => log.close());

const head = () => findHead(log.db, log.installation.issuerId);

async function sealOf(subjectId: string): Promise<number | null> {
  const row = await log.db
    .selectFrom('audit_entries')
    .leftJoin('audit_seal_entries', 'audit_seal_entries.entry_id', 'audit_entries.id')
    .select('seal')
    .where('subject_id', '=', subjectId)
    .executeTakeFirstOrThrow();
  return row.seal;
}

test('what was written is sealed once, and where nothing was written no seal is made', async () => {
  await log.write('sealed once');
  await sealAll(log);
  const after = await head();
  expect(await sealOf('sealed once')).toBe(after?.number);
  await sealAll(log);
  expect(await head()).toEqual(after);
});

test('an entry whose transaction commits late is sealed later, and what was committed does not wait for it', async () => {
  const { db } = log;
  const letGo = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const slow = db.transaction().execute(async (tx) => {
    await log.write('commits late', tx);
    written.resolve();
    await letGo.promise;
  });
  await written.promise;
  await log.write('committed at once');
  await sealAll(log);
  const first = await sealOf('committed at once');
  expect(first).not.toBeNull();
  letGo.resolve();
  await slow;
  expect(await sealOf('commits late')).toBeNull();
  await sealAll(log);
  expect(await sealOf('commits late')).toBe(Number(first) + 1);
});

test('ten nodes that seal at once make one chain, and every entry is in it once', async () => {
  const { db } = log;
  await Promise.all(Array.from({ length: 30 }, (_, nth) => log.write(`of many nodes ${nth}`)));
  const before = await head();
  await Promise.all(Array.from({ length: 10 }, () => sealNext(log)));
  await sealAll(log);
  const after = await head();
  expect(after?.total).toBe((before?.total ?? 0) + 30);
  const { rows } = await sql<{ number: number; isNext: boolean }>`
    SELECT number, previous IS NOT DISTINCT FROM lag(hash) OVER (ORDER BY number) AS "isNext" FROM audit_seals
    ORDER BY number`.execute(db);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  expect(rows.every(({ isNext }) => isNext)).toBe(true);
});

test('a crash in the middle of sealing leaves nothing, and the next node seals it all', async () => {
  await log.write('of a crash');
  const before = await head();
  const sign = () => Promise.reject(new Error('the node is gone'));
  const crashing = { ...log, auditKey: { ...log.auditKey, sign } };
  await expect(sealNext(crashing)).rejects.toThrow('the node is gone');
  expect(await head()).toEqual(before);
  expect(await sealNext(log)).toBe(1);
  expect(await sealOf('of a crash')).toBe((before?.number ?? 0) + 1);
});

test('a long backlog is sealed in parts, and only the last says that nothing was left over', async () => {
  const { db, installation } = log;
  const before = await head();
  await sql`
    INSERT INTO audit_entries (issuer_id, action, subject, subject_id)
    SELECT ${installation.issuerId}, 'sitting_swept', 'sitting', 'backlog' FROM generate_series(1, ${LARGEST_SEAL + 5})
    `.execute(db);
  expect(await sealNext(log)).toBe(LARGEST_SEAL);
  expect((await head())?.completeUntil).toBe(before?.completeUntil);
  expect(await sealNext(log)).toBe(5);
  const last = await head();
  expect(last?.completeUntil).toBe(last?.sealedAt);
});

test('a server that is told to stop seals what its last requests wrote', async () => {
  const ending = new AbortController();
  const sealing = keepSealing(log, ending.signal);
  // Its first round may or may not see this; the last one must.
  await pause(50);
  await log.write('of the last request');
  ending.abort();
  await sealing;
  expect(await sealOf('of the last request')).not.toBeNull();
});

test('the database itself refuses to change a seal or what it covers', async () => {
  const { db } = log;
  await expect(db.updateTable('audit_seals').set({ entries: 5 }).execute()).rejects.toThrow('never changed');
  await expect(db.deleteFrom('audit_seals').execute()).rejects.toThrow('never changed');
  await expect(db.deleteFrom('audit_seal_entries').execute()).rejects.toThrow('never changed');
  await expect(sql`TRUNCATE audit_seal_entries`.execute(db)).rejects.toThrow('never changed');
});
