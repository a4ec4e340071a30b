import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { makeTestFolder } from '../testing/test-server.ts';
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function givenFolder(): string {
  const folder = makeTestFolder();
  folders.push(folder);
  return folder;
}

async function ask(database: EmbeddedDatabase, sql: string): Promise<unknown[]> {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.flatMap(Object.values);
  } finally {
    await client.end();
  }
}

test('PostgreSQL is told to keep every confirmed write through a power cut, to be deaf to the network, and to have room for ten nodes', async () => {
  const database = await startEmbedded({ dataFolder: givenFolder(), log: () => undefined });
  const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'max_connections'];
  const values = await ask(
    database,
    `SELECT ${settings.map((name) => `current_setting('${name}') AS ${name}`).join(', ')}`,
  );
  expect(values).toEqual(['on', 'on', 'on', '', '300']);
  await database.stop();
});

test('text sorts and folds its case alike on every machine', async () => {
  const database = await startEmbedded({ dataFolder: givenFolder(), log: () => undefined, durability: 'none' });
  expect(await ask(database, "SELECT lower('ÄÖÑ'), 'Z' < 'a', current_setting('server_encoding')")).toEqual([
    'äöñ',
    true,
    'UTF8',
  ]);
  await database.stop();
});

test('what was written before a stop is there after the next start, and the folder is free in between', async () => {
  const dataFolder = givenFolder();
  const first = await startEmbedded({ dataFolder, log: () => undefined, durability: 'none' });
  await ask(first, 'CREATE TABLE kept AS SELECT 42 AS n');
  await first.stop();
  const second = await startEmbedded({ dataFolder, log: () => undefined, durability: 'none' });
  expect(await ask(second, 'SELECT n FROM kept')).toEqual([42]);
  await second.stop();
});

test('a second owner of a data folder is refused and told who the first is; the first goes on', async () => {
  const dataFolder = givenFolder();
  const first = await startEmbedded({ dataFolder, log: () => undefined, durability: 'none' });
  await expect(startEmbedded({ dataFolder, log: () => undefined })).rejects.toMatchObject({
    fault: { kind: 'folder_in_use', owner: `process ${process.pid}` },
  });
  expect(await ask(first, 'SELECT 1')).toEqual([1]);
  await first.stop();
});

test('a long query whose asker is gone does not hold its locks for long', async () => {
  const database = await startEmbedded({ dataFolder: givenFolder(), log: () => undefined, durability: 'none' });
  const client = new pg.Client(database.connection);
  client.on('error', () => undefined);
  await client.connect();
  const asked = client.query('DO $$ BEGIN LOOP END LOOP; END $$').catch(() => null);
  const isRunning = "SELECT count(*)::int FROM pg_stat_activity WHERE query LIKE 'DO%' AND state = 'active'";
  while ((await ask(database, isRunning))[0] !== 1) await pause(20);
  client.connection.stream.destroy();
  while ((await ask(database, isRunning))[0] !== 0) await pause(100);
  await asked;
  await database.stop();
});
