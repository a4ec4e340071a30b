import { GetMe, ReadAuditLog, RevokeAward } from '@pyladder/contract';
import { auditSealText } from '@pyladder/exam';
import { compactVerify, createLocalJWKSet } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenAward } from '../awards/testing/given-award.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { sha256 } from './hashing.ts';
import { sealAll } from './sealing.ts';

let server: TestApp;
let administrator: Awaited<ReturnType<TestApp['candidate']>>;
beforeAll(async () => {
  server = await openTestApp();
  administrator = await server.staff('administrator');
});
afterAll(() => server.close());

async function read(body: { about?: string; action?: string; before?: string } = {}) {
  const { status, text, body: page } = await administrator.call(ReadAuditLog, { body });
  if (status !== 200) throw new Error(`audit log: ${status} ${text}`);
  return page;
}

const actionsOf = ({ entries }: { entries: { action: string }[] }) => entries.map(({ action }) => action);

function write(action: string, subjectId: string) {
  const { issuerId } = server.deps.installation;
  return insertAuditEntry(server.deps.db, { issuerId, actorId: null, action, subject: 'sitting', subjectId });
}

test('the log is read newest first, a page after the other, and no entry is met twice or missed', async () => {
  for (let nth = 0; nth < 120; nth++) await write('test_page', `page ${nth}`);
  const met: string[] = [];
  let before: string | undefined;
  do {
    const page = await read({ action: 'test_page', ...(before !== undefined && { before }) });
    met.push(...page.entries.map(({ subjectId }: { subjectId: string }) => subjectId));
    // What is written meanwhile is on none of the older pages.
    await write('test_page', 'meanwhile');
    before = page.next ?? undefined;
  } while (before !== undefined);
  expect(met).toEqual(Array.from({ length: 120 }, (_, nth) => `page ${119 - nth}`));
});

test('what is about a person is also what is about their awards, and what they did', async () => {
  const candidate = await server.candidate();
  const { candidateId } = candidate;
  const awardId = await givenAward(server.deps, candidateId, 'pcap');
  const body = { publicReason: 'issued_in_error', note: 'wrong form was scored' };
  await administrator.call(RevokeAward, { params: { candidateId, awardId }, body });
  expect(actionsOf(await read({ about: candidateId }))).toContain('award_revoked');
  expect(actionsOf(await read({ about: awardId.toUpperCase() }))).toEqual(['award_revoked']);
  const byAdministrator = await read({ about: administrator.candidateId, action: 'award_revoked' });
  expect(byAdministrator.entries.map(({ subjectId }: { subjectId: string }) => subjectId)).toContain(awardId);
  expect((await read({ about: 'nothing of the kind' })).entries).toEqual([]);
});

test('names are looked up when the log is read: gone with the person, and never part of the log', async () => {
  const leaving = await server.staff('administrator');
  const { candidateId } = await server.candidate();
  const awardId = await givenAward(server.deps, candidateId, 'pcap');
  const body = { publicReason: 'irregularity', note: 'to be looked at' };
  await leaving.call(RevokeAward, { params: { candidateId, awardId }, body });
  const actor = async () => (await read({ about: awardId })).entries[0];
  expect(await actor()).toMatchObject({ actorId: leaving.candidateId, actorName: 'Ada Example' });
  await server.deps.db.deleteFrom('identity.user').where('email', '=', leaving.email).execute();
  expect(await actor()).toMatchObject({ actorId: leaving.candidateId, actorName: null });
});

test('an entry says which seal covers it, and the log how far it is sealed', async () => {
  await write('test_seal', 'sealed or not');
  expect((await read({ action: 'test_seal' })).entries[0]).toMatchObject({ seal: null });
  await sealAll(server.deps);
  const page = await read({ action: 'test_seal' });
  expect(page.sealed).not.toBeNull();
  expect(page.entries[0]?.seal).toBe(page.sealed?.seal);
  expect(page.actions).toContain('test_seal');
  expect(page.actions).toEqual([...page.actions].toSorted());
});

test('anybody can note the newest seal and check its signature with the published keys alone', async () => {
  await write('test_head', 'before the head');
  await sealAll(server.deps);
  const { status, body: head, headers } = await server.visitor().send({ url: '/.well-known/audit-head.json' });
  expect(status).toBe(200);
  expect(headers['access-control-allow-origin']).toBe('*');
  const { hash, kid, signature, ...seal } = head;
  expect(sha256(auditSealText(seal))).toBe(hash);
  const { body: keys } = await server.visitor().send({ url: '/.well-known/jwks.json' });
  const { payload, protectedHeader } = await compactVerify(signature, createLocalJWKSet(keys));
  expect(protectedHeader.kid).toBe(kid);
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
    issuerId: seal.issuerId,
    seal: seal.number,
    hash,
  });
});

test('before the first seal there is no head', async () => {
  const fresh = await openTestApp();
  expect(await fresh.visitor().send({ url: '/.well-known/audit-head.json' })).toMatchObject({ status: 404 });
  const reader = await fresh.staff('administrator');
  const { body } = await reader.call(ReadAuditLog, { body: {} });
  expect(body).toMatchObject({ sealed: null, next: null });
  await fresh.close();
});

test('numbers that no id can be are no harm', async () => {
  for (const before of ['9'.repeat(19), '9'.repeat(18), '0', '0000000000000000001']) {
    expect((await administrator.call(ReadAuditLog, { body: { before } })).status).toBe(200);
  }
  for (const wrong of [{ before: '9'.repeat(20) }, { before: '-1' }, { about: 'a\0b' }, { action: "x'; --" }]) {
    expect((await administrator.call(ReadAuditLog, { body: wrong })).status).toBe(400);
  }
});

test('nobody but an administrator reads the log', async () => {
  const candidate = await server.candidate();
  const examiner = await server.staff('examiner');
  expect((await candidate.call(GetMe)).body.person?.roles).toEqual(['candidate']);
  for (const somebody of [candidate, examiner]) {
    const answer = await somebody.call(ReadAuditLog, { body: {} });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  }
  expect(await server.visitor().call(ReadAuditLog, { body: {} })).toMatchObject({ status: 401 });
});
