import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getConstructionPlans } from 'pg-boss';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing/test-database.ts';
import { JOBS_SCHEMA, type JobPayloads, type Jobs, openJobs } from './jobs.ts';

let database: TestDatabase;
let jobs: Jobs;
const done: JobPayloads['score_sitting'][] = [];
const failing = new Set<string>();

beforeAll(async () => {
  database = await openTestDatabase();
  jobs = await openJobs(database.pool, pino({ level: 'silent' }));
  await jobs.work('score_sitting', async (payload) => {
    if (failing.delete(payload.sittingId)) throw new Error('this time it fails');
    done.push(payload);
  });
});

afterAll(async () => {
  await jobs.stop();
  await database.close();
});

const payload = (sittingId: string) => ({ candidateId: 'someone', sittingId });

test('the migration makes just the schema that the installed pg-boss wants', () => {
  const file = join(import.meta.dirname, '../database/migrations/0007_jobs.sql');
  const migration = readFileSync(file, 'utf8').replaceAll(/^--.*\n/gm, '');
  const plan = getConstructionPlans(JOBS_SCHEMA);
  const body = plan.slice(plan.indexOf('CREATE SCHEMA'), plan.lastIndexOf('COMMIT;'));
  expect(migration.trim(), 'a new migration has to bring the schema up to date').toBe(body.trim());
});

test('a job is done once its transaction has committed', async () => {
  await database.db.transaction().execute((tx) => jobs.enqueue(tx, 'score_sitting', payload('committed')));
  await expect.poll(() => done, { timeout: 10_000 }).toContainEqual(payload('committed'));
});

test('a transaction that rolls back leaves no job behind', async () => {
  const rolledBack = database.db.transaction().execute(async (tx) => {
    await jobs.enqueue(tx, 'score_sitting', payload('rolled back'));
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');
  await database.db.transaction().execute((tx) => jobs.enqueue(tx, 'score_sitting', payload('after it')));
  await expect.poll(() => done, { timeout: 10_000 }).toContainEqual(payload('after it'));
  expect(done).not.toContainEqual(payload('rolled back'));
});

test('a job that fails is done again', async () => {
  failing.add('unlucky');
  await database.db.transaction().execute((tx) => jobs.enqueue(tx, 'score_sitting', payload('unlucky')));
  await expect.poll(() => done, { timeout: 20_000 }).toContainEqual(payload('unlucky'));
  expect(failing.has('unlucky')).toBe(false);
});

test('two hundred jobs that come at once are done one after the other, not one a poll, and one bad one holds up none', async () => {
  const names = Array.from({ length: 200 }, (_, nth) => `crowd ${nth}`);
  failing.add('crowd 7');
  await database.db.transaction().execute(async (tx) => {
    for (const name of names) await jobs.enqueue(tx, 'score_sitting', payload(name));
  });
  await expect
    .poll(() => names.filter((name) => !done.some(({ sittingId }) => sittingId === name)), { timeout: 40_000 })
    .toEqual([]);
});
