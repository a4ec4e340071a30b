import { randomUUID } from 'node:crypto';
import { GetAnswerRecord, GetSitting, GetSittingClock, SaveProgress, SubmitSitting } from '@pyladder/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenBank } from '../banks/testing/given-bank.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { closeOverdueSittings } from './sweeper.ts';
import { checkRecord, downloadRecord } from './testing/answer-record.ts';
import { type GivenSitting, givenRunningSitting } from './testing/given-sitting.ts';
import { createShiftedClock } from './testing/shifted-clock.ts';

const clock = createShiftedClock();
let server: TestApp;

beforeAll(async () => {
  server = await openTestApp({ clock });
  await givenBank(server.deps, 'practice');
});

afterAll(() => server.close());

const minutes = 60;

async function answersOf({ key }: GivenSitting) {
  return server.deps.db
    .selectFrom('answers')
    .selectAll()
    .where('sitting_id', '=', key.sittingId)
    .orderBy('place')
    .execute();
}

test('a receipt means that the answer is in the database', async () => {
  const sitting = await givenRunningSitting(server);
  const receipt = await sitting.device().choose(4, 2);
  expect(receipt).toMatchObject({ outcome: 'receipt', place: 1, acceptance: 'counted' });
  expect(await answersOf(sitting)).toMatchObject([
    { place: 1, position: 4, response: { type: 'choice', option: sitting.option(4, 2) } },
  ]);
});

test('the same save sent twice gives the same receipt and one row', async () => {
  const sitting = await givenRunningSitting(server);
  const save = {
    type: 'answer',
    deviceSequence: 1,
    position: 0,
    response: { type: 'choice', option: sitting.option(0, 0) },
  };
  const device = sitting.device();
  const first = await device.sendAs([save]);
  const again = await device.sendAs([save]);
  expect(again.body.outcomes).toEqual(first.body.outcomes);
  expect(await answersOf(sitting)).toHaveLength(1);
});

test('the same save in ten requests at once gives one row and ten equal receipts', async () => {
  const sitting = await givenRunningSitting(server);
  const device = sitting.device();
  const save = {
    type: 'answer',
    deviceSequence: 7,
    position: 3,
    response: { type: 'choice', option: sitting.option(3, 1) },
  };
  const replies = await Promise.all(Array.from({ length: 10 }, () => device.sendAs([save])));
  expect(new Set(replies.map(({ body }) => JSON.stringify(body.outcomes))).size).toBe(1);
  expect(await answersOf(sitting)).toHaveLength(1);
});

test('the same sequence with another answer is a conflict, and the first answer stays', async () => {
  const sitting = await givenRunningSitting(server);
  const device = sitting.device();
  const say = (nth: number) => ({
    type: 'answer',
    deviceSequence: 1,
    position: 0,
    response: { type: 'choice', option: sitting.option(0, nth) },
  });
  await device.sendAs([say(0)]);
  const { status, body } = await device.sendAs([say(1)]);
  expect({ status, outcomes: body.outcomes }).toEqual({
    status: 200,
    outcomes: [{ outcome: 'refused', deviceSequence: 1, code: 'sequence_conflict' }],
  });
  expect((await sitting.look()).progress.places[0]?.chosen).toBe(sitting.option(0, 0));
});

test('an event cannot take the number of an answer', async () => {
  const sitting = await givenRunningSitting(server);
  const device = sitting.device();
  await device.choose(0, 0);
  const { body } = await device.sendAs([{ type: 'flagged', deviceSequence: 1, position: 0, on: true }]);
  expect(body.outcomes).toEqual([{ outcome: 'refused', deviceSequence: 1, code: 'sequence_conflict' }]);
});

test('one bad save never fails its neighbours', async () => {
  const sitting = await givenRunningSitting(server);
  const { body } = await sitting
    .device()
    .send(
      { type: 'answer', position: 0, response: { type: 'choice', option: sitting.option(0, 0) } },
      { type: 'answer', position: 1, response: { type: 'choice', option: sitting.option(0, 0) } },
      { type: 'answer', position: 199, response: { type: 'choice', option: null } },
      { type: 'flagged', position: 2, on: true },
    );
  expect(body.outcomes).toMatchObject([
    { outcome: 'receipt', place: 1 },
    { outcome: 'refused', code: 'response_not_in_item' },
    { outcome: 'refused', code: 'position_not_in_form' },
    { outcome: 'kept' },
  ]);
});

