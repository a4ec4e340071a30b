import { type DebriefItem, GetDebrief, GetResult } from '@pyladder/contract';
import type { Item, Response } from '@pyladder/exam';
import { misconceptions } from '@pyladder/python';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inEveryWay } from '../banks/testing/every-way.ts';
import { givenBank } from '../banks/testing/given-bank.ts';
import { type GivenSitting, givenRunningSitting } from '../sittings/testing/given-sitting.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { scoringJobs } from './scoring.jobs.ts';

let server: TestApp;

beforeAll(async () => {
  server = await openTestApp();
  await givenBank(server.deps, 'practice', inEveryWay);
  await scoringJobs(server.deps);
});

afterAll(() => server.close());

/** The items of a sitting's form with the way from an option's index in the bank to its id, one a position. */
async function formOf({ key }: GivenSitting): Promise<{ item: Item; id: (index: number) => string }[]> {
  const { db, banks } = server.deps;
  const form = await db
    .selectFrom('forms')
    .select('places')
    .where('sitting_id', '=', key.sittingId)
    .executeTakeFirstOrThrow();
  const items = await banks.getItems(
    db,
    form.places.map(({ itemHash }) => itemHash),
  );
  return form.places.flatMap(({ options }, at) => {
    const item = items[at];
    if (item === undefined) return [];
    return [{ item, id: (index: number) => options.find((option) => option.index === index)?.id ?? '' }];
  });
}

/** An answer that is right in part, where that is possible, and otherwise right. With its credit. */
function partlyRight(item: Item, id: (index: number) => string): { response: Response; credit: number } {
  switch (item.answer?.type) {
    case 'choices':
      return { response: { type: 'choices', options: [id(1)] }, credit: 1 / 2 };
    case 'slots':
      return { response: { type: 'slots', options: [id(1), id(0), id(3), null] }, credit: 2 / 4 };
    case 'order':
      return { response: { type: 'order', options: [id(3), id(0), id(1), id(2)] }, credit: 2 / 3 };
    default:
      return {
        response: { type: 'choice', option: id(item.options.findIndex(({ key }) => key)) },
        credit: 1,
      };
  }
}

async function finish(sitting: GivenSitting) {
  await sitting.submit();
  const params = { sittingId: sitting.key.sittingId };
  await expect
    .poll(async () => (await sitting.candidate.call(GetResult, { params })).status, { timeout: 20_000 })
    .toBe(200);
  const result = (await sitting.candidate.call(GetResult, { params })).body;
  const debrief = (await sitting.candidate.call(GetDebrief, { params })).body;
  return { result, items: debrief.items as DebriefItem[] };
}

test('what is right in part earns its part in every way of answering, and the debrief says how much', async () => {
  const sitting = await givenRunningSitting(server, 'mock');
  const form = await formOf(sitting);
  const given = form.map(({ item, id }) => partlyRight(item, id));
  const device = sitting.device();
  for (const [position, { response }] of given.entries()) await device.send({ type: 'answer', position, response });

  const { progress } = await sitting.look();
  expect(progress.places.map(({ response }) => response)).toEqual(given.map(({ response }) => response));

  const { result, items } = await finish(sitting);
  expect(result.points).toBeCloseTo(given.reduce((sum, { credit }) => sum + credit, 0));
  expect(result.answered).toBe(30);
  expect(items.map(({ points }) => points)).toEqual(given.map(({ credit }) => credit));
  expect(items.map(({ response }) => response)).toEqual(given.map(({ response }) => response));
  expect(new Set(items.map(({ answer }) => answer.type)).size).toBe(5);
});

test('the debrief says what would have been right, and what follows from what is not', async () => {
  const sitting = await givenRunningSitting(server, 'mock');
  const form = await formOf(sitting);
  const { items } = await finish(sitting);
  const slots = form.findIndex(({ item }) => item.answer?.type === 'slots');
  const order = form.findIndex(({ item }) => item.answer?.type === 'order');
  const ids = (position: number, ...indexes: number[]) => indexes.map((index) => form[position]?.id(index));
  const [belief] = misconceptions.values();
  expect(items[slots]).toMatchObject({
    accepted: [ids(slots, 0, 1, 2, 3), ids(slots, 1, 0, 2, 3)],
    slotFaults: [
      {
        slot: 0,
        option: form[slots]?.id(3),
        beliefs: [[{ belief: belief?.belief, correction: belief?.correction }]],
        because: 'Because it was made up.',
      },
    ],
    response: null,
    points: 0,
  });
  expect(items[order]).toMatchObject({
    accepted: [ids(order, 0, 1, 2, 3)],
    orderFaults: [{ first: form[order]?.id(0), second: form[order]?.id(1), because: 'Because it was made up.' }],
  });
});

test('an answer in the way of another item is refused, and takes nothing with it', async () => {
  const sitting = await givenRunningSitting(server, 'mock');
  const order = sitting.view.items.findIndex(({ answer }) => answer.type === 'order');
  const choices = sitting.view.items.findIndex(({ answer }) => answer.type === 'choices');
  const option = (position: number, nth: number) => sitting.option(position, nth);
  const { body } = await sitting.device().send(
    { type: 'answer', position: order, response: { type: 'choice', option: option(order, 0) } },
    { type: 'answer', position: order, response: { type: 'order', options: [option(order, 0), option(order, 1)] } },
    {
      type: 'answer',
      position: choices,
      response: { type: 'choices', options: [option(choices, 0), option(choices, 0)] },
    },
    { type: 'answer', position: choices, response: { type: 'choices', options: [option(choices, 2)] } },
  );
  expect(body.outcomes).toMatchObject([
    { outcome: 'refused', code: 'response_not_in_item' },
    { outcome: 'refused', code: 'response_not_in_item' },
    { outcome: 'refused', code: 'response_not_in_item' },
    { outcome: 'receipt' },
  ]);
});
