import { randomUUID } from 'node:crypto';
import {
  FindPeople,
  GetExamRules,
  GetMe,
  GetPersonRecord,
  GetWallet,
  GrantExtraTime,
  SignUp,
} from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenAward } from '../awards/testing/given-award.ts';
import { givenBank } from '../banks/testing/given-bank.ts';
import { issueCredentials } from '../credentials/issuing.actions.ts';
import { givenRegistration, givenRunningSitting } from '../sittings/testing/given-sitting.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let server: TestApp;
let administrator: Awaited<ReturnType<TestApp['candidate']>>;
beforeAll(async () => {
  server = await openTestApp();
  for (const pool of ['practice', 'exam'] as const) await givenBank(server.deps, pool);
  administrator = await server.staff('administrator');
});
afterAll(() => server.close());

async function givenNamed(name: string, email = `${randomUUID()}@example.org`) {
  const { body } = await server.visitor().call(SignUp, { body: { name, email, password: 'correct horse' } });
  return { candidateId: body.person?.candidateId ?? '', name, email };
}

async function find(text: string) {
  const { body } = await administrator.call(FindPeople, { body: { text } });
  return body;
}

async function entriesAbout(subjectId: string, action: string) {
  return server.deps.db
    .selectFrom('audit_entries')
    .select(['actor_id as actorId', 'detail'])
    .where('subject_id', '=', subjectId)
    .where('action', '=', action)
    .execute();
}

test('a person is found by part of their name or e-mail, capital letters or not', async () => {
  const zora = await givenNamed('Zora Ångström-Öztürk', `zora.${randomUUID()}@faraway.example`);
  const summary = { ...zora, holds: [] };
  for (const text of ['zora ång', 'ÖZTÜRK', 'Zora.', '@FarAway.', zora.email.toUpperCase()]) {
    expect(await find(text)).toEqual({ people: [summary], more: false });
  }
});

test('signs that mean something to the database mean themselves', async () => {
  const odd = await givenNamed('100% O_Brien \\ Co');
  for (const text of ['100% o', 'o_brien', '\\ co']) {
    expect((await find(text)).people).toEqual([{ ...odd, holds: [] }]);
  }
  for (const text of ['100%%', 'o__brien', 'b%n \\', '__', '%%', "'; DROP TABLE candidates; --"]) {
    expect(await find(text)).toEqual({ people: [], more: false });
  }
});

test('a person is found by their candidate id, and by the id or the address of a credential they hold', async () => {
  const holder = await server.candidate();
  await givenAward(server.deps, holder.candidateId, 'pcap');
  await issueCredentials(server.deps, holder.candidateId);
  const { body: wallet } = await holder.call(GetWallet);
  const [credential] = wallet.credentials;
  const found = { people: [{ candidateId: holder.candidateId, holds: ['pcap'] }], more: false };
  for (const text of [
    holder.candidateId,
    credential?.id ?? '',
    credential?.address ?? '',
    `${credential?.address}.png`,
  ]) {
    expect(await find(text)).toMatchObject(found);
  }
  expect(await find(randomUUID())).toEqual({ people: [], more: false });
});

test('of many only twenty are shown, in the order of names, and it is said that there are more', async () => {
  const names = Array.from({ length: 21 }, (_, nth) => `Crowd Member ${String(nth).padStart(2, '0')}`);
  await server.deps.db
    .insertInto('identity.user')
    .values(names.map((name) => ({ name, email: `${randomUUID()}@example.org`, emailVerified: true })))
    .execute();
  const { people, more } = await find('crowd member');
  expect(people.map(({ name }: { name: string | null }) => name)).toEqual(names.slice(0, 20));
  expect(more).toBe(true);
});

test('a search is recorded with how many were found, and without what was looked for', async () => {
  const looker = await server.staff('administrator');
  await looker.call(FindPeople, { body: { text: 'somebody in particular' } });
  const entries = await server.deps.db
    .selectFrom('audit_entries')
    .select(['action', 'detail'])
    .where('actor_id', '=', looker.candidateId)
    .where('action', '=', 'people_searched')
    .execute();
  expect(entries).toEqual([{ action: 'people_searched', detail: { found: 0 } }]);
});

test('the record holds everything about a person, and that it was read is recorded', async () => {
  const sitting = await givenRunningSitting(server, 'mock');
  const { candidate, key } = sitting;
  const { candidateId, email } = candidate;
  await givenRegistration(candidate, 'real');
  const awardId = await givenAward(server.deps, candidateId, 'pcap');
  await issueCredentials(server.deps, candidateId);
  const { status, body } = await administrator.call(GetPersonRecord, { params: { candidateId } });
  expect({ status, body }).toMatchObject({
    status: 200,
    body: {
      candidateId,
      email,
      holds: ['pcap'],
      roles: ['candidate'],
      accommodations: [],
      awards: [{ id: awardId, credential: 'pcap', standing: 'standing', changes: [] }],
      credentials: [{ credential: 'pcap', standing: 'standing', basis: [awardId] }],
    },
  });
  expect(body.sittings.map(({ id }: { id: string }) => id)).toContain(key.sittingId);
  expect(body.registrations.map(({ credential }: { credential: string }) => credential)).toContain('pcep');
  expect(await entriesAbout(candidateId, 'record_read')).toEqual([{ actorId: administrator.candidateId, detail: {} }]);
});