test('a candidate who comes back on another device is exactly where they were', async () => {
  const sitting = await givenRunningSitting(server);
  const [a, b] = [sitting.option(2, 1), sitting.option(2, 3)];
  await sitting
    .device()
    .send(
      { type: 'viewed', position: 2 },
      { type: 'struck', position: 2, option: a, on: true },
      { type: 'struck', position: 2, option: b, on: true },
      { type: 'struck', position: 2, option: a, on: false },
      { type: 'flagged', position: 2, on: true },
      { type: 'noted', position: 2, text: "O'Hara's <b>note</b>; DROP TABLE answers" },
      { type: 'focus', position: 2, on: false },
      { type: 'answer', position: 2, response: { type: 'choice', option: sitting.option(2, 0) } },
      { type: 'viewed', position: 5 },
    );
  await sitting.device().choose(2, 2);
  const { progress, items } = await sitting.look();
  expect(items).toEqual(sitting.view.items);
  expect(progress.position).toBe(5);
  expect(progress.places[2]).toEqual({
    seen: true,
    chosen: sitting.option(2, 2),
    flagged: true,
    struck: [b],
    note: "O'Hara's <b>note</b>; DROP TABLE answers",
  });
});

test('two devices that save at the same time end in one chain, and every receipt stands in it', async () => {
  const sitting = await givenRunningSitting(server);
  const devices = [sitting.device(), sitting.device()];
  const receipts = await Promise.all(
    devices.flatMap((device, which) => Array.from({ length: 20 }, (_, nth) => device.choose(nth, which))),
  );
  const record = await downloadRecord(sitting);
  expect(record.links).toHaveLength(40);
  expect(checkRecord(record).verdict).toBe('intact');
  const chains = new Set(record.links.map(({ chain }) => chain));
  for (const receipt of receipts) expect(receipt.outcome === 'receipt' && chains.has(receipt.chain)).toBe(true);
});

test('an answer on the last second counts; one after it is kept, receipted and late', async () => {
  const sitting = await givenRunningSitting(server);
  const device = sitting.device();
  clock.forward(40 * minutes - 5);
  expect(await device.choose(0, 0)).toMatchObject({ acceptance: 'counted' });
  clock.forward(10);
  expect(await device.choose(1, 0)).toMatchObject({ outcome: 'receipt', acceptance: 'late', place: 2 });
  expect((await answersOf(sitting)).map(({ acceptance }) => acceptance)).toEqual(['counted', 'late']);
});

test('a deadline needs no browser: the sweeper closes what is past its time, at its time', async () => {
  const sitting = await givenRunningSitting(server);
  await sitting.device().choose(0, 0);
  clock.forward(41 * minutes);
  while ((await closeOverdueSittings(server.deps)) > 0);
  const row = await server.deps.db
    .selectFrom('sittings')
    .selectAll()
    .where('id', '=', sitting.key.sittingId)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ state: 'submitted', ended_by: 'time', submission: { answers: 1, endedBy: 'time' } });
  expect(row.ended_at).toEqual(row.deadline);
});

test('ten sweepers at once close a sitting once', async () => {
  const sitting = await givenRunningSitting(server);
  clock.forward(41 * minutes);
  await Promise.all(Array.from({ length: 10 }, () => closeOverdueSittings(server.deps)));
  const closings = await server.deps.db
    .selectFrom('audit_entries')
    .select('id')
    .where('subject_id', '=', sitting.key.sittingId)
    .where('action', '=', 'sitting_submitted')
    .execute();
  expect(closings).toHaveLength(1);
});

test('a sitting that cannot be closed holds up no other', async () => {
  const [cursed, other] = [await givenRunningSitting(server), await givenRunningSitting(server)];
  await sql
    .raw(`CREATE FUNCTION refuse_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cursed'; END $$;
      CREATE TRIGGER cursed BEFORE UPDATE ON sittings FOR EACH ROW
      WHEN (NEW.id = '${cursed.key.sittingId}' AND NEW.state = 'submitted') EXECUTE FUNCTION refuse_end()`)
    .execute(server.deps.db);
  clock.forward(41 * minutes);
  await closeOverdueSittings(server.deps);
  await sql.raw('DROP TRIGGER cursed ON sittings').execute(server.deps.db);
  const states = await server.deps.db
    .selectFrom('sittings')
    .select(['id', 'state'])
    .where('id', 'in', [cursed.key.sittingId, other.key.sittingId])
    .execute();
  expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
    new Map([
      [cursed.key.sittingId, 'running'],
      [other.key.sittingId, 'submitted'],
    ]),
  );
});

test('a candidate who looks after the deadline finds the sitting ended, whether or not anybody swept', async () => {
  const sitting = await givenRunningSitting(server);
  clock.forward(41 * minutes);
  expect((await sitting.look()).state).toBe('submitted');
});

test('handing in twice, and ten times at once, gives the same signed receipt', async () => {
  const sitting = await givenRunningSitting(server);
  const last = await sitting.device().choose(3, 3);
  const receipts = await Promise.all(Array.from({ length: 10 }, () => sitting.submit()));
  const [first] = receipts;
  expect(first?.status).toBe(200);
  expect(first?.body).toMatchObject({
    endedBy: 'candidate',
    answers: 1,
    chainHead: last.outcome === 'receipt' ? last.chain : '',
  });
  expect(new Set(receipts.map(({ text }) => text)).size).toBe(1);
  expect((await sitting.submit()).text).toBe(first?.text);
});

