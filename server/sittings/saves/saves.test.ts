import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenBank } from '../../banks/testing/given-bank.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { givenRunningSitting } from '../testing/given-sitting.ts';
import { storedAnswers } from '../testing/stored-answers.ts';

let server: TestApp;

beforeAll(async () => {
  server = await openTestApp();
  await givenBank(server.deps, 'practice');
});

afterAll(() => server.close());

test('a receipt means that the answer is in the database', async () => {
  const sitting = await givenRunningSitting(server);
  const receipt = await sitting.device().choose(4, 2);
  expect(receipt).toMatchObject({ outcome: 'receipt', place: 1, acceptance: 'counted' });
  expect(await storedAnswers(server, sitting)).toMatchObject([
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
  expect(await storedAnswers(server, sitting)).toHaveLength(1);
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
  expect(await storedAnswers(server, sitting)).toHaveLength(1);
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
  expect((await sitting.look()).progress.places[0]?.response).toEqual({ type: 'choice', option: sitting.option(0, 0) });
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

test('one sitting that somebody has locked holds up no other, and its own saves wait for it', async () => {
  const [locked, free] = [await givenRunningSitting(server), await givenRunningSitting(server)];
  const { db } = server.deps;
  let waiting: Promise<unknown> = Promise.resolve();
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('sittings').select('id').where('id', '=', locked.key.sittingId).forUpdate().execute();
    waiting = locked.device().choose(0, 0);
    expect(await free.device().choose(0, 0)).toMatchObject({ outcome: 'receipt' });
    expect(await storedAnswers(server, locked)).toEqual([]);
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
