import { GetExamRules, GetLadder, GetRecord, Register, StartSitting } from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenBank } from '../banks/testing/given-bank.ts';
import { givenRegistration, givenRunningSitting } from '../sittings/testing/given-sitting.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let server: TestApp;

beforeAll(async () => {
  server = await openTestApp();
  await givenBank(server.deps, 'practice');
  await givenBank(server.deps, 'exam');
});

afterAll(() => server.close());

const ten = Array.from({ length: 10 });
const real = { credential: 'pcep', purpose: 'real' } as const;
const mock = { credential: 'pcep', purpose: 'mock' } as const;

async function giveExtraTime(candidateId: string, share: number) {
  const staff = await server.staff('administrator');
  await server.deps.db
    .insertInto('accommodations')
    .values({
      candidate_id: candidateId,
      issuer_id: server.deps.installation.issuerId,
      extra_time_share: share,
      granted_by: staff.candidateId,
      reason: 'dyslexia',
    })
    .execute();
}

test('the rules page tells everything that is fixed before the start', async () => {
  const candidate = await server.candidate();
  const { status, body } = await candidate.call(GetExamRules, { params: real });
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      ...real,
      items: 30,
      minutes: 40,
      yourMinutes: 40,
      passMark: 0.7,
      pointsToPass: 21,
      partialCredit: true,
      retakeDays: 7,
      eligible: true,
      obstacles: [],
      advice: [],
      registration: null,
      runningSittingId: null,
    },
  });
});

test('extra time is a property of the person: the rules say it, and the clock honours it', async () => {
  const candidate = await server.candidate();
  await giveExtraTime(candidate.candidateId, 0.25);
  const { body } = await candidate.call(GetExamRules, { params: mock });
  expect(body).toMatchObject({ minutes: 40, yourMinutes: 50 });
  const { view } = await givenRunningSitting(server, 'mock', candidate);
  expect(view.clock.totalSeconds).toBe(50 * 60);
  const lasts = Date.parse(view.clock.deadline ?? '') - Date.parse(view.clock.startedAt);
  expect(lasts).toBe(50 * 60 * 1000);
});

test('ten registrations at once are one registration', async () => {
  const candidate = await server.candidate();
  const replies = await Promise.all(ten.map(() => candidate.call(Register, { body: real })));
  expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
  const { body } = await candidate.call(GetRecord);
  expect(body.registrations).toHaveLength(1);
});

test('ten starts of one registration at once are one sitting', async () => {
  const candidate = await server.candidate();
  const registrationId = await givenRegistration(candidate, 'real');
  const replies = await Promise.all(ten.map(() => candidate.call(StartSitting, { params: { registrationId } })));
  expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(new Set(replies.map(({ body }) => body.sittingId)).size).toBe(1);
  const rows = await server.deps.db
    .selectFrom('sittings')
    .select('id')
    .where('candidate_id', '=', candidate.candidateId)
    .execute();
  expect(rows).toHaveLength(1);
});

test('starting again leads back into the same sitting', async () => {
  const candidate = await server.candidate();
  const registrationId = await givenRegistration(candidate);
  const first = await candidate.call(StartSitting, { params: { registrationId } });
  const again = await candidate.call(StartSitting, { params: { registrationId } });
  expect(again.body).toEqual(first.body);
});

test("somebody else's registration looks as if it did not exist", async () => {
  const registrationId = await givenRegistration(await server.candidate());
  const other = await server.candidate();
  expect(await other.call(StartSitting, { params: { registrationId } })).toMatchObject({
    status: 404,
    body: { code: 'not_found' },
  });
});

test('while a sitting is going on there is no second registration for it, and the rules page leads back to it', async () => {
  const sitting = await givenRunningSitting(server, 'mock');
  const { sittingId } = sitting.key;
  expect(await sitting.candidate.call(Register, { body: mock })).toMatchObject({
    status: 409,
    body: { code: 'already_registered', detail: { sittingId } },
  });
  const { body } = await sitting.candidate.call(GetExamRules, { params: mock });
  expect(body.runningSittingId).toBe(sittingId);
});

test('an exam whose requirements are not held cannot be registered for, and the refusal names what is missing', async () => {
  const candidate = await server.candidate();
  const { status, body } = await candidate.call(Register, { body: { credential: 'pcpp-32-1', purpose: 'real' } });
  expect({ status, code: body.code, detail: body.detail }).toEqual({
    status: 409,
    code: 'requirement_not_held',
    detail: { credential: 'pcap' },
  });
});

test('the ladder says which exams this installation can hold', async () => {
  const { body } = await server.visitor().call(GetLadder);
  const offers = Object.fromEntries(body.credentials.map((rung) => [rung.id, 'offers' in rung ? rung.offers : null]));
  expect(offers).toMatchObject({ pcep: { real: true, mock: true }, pcap: { real: false, mock: false }, cepp: null });
});

test('an exam without items is not offered', async () => {
  const candidate = await server.candidate();
  const { body } = await candidate.call(GetExamRules, { params: { credential: 'pcap', purpose: 'mock' } });
  expect(body).toMatchObject({ eligible: false, obstacles: [{ code: 'exam_not_offered' }] });
  const refused = await candidate.call(Register, { body: { credential: 'pcap', purpose: 'mock' } });
  expect(refused).toMatchObject({ status: 409, body: { code: 'form_cannot_be_drawn' } });
});

test('a credential that is granted by itself, or that there is not, has no exam', async () => {
  const candidate = await server.candidate();
  for (const credential of ['cepp', 'no-such-thing']) {
    expect(await candidate.call(Register, { body: { credential, purpose: 'real' } })).toMatchObject({ status: 404 });
  }
});

test('while the exam bank is being built, real exams wait and mock exams do not', async () => {
  const young = await openTestApp();
  await givenBank(young.deps, 'practice');
  const candidate = await young.candidate();
  expect(await candidate.call(Register, { body: real })).toMatchObject({
    status: 409,
    body: { code: 'exam_bank_not_ready' },
  });
  expect(await candidate.call(Register, { body: mock })).toMatchObject({ status: 200 });
  await young.close();
});

test('two people get different forms, and one person never meets a template twice while there are others', async () => {
  const first = await givenRunningSitting(server, 'mock');
  const other = await givenRunningSitting(server, 'mock');
  const ids = (view: typeof first.view) => view.items.flatMap(({ options }) => options.map(({ id }) => id));
  expect(ids(first.view).filter((id) => ids(other.view).includes(id))).toEqual([]);
  await first.submit();
  const second = await givenRunningSitting(server, 'mock', first.candidate);
  const { db } = server.deps;
  const met = await db
    .selectFrom('met_templates')
    .select('template')
    .where('candidate_id', '=', first.candidate.candidateId)
    .execute();
  // Each section has three templates more than a form needs: all of those are new in the second form.
  expect(met).toHaveLength(first.view.items.length + 3 * 6);
  expect(second.view.items).toHaveLength(30);
});

test('registering and starting leave their audit entries', async () => {
  const { key } = await givenRunningSitting(server, 'mock');
  const entries = await server.deps.db
    .selectFrom('audit_entries')
    .select('action')
    .where('actor_id', '=', key.candidateId)
    .orderBy('id')
    .execute();
  expect(entries.map(({ action }) => action)).toEqual(['registration_granted', 'sitting_started']);
});
