import { GetDebrief, GetRecord, GetResult, Register, type Result } from '@pyladder/contract';
import { findExamCredential, type Item } from '@pyladder/exam';
import { misconceptions } from '@pyladder/python';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenBank } from '../banks/testing/given-bank.ts';
import { type GivenSitting, givenRunningSitting } from '../sittings/testing/given-sitting.ts';
import { createShiftedClock } from '../sittings/testing/shifted-clock.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { scoreAgain, scoreSitting } from './scoring.actions.ts';
import { scoringJobs } from './scoring.jobs.ts';

const clock = createShiftedClock();
let server: TestApp;
let items: Map<string, Item>;

beforeAll(async () => {
  server = await openTestApp({ clock });
  const all = [...(await givenBank(server.deps, 'practice')), ...(await givenBank(server.deps, 'exam'))];
  items = new Map(all.map((item) => [item.hash, item]));
  await scoringJobs(server.deps);
});

afterAll(() => server.close());

const day = 24 * 60 * 60;

/** Answers the first `right` items with their key and the next `wrong` ones with another option. */
async function answer(sitting: GivenSitting, { right, wrong = 0 }: { right: number; wrong?: number }) {
  const { places } = await server.deps.db
    .selectFrom('forms')
    .select('places')
    .where('sitting_id', '=', sitting.key.sittingId)
    .executeTakeFirstOrThrow();
  const device = sitting.device();
  for (const [position, { itemHash, options }] of places.slice(0, right + wrong).entries()) {
    const wanted = options.findIndex(({ index }) => items.get(itemHash)?.options[index]?.key === position < right);
    await device.choose(position, wanted);
  }
}

async function resultOf({ candidate, key }: GivenSitting): Promise<Result> {
  const ask = () => candidate.call(GetResult, { params: { sittingId: key.sittingId } });
  await expect.poll(async () => (await ask()).status, { timeout: 20_000 }).toBe(200);
  return (await ask()).body;
}

async function rowsOf(table: 'scores' | 'awards', { key }: GivenSitting) {
  return server.deps.db.selectFrom(table).selectAll().where('sitting_id', '=', key.sittingId).execute();
}

test('a real exam passed with just enough points is an award, and the result says so by topic', async () => {
  const sitting = await givenRunningSitting(server, 'real');
  await answer(sitting, { right: 21, wrong: 9 });
  const receipt = await sitting.submit();
  const result = await resultOf(sitting);
  expect(result).toMatchObject({
    state: 'released',
    points: 21,
    max: 30,
    pointsToPass: 21,
    passed: true,
    answered: 30,
    retakeFrom: null,
    earned: ['pcep'],
    hasDebrief: false,
    endedBy: 'candidate',
    receipt: receipt.body,
  });
  const blueprint = findExamCredential(server.deps.ladder, 'pcep')?.sections.map(({ id, items: max }) => ({ id, max }));
  expect(result.sections.map(({ id, max }) => ({ id, max }))).toEqual(blueprint);
  expect(result.sections.reduce((sum, { points }) => sum + points, 0)).toBe(21);
  const { body } = await sitting.candidate.call(GetRecord);
  expect(body.holdings).toMatchObject([{ credential: 'pcep' }]);
  expect(body.sittings).toMatchObject([{ outcome: { points: 21, max: 30, passed: true } }]);
});

test('one point less is no pass: no award, and the retake wait begins at the end of the sitting', async () => {
  const sitting = await givenRunningSitting(server, 'real');
  await answer(sitting, { right: 20 });
  await sitting.submit();
  const result = await resultOf(sitting);
  expect(result).toMatchObject({ points: 20, passed: false, answered: 20, earned: [] });
  expect(Date.parse(result.retakeFrom ?? '') - Date.parse(result.endedAt)).toBe(7 * day * 1000);
  expect(await rowsOf('awards', sitting)).toEqual([]);
  const refused = await sitting.candidate.call(Register, { body: { credential: 'pcep', purpose: 'real' } });
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'retake_too_early', detail: { earliest: result.retakeFrom } },
  });
  clock.forward(7 * day);
  expect((await sitting.candidate.call(Register, { body: { credential: 'pcep', purpose: 'real' } })).status).toBe(200);
});

test('who holds a credential cannot sit its exam again', async () => {
  const sitting = await givenRunningSitting(server, 'real');
  await answer(sitting, { right: 30 });
  await sitting.submit();
  await resultOf(sitting);
  const refused = await sitting.candidate.call(Register, { body: { credential: 'pcep', purpose: 'real' } });
  expect(refused).toMatchObject({ status: 409, body: { code: 'already_held' } });
});

test('a mock exam passed is no award', async () => {
  const sitting = await givenRunningSitting(server, 'mock');
  await answer(sitting, { right: 30 });
  await sitting.submit();
  expect(await resultOf(sitting)).toMatchObject({ passed: true, earned: [], hasDebrief: true });
  expect(await rowsOf('awards', sitting)).toEqual([]);
});

