import { GetSittingClock, GrantTime, ListLiveSittings, PauseSitting, ResumeSitting } from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenBank } from '../banks/testing/given-bank.ts';
import { closeOverdueSittings } from '../sittings/sweeper.ts';
import { type GivenSitting, givenRunningSitting } from '../sittings/testing/given-sitting.ts';
import { createShiftedClock } from '../sittings/testing/shifted-clock.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

const clock = createShiftedClock();
let server: TestApp;
let examiner: Awaited<ReturnType<TestApp['staff']>>;

beforeAll(async () => {
  server = await openTestApp({ clock });
  await givenBank(server.deps, 'practice');
  examiner = await server.staff('examiner');
});

afterAll(() => server.close());

const minute = 60;
const reason = 'the fire alarm went off';

async function clockOf({ key, bearer }: GivenSitting) {
  const { body } = await server
    .visitor()
    .call(GetSittingClock, { params: { sittingId: key.sittingId }, headers: bearer });
  return body;
}

const of = ({ key }: GivenSitting) => ({ sittingId: key.sittingId });

test('time that is granted moves the deadline: an answer that would have been late counts', async () => {
  const sitting = await givenRunningSitting(server);
  const before = await clockOf(sitting);
  const granted = await examiner.call(GrantTime, { params: of(sitting), body: { seconds: 600, reason } });
  expect(granted.status).toBe(200);
  const after = await clockOf(sitting);
  expect(Date.parse(after.clock.deadline ?? '') - Date.parse(before.clock.deadline ?? '')).toBe(600_000);
  clock.forward(45 * minute);
  await closeOverdueSittings(server.deps);
  expect(await sitting.device().choose(0, 0)).toMatchObject({ acceptance: 'counted' });
  clock.forward(6 * minute);
  expect(await sitting.device().choose(0, 0)).toMatchObject({ acceptance: 'late' });
});

test('a pause stops the clock, takes no answer until it is over, and costs the candidate nothing', async () => {
  const sitting = await givenRunningSitting(server);
  const device = sitting.device();
  await device.choose(0, 0);
  clock.forward(10 * minute);
  const paused = await examiner.call(PauseSitting, { params: of(sitting), body: { reason } });
  expect(paused.body).toMatchObject({ state: 'paused', clock: { deadline: null } });
  const save = {
    type: 'answer',
    deviceSequence: 9,
    position: 1,
    response: { type: 'choice', option: sitting.option(1, 1) },
  };
  expect((await device.sendAs([save])).body).toMatchObject({
    outcomes: [{ outcome: 'refused', code: 'sitting_paused' }],
    state: 'paused',
  });
  expect(await sitting.submit()).toMatchObject({ status: 409, body: { code: 'sitting_paused' } });
  clock.forward(60 * minute);
  await closeOverdueSittings(server.deps);
  expect((await clockOf(sitting)).state).toBe('paused');
  const resumed = await examiner.call(ResumeSitting, { params: of(sitting), body: { reason } });
  expect(resumed.body.state).toBe('running');
  expect(resumed.body.clock.remainingSeconds).toBeCloseTo(paused.body.clock.remainingSeconds, -1);
  expect((await device.sendAs([save])).body.outcomes).toMatchObject([
    { outcome: 'receipt', acceptance: 'counted', place: 2 },
  ]);
});

test('a repeat of what was received before gets its receipt even during a pause', async () => {
  const sitting = await givenRunningSitting(server);
  const device = sitting.device();
  const save = {
    type: 'answer',
    deviceSequence: 1,
    position: 0,
    response: { type: 'choice', option: sitting.option(0, 0) },
  };
  const first = await device.sendAs([save]);
  await examiner.call(PauseSitting, { params: of(sitting), body: { reason } });
  expect((await device.sendAs([save])).body.outcomes).toEqual(first.body.outcomes);
});

test('what is not running cannot be paused, resumed or given time', async () => {
  const running = await givenRunningSitting(server);
  const ended = await givenRunningSitting(server);
  await ended.submit();
  const replies = await Promise.all([
    examiner.call(ResumeSitting, { params: of(running), body: { reason } }),
    examiner.call(PauseSitting, { params: of(ended), body: { reason } }),
    examiner.call(GrantTime, { params: of(ended), body: { seconds: 60, reason } }),
  ]);
  const codes = replies.map((reply) => `${reply.status} ${JSON.parse(reply.text).code}`);
  expect(codes).toEqual(['409 sitting_not_paused', '409 sitting_closed', '409 sitting_closed']);
});

test('ten grants at once all count, and each is recorded with its reason', async () => {
  const sitting = await givenRunningSitting(server);
  const before = await clockOf(sitting);
  await Promise.all(
    Array.from({ length: 10 }, () => examiner.call(GrantTime, { params: of(sitting), body: { seconds: 60, reason } })),
  );
  expect((await clockOf(sitting)).clock.totalSeconds).toBe(before.clock.totalSeconds + 600);
  const rows = await server.deps.db
    .selectFrom('sitting_interventions')
    .selectAll()
    .where('sitting_id', '=', sitting.key.sittingId)
    .execute();
  expect(rows).toHaveLength(10);
  expect(rows[0]).toMatchObject({ type: 'time_granted', seconds: 60, reason, actor_id: examiner.candidateId });
  const entries = await server.deps.db
    .selectFrom('audit_entries')
    .select('detail')
    .where('subject_id', '=', sitting.key.sittingId)
    .where('action', '=', 'sitting_time_granted')
    .execute();
  expect(entries.map(({ detail }) => detail)).toEqual(Array(10).fill({ reason, seconds: 60 }));
});

test('an examiner sees what is going on, and not what was answered or who it is', async () => {
  const sitting = await givenRunningSitting(server);
  await sitting.device().choose(0, 0);
  const { body, text } = await examiner.call(ListLiveSittings);
  const mine = body.sittings.find(({ id }: { id: string }) => id === sitting.key.sittingId);
  expect(mine).toMatchObject({
    candidateId: sitting.key.candidateId,
    state: 'running',
    answers: 1,
    credential: 'pcep',
    clock: { remainingSeconds: expect.closeTo(40 * minute, -2), totalSeconds: 40 * minute },
  });
  expect(text).not.toContain(sitting.candidate.email);
  expect(text).not.toContain(sitting.option(0, 0));
});

test('a candidate can do none of it, and an examiner nothing to a sitting of their own', async () => {
  const sitting = await givenRunningSitting(server);
  const grant = { params: of(sitting), body: { seconds: 600, reason } };
  expect(await sitting.candidate.call(GrantTime, grant)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  expect(await sitting.candidate.call(ListLiveSittings)).toMatchObject({ status: 403 });
  const own = await givenRunningSitting(server, 'mock', examiner);
  const toSelf = { params: of(own), body: { seconds: 600, reason } };
  expect(await examiner.call(GrantTime, toSelf)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
});
