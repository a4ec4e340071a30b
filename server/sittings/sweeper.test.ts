import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenBank } from '../banks/testing/given-bank.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { closeOverdueSittings } from './sweeper.ts';
import { givenRunningSitting } from './testing/given-sitting.ts';
import { createShiftedClock } from './testing/shifted-clock.ts';
import { storedAnswers } from './testing/stored-answers.ts';

const clock = createShiftedClock();
const minutes = 60;
let server: TestApp;

beforeAll(async () => {
  server = await openTestApp({ clock });
  await givenBank(server.deps, 'practice');
});

afterAll(() => server.close());

test('an answer on the last second counts; one after it is kept, receipted and late', async () => {
  const sitting = await givenRunningSitting(server);
  const device = sitting.device();
  clock.forward(40 * minutes - 5);
  expect(await device.choose(0, 0)).toMatchObject({ acceptance: 'counted' });
  clock.forward(10);
  expect(await device.choose(1, 0)).toMatchObject({ outcome: 'receipt', acceptance: 'late', place: 2 });
  expect((await storedAnswers(server, sitting)).map(({ acceptance }) => acceptance)).toEqual(['counted', 'late']);
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