test('the last counted answer is the one that is scored; a late one is not', async () => {
  const sitting = await givenRunningSitting(server, 'mock');
  await answer(sitting, { right: 0, wrong: 3 });
  await answer(sitting, { right: 2 });
  clock.forward(40 * 60 + 1);
  await answer(sitting, { right: 5 });
  await sitting.look();
  expect(await resultOf(sitting)).toMatchObject({ points: 2, answered: 3, endedBy: 'time' });
});

test('ten scoring jobs at once make one score and one award', async () => {
  const sitting = await givenRunningSitting(server, 'real');
  await answer(sitting, { right: 25 });
  await sitting.submit();
  await Promise.all(Array.from({ length: 10 }, () => scoreSitting(server.deps, sitting.key)));
  await resultOf(sitting);
  expect(await rowsOf('scores', sitting)).toMatchObject([{ version: 1, points: 25 }]);
  expect(await rowsOf('awards', sitting)).toHaveLength(1);
});

test('scoring again adds a row and changes none, and a second pass is no second award', async () => {
  const sitting = await givenRunningSitting(server, 'real');
  await answer(sitting, { right: 25 });
  await sitting.submit();
  await resultOf(sitting);
  const [first] = await rowsOf('scores', sitting);
  const examiner = await server.staff('examiner');
  await scoreAgain(server.deps, sitting.key, examiner.candidateId);
  expect(await rowsOf('scores', sitting)).toMatchObject([first, { version: 2, points: 25 }]);
  expect(await rowsOf('awards', sitting)).toHaveLength(1);
});

test('before it is released there is no result', async () => {
  const sitting = await givenRunningSitting(server, 'mock');
  const { candidate, key } = sitting;
  for (const endpoint of [GetResult, GetDebrief]) {
    const early = await candidate.call(endpoint, { params: { sittingId: key.sittingId } });
    expect(early).toMatchObject({ status: 409, body: { code: 'not_released' } });
  }
});

test("another's result and debrief look as if they did not exist", async () => {
  const sitting = await givenRunningSitting(server, 'mock');
  await sitting.submit();
  await resultOf(sitting);
  const other = await server.candidate();
  for (const endpoint of [GetResult, GetDebrief]) {
    const reply = await other.call(endpoint, { params: { sittingId: sitting.key.sittingId } });
    expect(reply).toMatchObject({ status: 404, body: { code: 'not_found' } });
  }
});

test('a mock is debriefed item by item: key, what was chosen, and for every wrong option the beliefs in words', async () => {
  const sitting = await givenRunningSitting(server, 'mock');
  await answer(sitting, { right: 1, wrong: 1 });
  await sitting.submit();
  await resultOf(sitting);
  const { body } = await sitting.candidate.call(GetDebrief, { params: { sittingId: sitting.key.sittingId } });
  expect(body.items).toHaveLength(30);
  for (const [position, item] of body.items.entries()) {
    expect(item.options.map(({ id }: { id: string }) => id)).toEqual(
      sitting.view.items[position]?.options.map(({ id }) => id),
    );
    expect(item.options.filter(({ key }: { key: boolean }) => key)).toHaveLength(1);
    expect(item.provenOn).toEqual(['3.13', '3.14']);
  }
  const chosen = body.items.map(
    (item: { options: { chosen: boolean; key: boolean }[] }) =>
      item.options.find((option) => option.chosen)?.key ?? null,
  );
  expect(chosen.slice(0, 3)).toEqual([true, false, null]);
  const [first] = misconceptions.values();
  expect(body.items[0]?.options.flatMap(({ beliefs }: { beliefs: unknown[][] }) => beliefs.flat())).toContainEqual({
    belief: first?.belief,
    correction: first?.correction,
  });
});

test('a real exam is never debriefed', async () => {
  const sitting = await givenRunningSitting(server, 'real');
  await sitting.submit();
  await resultOf(sitting);
  const reply = await sitting.candidate.call(GetDebrief, { params: { sittingId: sitting.key.sittingId } });
  expect(reply).toMatchObject({ status: 404, body: { code: 'no_debrief' } });
});

test('handing in, scoring, releasing and awarding each leave an audit entry, in this order', async () => {
  const sitting = await givenRunningSitting(server, 'real');
  await answer(sitting, { right: 30 });
  await sitting.submit();
  await resultOf(sitting);
  const [award] = await rowsOf('awards', sitting);
  const about = [sitting.key.sittingId, award && 'id' in award ? award.id : ''];
  const entries = await server.deps.db
    .selectFrom('audit_entries')
    .select('action')
    .where('subject_id', 'in', about)
    .orderBy('id')
    .execute();
  expect(entries.map(({ action }) => action)).toEqual([
    'sitting_started',
    'sitting_submitted',
    'sitting_scored',
    'award_made',
    'result_released',
  ]);
});
