import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenBank } from '../banks/testing/given-bank.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { checkRecord, downloadRecord } from './testing/answer-record.ts';
import { givenRunningSitting } from './testing/given-sitting.ts';

let server: TestApp;

beforeAll(async () => {
  server = await openTestApp();
  await givenBank(server.deps, 'practice');
});

afterAll(() => server.close());

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
