import { randomUUID } from 'node:crypto';
import {
  GetCredentialPage,
  GetRecord,
  GetWallet,
  Register,
  ReinstateAward,
  RevokeAward,
  SuspendAward,
} from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenBank } from '../banks/testing/given-bank.ts';
import { issueCredentials } from '../credentials/issuing.actions.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { givenAward } from './testing/given-award.ts';

type Person = Awaited<ReturnType<TestApp['candidate']>>;

let server: TestApp;
let administrator: Person;
beforeAll(async () => {
  server = await openTestApp();
  for (const pool of ['practice', 'exam'] as const) await givenBank(server.deps, pool);
  administrator = await server.staff('administrator');
});
afterAll(() => server.close());

const note = 'seen with a second telephone; hearing on Friday';
const body = { publicReason: 'irregularity', note } as const;

async function givenHolder(...credentials: string[]) {
  const person = await server.candidate();
  const { candidateId } = person;
  const awards: Record<string, string> = {};
  for (const credential of credentials) awards[credential] = await givenAward(server.deps, candidateId, credential);
  await issueCredentials(server.deps, candidateId);
  const of = (credential: string) => ({ candidateId, awardId: awards[credential] ?? '' });
  const held = async () => {
    const { body } = await person.call(GetRecord);
    return body.holdings.map(({ credential }: { credential: string }) => credential);
  };
  const wallet = async () => {
    await issueCredentials(server.deps, candidateId);
    const { body } = await person.call(GetWallet);
    return body.credentials.map(({ credential, standing }: { credential: string; standing: string }) => [
      credential,
      standing,
    ]);
  };
  return { person, of, held, wallet };
}

const EXPERT = ['pcap', 'pcpp-32-1', 'pcpp-32-2'];

test('a revoked award takes with it what was granted because of it, and nothing that was passed', async () => {
  const { of, held, wallet } = await givenHolder(...EXPERT);
  expect(await held()).toEqual([...EXPERT, 'cepp']);
  const { status } = await administrator.call(RevokeAward, { params: of('pcap'), body });
  expect(status).toBe(200);
  expect(await held()).toEqual(['pcpp-32-1', 'pcpp-32-2']);
  expect((await wallet()).toSorted()).toEqual([
    ['cepp', 'revoked'],
    ['pcap', 'revoked'],
    ['pcpp-32-1', 'standing'],
    ['pcpp-32-2', 'standing'],
  ]);
});

test('whoever lost a rung cannot register for the one above it, and can again when it is given back', async () => {
  const { person, of } = await givenHolder('pcap');
  const registering = { body: { credential: 'pcpp-32-1', purpose: 'real' } };
  await administrator.call(RevokeAward, { params: of('pcap'), body });
  expect(await person.call(Register, registering)).toMatchObject({
    status: 409,
    body: { code: 'requirement_not_held', detail: { credential: 'pcap' } },
  });
  await administrator.call(ReinstateAward, { params: of('pcap'), body: { note } });
  // The made-up bank has no items for this rung: that is what stands in the way now, and nothing else.
  expect((await person.call(Register, registering)).body.code).toBe('form_cannot_be_drawn');
});

test('anybody who has the address of a revoked credential reads the reason, and never the note', async () => {
  const { person, of } = await givenHolder('pcap');
  const { body: wallet } = await person.call(GetWallet);
  const id = wallet.credentials[0]?.id ?? '';
  await administrator.call(RevokeAward, { params: of('pcap'), body });
  const page = await server.visitor().call(GetCredentialPage, { params: { id } });
  expect(page.body).toMatchObject({ standing: 'revoked', lastChange: { reason: 'irregularity' } });
  expect(page.text).not.toContain('telephone');
});

test('a suspension holds back without taking away: lifted, the very same credential stands again', async () => {
  const { person, of, held, wallet } = await givenHolder('pcap');
  const idOf = async () => (await person.call(GetWallet)).body.credentials.map(({ id }: { id: string }) => id);
  const before = await idOf();
  await administrator.call(SuspendAward, { params: of('pcap'), body });
  expect(await held()).toEqual([]);
  expect(await wallet()).toEqual([['pcap', 'suspended']]);
  await administrator.call(ReinstateAward, { params: of('pcap'), body: { note } });
  expect(await held()).toEqual(['pcap']);
  expect(await wallet()).toEqual([['pcap', 'standing']]);
  expect(await idOf()).toEqual(before);
});

test('a revoked award that is given back gets a new credential, and the old one stays revoked', async () => {
  const { of, held, wallet } = await givenHolder(...EXPERT);
  await administrator.call(RevokeAward, { params: of('pcpp-32-1'), body });
  await administrator.call(ReinstateAward, { params: of('pcpp-32-1'), body: { note } });
  expect(await held()).toEqual([...EXPERT, 'cepp']);
  expect((await wallet()).toSorted()).toEqual([
    ['cepp', 'revoked'],
    ['cepp', 'standing'],
    ['pcap', 'standing'],
    ['pcpp-32-1', 'revoked'],
    ['pcpp-32-1', 'standing'],
    ['pcpp-32-2', 'standing'],
  ]);
});

