import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenBank } from '../../banks/testing/given-bank.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { checkRecord, downloadRecord } from '../testing/answer-record.ts';
import { givenRunningSitting } from '../testing/given-sitting.ts';

let server: TestApp;

beforeAll(async () => {
  server = await openTestApp();
  await givenBank(server.deps, 'practice');
  // Here connections break because the test breaks them.
  server.database.pool.removeAllListeners('error').on('error', () => undefined);
});

afterAll(() => server.close());

test('a sitting that cannot be written fails alone; whoever shared its batch gets their receipts', async () => {
  const sittings = await Promise.all(Array.from({ length: 6 }, () => givenRunningSitting(server)));
  const [cursed, ...others] = sittings;
  await sql
    .raw(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cursed'; END $$;
      CREATE TRIGGER cursed BEFORE INSERT ON answers FOR EACH ROW
      WHEN (NEW.sitting_id = '${cursed?.key.sittingId}') EXECUTE FUNCTION refuse()`)
    .execute(server.deps.db);
  const outcomes = await Promise.allSettled(sittings.map((sitting) => sitting.device().choose(0, 0)));
  expect(outcomes[0]).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('503') } });
  expect(outcomes.slice(1).map(({ status }) => status)).toEqual(others.map(() => 'fulfilled'));
  await sql.raw('DROP TRIGGER cursed ON answers').execute(server.deps.db);
  expect(await cursed?.device().choose(0, 0)).toMatchObject({ outcome: 'receipt', place: 1 });
});

test('connections that break under saves cost no receipt: each one given is in the database, and every chain verifies', async () => {
  const sittings = await Promise.all(Array.from({ length: 12 }, () => givenRunningSitting(server)));
  const receipts = new Map(sittings.map((sitting) => [sitting, [] as string[]]));
  let isSaving = true;
  const saving = sittings.map(async (sitting) => {
    const device = sitting.device();
    for (let nth = 0; isSaving; nth++) {
      const outcome = await device.choose(nth % 30, nth % 4).catch((error: Error) => error);
      if (outcome instanceof Error) expect(outcome.message).toContain('503');
      else if (outcome.outcome === 'receipt') receipts.get(sitting)?.push(outcome.chain);
    }
  });
  for (let round = 0; round < 10; round++) {
    await new Promise((resume) => setTimeout(resume, 50));
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'pyladder'`.execute(
      server.deps.db,
    );
  }
  isSaving = false;
  await Promise.all(saving);
  for (const [sitting, given] of receipts) {
    expect(given.length).toBeGreaterThan(0);
    const record = await downloadRecord(sitting);
    expect(checkRecord(record).verdict).toBe('intact');
    expect(record.links.map(({ chain }) => chain)).toEqual(expect.arrayContaining(given));
  }
});
