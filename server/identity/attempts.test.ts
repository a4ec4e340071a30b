import { SignIn, SignUp } from '@pyladder/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import type { Visitor } from '../testing/visitor.ts';
import { networkOf, requireAttemptsLeft } from './attempts.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

const guess = (visitor: Visitor, email: string, password = 'a wrong guess') =>
  visitor.call(SignIn, { body: { email, password } });

async function guessTimes(visitor: Visitor, email: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time++) statuses.push((await guess(visitor, email)).status);
  return statuses;
}

test('guessing at one account from one place is stopped, and is told how long', async () => {
  const ada = await server.candidate();
  const guesser = server.visitor('203.0.113.7');
  expect(await guessTimes(guesser, ada.email, 10)).toEqual(new Array<number>(10).fill(401));
  const { status, body, headers } = await guess(guesser, ada.email, ada.password);
  expect([status, body.code]).toEqual([429, 'too_many_attempts']);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(300);
});

test('somebody who guesses at an account does not lock its owner out elsewhere', async () => {
  const ada = await server.candidate();
  await guessTimes(server.visitor('203.0.113.8'), ada.email, 11);
  expect((await guess(server.visitor('198.51.100.1'), ada.email, ada.password)).status).toBe(200);
});

test('a test centre with one address is not stopped by one candidate who forgot the password', async () => {
  const centre = '203.0.113.9';
  const forgetful = await server.candidate();
  const other = await server.candidate();
  await guessTimes(server.visitor(centre), forgetful.email, 11);
  expect((await guess(server.visitor(centre), other.email, other.password)).status).toBe(200);
});

test('whoever gets in starts counting anew', async () => {
  const ada = await server.candidate();
  const typist = server.visitor('203.0.113.10');
  for (let round = 0; round < 3; round++) {
    expect(await guessTimes(typist, ada.email, 9)).toEqual(new Array<number>(9).fill(401));
    expect((await guess(typist, ada.email, ada.password)).status).toBe(200);
  }
});

test('guessing from very many places is stopped too, but not in a browser that its owner has used before', async () => {
  const ada = await server.candidate();
  for (let place = 0; place < 100; place++) await guess(server.visitor(`198.18.${place}.1`), ada.email);
  expect((await guess(server.visitor('198.18.200.1'), ada.email)).status).toBe(429);
  const ownBrowser = server.visitor('198.18.201.1');
  ownBrowser.cookies.set('pyladder-known', ada.cookies.get('pyladder-known') ?? '');
  expect((await guess(ownBrowser, ada.email, ada.password)).status).toBe(200);
});

test("another account's cookie does not open a way round the limit", async () => {
  const ada = await server.candidate();
  const eve = await server.candidate();
  for (let place = 0; place < 101; place++) await guess(server.visitor(`198.19.${place}.1`), ada.email);
  const guesser = server.visitor('198.19.201.1');
  guesser.cookies.set('pyladder-known', eve.cookies.get('pyladder-known') ?? '');
  expect((await guess(guesser, ada.email)).status).toBe(429);
});

test('forty guesses at once get no further than forty one after another', async () => {
  const ada = await server.candidate();
  const guesser = server.visitor('203.0.113.11');
  const answers = await Promise.all(Array.from({ length: 40 }, () => guess(guesser, ada.email)));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
});

test('a list of addresses cannot be tried out by making accounts', async () => {
  const lister = server.visitor('203.0.113.12');
  const taken = { name: 'Taken', email: 'taken@example.org', password: 'correct horse' };
  expect((await lister.call(SignUp, { body: taken })).status).toBe(200);
  await sql`UPDATE identity.attempts SET tried = 1000`.execute(server.database.db);
  const body = { name: 'Lister', email: 'listed@example.org', password: 'correct horse' };
  expect((await lister.call(SignUp, { body })).status).toBe(429);
});

test('when the window is over, trying begins anew, and what is outdated is removed', async () => {
  const secret = Buffer.alloc(32, 7);
  const limit = [{ subject: 'one thing', most: 1, windowSeconds: 60 }];
  await requireAttemptsLeft(server.database.db, secret, limit);
  await expect(requireAttemptsLeft(server.database.db, secret, limit)).rejects.toThrow('too_many_attempts');
  await sql`UPDATE identity.attempts SET window_ends_at = window_ends_at - interval '1 day'`.execute(
    server.database.db,
  );
  await expect(requireAttemptsLeft(server.database.db, secret, limit)).resolves.toBeUndefined();
  for (let sweep = 0; sweep < 200; sweep++) {
    await requireAttemptsLeft(server.database.db, secret, [{ subject: `other ${sweep}`, most: 1, windowSeconds: 60 }]);
  }
  const old = sql<{ count: number }>`SELECT count(*) FROM identity.attempts WHERE window_ends_at < clock_timestamp()`;
  expect((await old.execute(server.database.db)).rows).toEqual([{ count: 0 }]);
});

test('no address and no account can be read from what is counted', async () => {
  const { rows } = await sql<{ row: string }>`SELECT attempts::text AS row FROM identity.attempts`.execute(
    server.database.db,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { row } of rows) expect(row).toMatch(/^\("\\\\x[0-9a-f]{64}",\d+,"[^"]+"\)$/);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is counted as %s: one subscriber has a whole IPv6 network', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
