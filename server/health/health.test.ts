import { type AddressInfo, createServer, type Socket } from 'node:net';
import { GetHealth } from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queriesOn } from '../database/open.ts';
import { createPool } from '../database/pool.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { readDatabasePart } from './database-part.ts';
import { createReadiness, overallStatus, type Readiness } from './readiness.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

const everythingReady: Readiness = {
  practiceBank: 'ready',
  examBank: { status: 'ready', built: 60, total: 60 },
  isStopping: false,
};

async function healthWith(readiness: Partial<Readiness>) {
  Object.assign(server.deps.readiness, everythingReady, readiness);
  const { statusCode, body } = await server.app.inject({ url: GetHealth.path });
  return { statusCode, health: GetHealth.reply.parse(JSON.parse(body)) };
}

test('a node is ready only when everything that a candidate may ask for is there', async () => {
  expect(await healthWith({})).toMatchObject({ statusCode: 200, health: { status: 'ready' } });
  for (const missing of [
    { practiceBank: 'starting' as const },
    { examBank: { status: 'starting' as const, built: 12, total: 60 } },
  ]) {
    expect(await healthWith(missing)).toMatchObject({ statusCode: 503, health: { status: 'starting', ...missing } });
  }
});

test('a node that is stopping says so, so that no new visitor is sent to it', async () => {
  expect(await healthWith({ isStopping: true })).toMatchObject({ statusCode: 503, health: { status: 'stopping' } });
});

test('a database that is gone, or takes the call and never answers, is not ready', async () => {
  const callers: Socket[] = [];
  const mute = createServer((caller) => callers.push(caller));
  await new Promise<void>((settle) => mute.listen(0, '127.0.0.1', settle));
  const { port } = mute.address() as AddressInfo;
  for (const address of [{ host: '/nowhere/at/all' }, { host: '127.0.0.1', port }]) {
    const pool = createPool({ ...address, database: 'pyladder', user: 'pyladder' }, () => undefined);
    expect(await readDatabasePart(queriesOn(pool))).toBe('starting');
    for (const caller of callers) caller.destroy();
    await pool.end();
  }
  mute.close();
  expect(await readDatabasePart(server.database.db)).toBe('ready');
});

test('a node that was just made is not ready', () => {
  expect(overallStatus(createReadiness(), 'ready')).toBe('starting');
});
