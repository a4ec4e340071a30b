import { randomUUID } from 'node:crypto';
import { GetAnswerRecord, GetSitting, GetSittingClock, SaveProgress, SubmitSitting } from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenBank } from '../banks/testing/given-bank.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { givenRunningSitting } from './testing/given-sitting.ts';

let server: TestApp;

beforeAll(async () => {
  server = await openTestApp();
  await givenBank(server.deps, 'practice');
});

afterAll(() => server.close());

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
    response: { type: 'choice', option: sitting.option(2, 2) },
    flagged: true,
    struck: [b],
    note: "O'Hara's <b>note</b>; DROP TABLE answers",
  });
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

test('once a real exam has ended, its secret items can no longer be read; those of a mock exam can', async () => {
  await givenBank(server.deps, 'exam');
  const real = await givenRunningSitting(server, 'real');
  expect(real.view.items).toHaveLength(30);
  await real.device().choose(4, 2);
  await real.submit();
  const ended = await real.look();
  expect(ended.items).toEqual([]);
  expect(ended.progress.places[4]?.response).toEqual({ type: 'choice', option: real.option(4, 2) });

  const mock = await givenRunningSitting(server, 'mock');
  await mock.submit();
  expect((await mock.look()).items).toHaveLength(30);
});