test('an answer after handing in is kept as late', async () => {
  const sitting = await givenRunningSitting(server);
  await sitting.submit();
  expect(await sitting.device().choose(0, 0)).toMatchObject({ outcome: 'receipt', acceptance: 'late' });
});

test("another candidate's sitting looks as if it did not exist", async () => {
  const sitting = await givenRunningSitting(server);
  const other = await givenRunningSitting(server);
  const params = { sittingId: sitting.key.sittingId };
  const saves = [{ type: 'viewed', deviceSequence: 1, position: 0 }];
  const replies = await Promise.all([
    other.candidate.call(GetSitting, { params }),
    other.candidate.call(GetAnswerRecord, { params }),
    server.visitor().call(GetSittingClock, { params, headers: other.bearer }),
    server.visitor().call(SubmitSitting, { params, headers: other.bearer }),
    server.visitor().call(SaveProgress, { params, headers: other.bearer, body: { deviceId: randomUUID(), saves } }),
  ]);
  expect(replies.map(({ status, body }) => `${status} ${body.code}`)).toEqual(Array(5).fill('404 not_found'));
  expect((await sitting.look()).state).toBe('running');
});

test('the database itself refuses to change, remove or forget an answer', async () => {
  const sitting = await givenRunningSitting(server);
  await sitting.device().choose(0, 0);
  const { db } = server.deps;
  const mine = ['sitting_id', '=', sitting.key.sittingId] as const;
  await expect(
    db
      .updateTable('answers')
      .set({ position: 1 })
      .where(...mine)
      .execute(),
  ).rejects.toThrow('never changed');
  await expect(
    db
      .deleteFrom('answers')
      .where(...mine)
      .execute(),
  ).rejects.toThrow('never changed');
  await expect(
    db
      .deleteFrom('forms')
      .where(...mine)
      .execute(),
  ).rejects.toThrow('never changed');
});

test('an answer changed behind the product is found by its chain', async () => {
  const sitting = await givenRunningSitting(server);
  const device = sitting.device();
  for (let position = 0; position < 3; position++) await device.choose(position, 0);
  const record = await downloadRecord(sitting);
  const links = record.links.map((link) => (link.place === 2 ? { ...link, position: 9 } : link));
  expect(checkRecord(record).verdict).toBe('intact');
  expect(checkRecord({ ...record, links })).toEqual({ verdict: 'broken', place: 2 });
});

test('one sitting that somebody has locked holds up no other, and its own saves wait for it', async () => {
  const [locked, free] = [await givenRunningSitting(server), await givenRunningSitting(server)];
  const { db } = server.deps;
  let waiting: Promise<unknown> = Promise.resolve();
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('sittings').select('id').where('id', '=', locked.key.sittingId).forUpdate().execute();
    waiting = locked.device().choose(0, 0);
    expect(await free.device().choose(0, 0)).toMatchObject({ outcome: 'receipt' });
    expect(await answersOf(locked)).toEqual([]);
  });
  expect(await waiting).toMatchObject({ outcome: 'receipt', place: 1 });
});

test('one client cannot fill the disk: a sitting takes 20,000 saves and no more', async () => {
  const sitting = await givenRunningSitting(server);
  await server.deps.db
    .updateTable('sittings')
    .set({ event_count: 19_999 })
    .where('id', '=', sitting.key.sittingId)
    .execute();
  const device = sitting.device();
  expect(await device.choose(0, 0)).toMatchObject({ outcome: 'receipt' });
  expect(await device.choose(0, 1)).toMatchObject({ outcome: 'refused', code: 'too_many_attempts' });
});

test('a hundred saves in one request, which a long time offline leaves behind, are all taken', async () => {
  const sitting = await givenRunningSitting(server);
  const sayings = Array.from({ length: 100 }, (_, nth) => ({
    type: 'answer' as const,
    position: nth % 30,
    response: { type: 'choice' as const, option: sitting.option(nth % 30, nth % 4) },
  }));
  const { body } = await sitting.device().send(...sayings);
  expect(body.outcomes.map(({ place }: { place: number }) => place)).toEqual(
    Array.from({ length: 100 }, (_, nth) => nth + 1),
  );
});

test('once a real exam has ended, its secret items can no longer be read; those of a mock exam can', async () => {
  await givenBank(server.deps, 'exam');
  const real = await givenRunningSitting(server, 'real');
  expect(real.view.items).toHaveLength(30);
  await real.device().choose(4, 2);
  await real.submit();
  const ended = await real.look();
  expect(ended.items).toEqual([]);
  expect(ended.progress.places[4]?.chosen).toBe(real.option(4, 2));

  const mock = await givenRunningSitting(server, 'mock');
  await mock.submit();
  expect((await mock.look()).items).toHaveLength(30);
});
