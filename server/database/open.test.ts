import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openDatabase } from './open.ts';
import { makeTestFolder } from './testing/test-server.ts';

test('a stop in order is no broken connection, so that the last line of a log is no false alarm', async () => {
  const dataFolder = makeTestFolder();
  const heard: string[] = [];
  const { pool, close } = await openDatabase(
    { databaseUrl: null, dataFolder },
    { info: () => undefined, broken: ({ message }) => heard.push(message) },
  );
  await Promise.all(Array.from({ length: 20 }, () => pool.query('SELECT pg_sleep(0.2)')));
  expect(pool.idleCount).toBe(20);
  await close();
  expect(heard).toEqual([]);
  rmSync(dataFolder, { recursive: true });
});
