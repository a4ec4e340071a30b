import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startEmbedded } from '../database/embedded/embedded.ts';
import { createPool } from '../database/pool.ts';
import { makeTestFolder } from '../database/testing/test-server.ts';
import { createLog, type Log } from './log.ts';

function openLog(): Log & { lines: () => { level: number; msg: string; [key: string]: unknown }[] } {
  const written: string[] = [];
  const log = createLog('warn', { write: (line) => void written.push(line) });
  return { ...log, lines: () => written.map((line) => JSON.parse(line)) };
}

test('a database that is away for a while takes three lines of the log, however many requests fail, and bugs show as ever', async () => {
  const dataFolder = makeTestFolder();
  const options = { dataFolder, log: () => undefined, durability: 'none' } as const;
  const first = await startEmbedded(options);
  const { log, watch, lines } = openLog();
  const pool = createPool(first.connection, (err) => log.warn({ err }, 'a database connection broke'));
  watch.probeBy(() => pool.query('SELECT'));
  const request = () =>
    pool.query('SELECT 1').catch((err: unknown) => log.child({ part: 'request' }).warn({ err }, 'request turned away'));
  await request();
  await first.stop();
  for (let round = 0; round < 20; round++) await Promise.all(Array.from({ length: 20 }, request));
  log.error({ err: new TypeError('a bug') }, 'request failed');
  const second = await startEmbedded(options);
  await expect.poll(() => lines().at(-1)?.msg, { timeout: 30_000 }).toBe('the database is back');
  const [gone, bug, back, ...more] = lines();
  expect(gone?.msg).toContain('the database fails, and what fails until it is back is only counted');
  expect(gone?.err).toMatchObject({ message: expect.stringMatching(/terminat|connect/) });
  expect(bug).toMatchObject({ msg: 'request failed', err: { message: 'a bug' } });
  expect(back?.failures).toBeGreaterThanOrEqual(400);
  expect(more).toEqual([]);
  await pool.end();
  await second.stop();
  rmSync(dataFolder, { recursive: true });
});

test("a line about a database error holds neither the connection's insides nor what a person entered", () => {
  const { log, lines } = openLog();
  const particulars = { severity: 'ERROR', code: '23505', detail: 'Key (email)=(ada@example.org) already exists.' };
  const err = Object.assign(new Error('duplicate key'), { ...particulars, client: { secretKey: 1 } });
  log.error({ err }, 'request failed');
  expect(lines()[0]?.err).toMatchObject({ message: 'duplicate key', code: '23505' });
  expect(JSON.stringify(lines())).not.toMatch(/ada@example|secretKey/);
});