test('of a person who was erased the record shows a pseudonym and no name', async () => {
  const gone = await server.candidate();
  await givenAward(server.deps, gone.candidateId, 'pcap');
  await server.deps.db.deleteFrom('identity.user').where('email', '=', gone.email).execute();
  const { status, body, text } = await administrator.call(GetPersonRecord, {
    params: { candidateId: gone.candidateId },
  });
  expect({ status, body }).toMatchObject({ status: 200, body: { name: null, email: null, holds: ['pcap'] } });
  expect(text).not.toContain(gone.email);
  expect((await find(gone.candidateId)).people).toMatchObject([{ name: null, email: null }]);
});

test('extra time counts from the next sitting on, and the newest grant counts', async () => {
  const candidate = await server.candidate();
  const { candidateId } = candidate;
  const minutes = async () => {
    const { body } = await candidate.call(GetExamRules, { params: { credential: 'pcep', purpose: 'real' } });
    return body.yourMinutes;
  };
  const grant = (extraTimeShare: number, note: string) =>
    administrator.call(GrantExtraTime, { params: { candidateId }, body: { extraTimeShare, note } });
  expect(await minutes()).toBe(40);
  await grant(0.25, 'certificate of 3 May seen');
  expect(await minutes()).toBe(50);
  const { body } = await grant(0, 'was for one exam only');
  expect(await minutes()).toBe(40);
  expect((await candidate.call(GetMe)).body.person?.extraTime).toBe(0);
  expect(body.accommodations).toMatchObject([
    { extraTimeShare: 0, note: 'was for one exam only', actor: 'Ada Example' },
    { extraTimeShare: 0.25, note: 'certificate of 3 May seen', actor: 'Ada Example' },
  ]);
  expect(await entriesAbout(candidateId, 'extra_time_granted')).toEqual([
    { actorId: administrator.candidateId, detail: { extraTimeShare: 0.25 } },
    { actorId: administrator.candidateId, detail: { extraTimeShare: 0 } },
  ]);
});

test('ten grants at once are ten entries, one of which is the newest', async () => {
  const { candidateId } = await server.candidate();
  const grants = Array.from({ length: 10 }, (_, nth) =>
    administrator.call(GrantExtraTime, {
      params: { candidateId },
      body: { extraTimeShare: nth / 100, note: 'at once' },
    }),
  );
  expect((await Promise.all(grants)).map(({ status }) => status)).toEqual(Array(10).fill(200));
  const { body } = await administrator.call(GetPersonRecord, { params: { candidateId } });
  expect(body.accommodations).toHaveLength(10);
});

test('nobody gives time to themselves, nor more than three times the exam, nor shares finer than a hundredth', async () => {
  const own = { params: { candidateId: administrator.candidateId }, body: { extraTimeShare: 0.5, note: 'me' } };
  const toSelf = await administrator.call(GrantExtraTime, { ...own, body: { ...own.body, note: 'myself' } });
  expect(toSelf).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  const { candidateId } = await server.candidate();
  for (const extraTimeShare of [-0.25, 3.01, 0.333, 1e9, Number.NaN, '0.25']) {
    const asked = { params: { candidateId }, body: { extraTimeShare, note: 'wrong' } };
    expect((await administrator.call(GrantExtraTime, asked)).status).toBe(400);
  }
  for (const extraTimeShare of [0.07, 0.29, 1.1, 2.99, 3]) {
    const asked = { params: { candidateId }, body: { extraTimeShare, note: 'right' } };
    expect((await administrator.call(GrantExtraTime, asked)).status).toBe(200);
  }
});

test('candidates, examiners and strangers see nobody', async () => {
  const { candidateId, ...candidate } = await server.candidate();
  const examiner = await server.staff('examiner');
  const asks = [
    [FindPeople, { body: { text: 'ada' } }],
    [GetPersonRecord, { params: { candidateId } }],
    [GrantExtraTime, { params: { candidateId }, body: { extraTimeShare: 0.25, note: 'please' } }],
  ] as const;
  for (const [endpoint, asked] of asks) {
    expect(await candidate.call(endpoint, asked)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect(await examiner.call(endpoint, asked)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect(await server.visitor().call(endpoint, asked)).toMatchObject({ status: 401 });
  }
});

test('somebody who does not exist has no record and gets no time', async () => {
  const params = { candidateId: randomUUID() };
  expect(await administrator.call(GetPersonRecord, { params })).toMatchObject({ status: 404 });
  const asked = { params, body: { extraTimeShare: 0.25, note: 'nobody' } };
  expect(await administrator.call(GrantExtraTime, asked)).toMatchObject({ status: 404 });
});