test('ten administrators who revoke at once revoke once, and ten who reinstate reinstate once', async () => {
  const { of } = await givenHolder('pcap');
  const params = of('pcap');
  const ten = Array.from({ length: 10 });
  const revoked = await Promise.all(ten.map(() => administrator.call(RevokeAward, { params, body })));
  const codes = revoked.map(({ status, body }) => (status === 200 ? 'done' : body.code));
  expect(codes.toSorted()).toEqual([...Array(9).fill('award_already_withdrawn'), 'done']);
  const back = await Promise.all(ten.map(() => administrator.call(ReinstateAward, { params, body: { note } })));
  expect(back.filter(({ status }) => status === 200)).toHaveLength(1);
  const { changes } = back.find(({ status }) => status === 200)?.body.awards[0] ?? { changes: [] };
  expect(changes.map(({ type }: { type: string }) => type)).toEqual(['revoked', 'reinstated']);
  const entries = await server.deps.db
    .selectFrom('audit_entries')
    .select('action')
    .where('subject_id', '=', params.awardId)
    .orderBy('id')
    .execute();
  expect(entries.map(({ action }) => action)).toEqual(['award_revoked', 'award_reinstated']);
});

test('a suspended award can be revoked, a revoked one not suspended, and one that stands not given back', async () => {
  const { of } = await givenHolder('pcap');
  const params = of('pcap');
  const standing = await administrator.call(ReinstateAward, { params, body: { note } });
  expect(standing).toMatchObject({ status: 409, body: { code: 'award_stands' } });
  await administrator.call(SuspendAward, { params, body });
  const twice = await administrator.call(SuspendAward, { params, body });
  expect(twice).toMatchObject({ status: 409, body: { code: 'award_already_withdrawn' } });
  expect((await administrator.call(RevokeAward, { params, body })).status).toBe(200);
  const after = await administrator.call(SuspendAward, { params, body });
  expect(after).toMatchObject({ status: 409, body: { code: 'award_already_withdrawn' } });
});

test('who did it, when and why stands in the record; the audit log has the public reason and not the note', async () => {
  const { of } = await givenHolder('pcap');
  const params = of('pcap');
  const { body: record } = await administrator.call(RevokeAward, { params, body });
  expect(record.awards[0]).toMatchObject({
    id: params.awardId,
    standing: 'revoked',
    changes: [{ type: 'revoked', publicReason: 'irregularity', note, actor: 'Ada Example' }],
  });
  const entry = await server.deps.db
    .selectFrom('audit_entries')
    .select(['actor_id', 'detail'])
    .where('subject_id', '=', params.awardId)
    .executeTakeFirstOrThrow();
  expect(entry).toEqual({
    actor_id: administrator.candidateId,
    detail: { candidateId: params.candidateId, credential: 'pcap', publicReason: 'irregularity' },
  });
});

test('nobody but an administrator may, and no administrator with an award of their own', async () => {
  const { person, of } = await givenHolder('pcap');
  const examiner = await server.staff('examiner');
  for (const endpoint of [SuspendAward, RevokeAward, ReinstateAward]) {
    const asked = { params: of('pcap'), body: endpoint === ReinstateAward ? { note } : body };
    expect(await person.call(endpoint, asked)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect(await examiner.call(endpoint, asked)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect(await server.visitor().call(endpoint, asked)).toMatchObject({ status: 401 });
  }
  const own = await givenAward(server.deps, administrator.candidateId, 'pcap');
  const params = { candidateId: administrator.candidateId, awardId: own };
  expect(await administrator.call(RevokeAward, { params, body })).toMatchObject({ status: 403 });
});

test("an award that is not this person's, or nobody's, looks as if it did not exist", async () => {
  const one = await givenHolder('pcap');
  const other = await givenHolder('pcap');
  const mixed = { candidateId: one.of('pcap').candidateId, awardId: other.of('pcap').awardId };
  for (const params of [mixed, { ...mixed, awardId: randomUUID() }, { ...mixed, candidateId: randomUUID() }]) {
    expect(await administrator.call(RevokeAward, { params, body })).toMatchObject({ status: 404 });
  }
  expect(await other.held()).toEqual(['pcap']);
});

test('a reason for everybody must be one of the words agreed, and a note is no empty one', async () => {
  const { of } = await givenHolder('pcap');
  const params = of('pcap');
  for (const wrong of [{ note }, { ...body, publicReason: 'because' }, { ...body, note: '  ' }, { ...body, more: 1 }]) {
    expect((await administrator.call(RevokeAward, { params, body: wrong })).status).toBe(400);
  }
});
