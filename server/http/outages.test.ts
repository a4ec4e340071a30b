import { once } from 'node:events';
import { connect } from 'node:net';
import { GetLadder, GetMe, GetRecord, SignIn } from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { isOutage } from './outages.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

test('while the database breaks off, people are told to try again, not that something is wrong; then all goes on', async () => {
  const ada = await server.candidate();
  const cookie = [...ada.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const { pool } = server.database;
  // In tests a broken connection fails the run; here it is broken on purpose.
  pool.removeAllListeners('error').on('error', () => undefined);
  const renamed = 'ALTER TABLE identity.session RENAME TO session_away';
  const breakOff = async (text: string) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('LOCK TABLE identity.session');
      const request = server.app.inject({ url: text, headers: { cookie } });
      await expect
        .poll(async () => (await pool.query('SELECT count(*) FROM pg_locks WHERE NOT granted')).rows[0].count)
        .toBeGreaterThan(0);
      await pool.query('SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted');
      return await request;
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  };
  for (const path of [GetMe.path, GetRecord.path]) {
    const { statusCode, headers, body } = await breakOff(path);
    expect([statusCode, JSON.parse(body)]).toEqual([503, { code: 'unavailable', detail: {} }]);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  }
  expect((await ada.call(GetMe)).body.person?.candidateId).toBe(ada.candidateId);
  await pool.query(renamed);
  const bug = await server.app.inject({ url: GetMe.path, headers: { cookie } });
  expect([bug.statusCode, JSON.parse(bug.body).code]).toEqual([500, 'internal_error']);
  await pool.query('ALTER TABLE identity.session_away RENAME TO session');
});

test('a visitor who hangs up in the middle of a request is not taken for a database that broke', async () => {
  const { port } = new URL(await server.app.listen({ host: '127.0.0.1', port: 0 }));
  const before = server.logged.length;
  const head = ['Host: 127.0.0.1:4400', 'Origin: http://127.0.0.1:4400', 'Content-Type: application/json'];
  const visitor = connect(Number(port), '127.0.0.1', () =>
    visitor.write(`POST ${SignIn.path} HTTP/1.1\r\n${head.join('\r\n')}\r\nContent-Length: 99\r\n\r\n{"email":`),
  );
  await once(visitor, 'connect');
  setTimeout(() => visitor.resetAndDestroy(), 100);
  const lines = () => server.logged.slice(before).map((line) => JSON.parse(line));
  await expect.poll(lines).toEqual([expect.objectContaining({ level: 30, msg: 'request broken off by its sender' })]);
});

test('what needs no database is served without it', async () => {
  expect((await server.visitor().call(GetLadder)).status).toBe(200);
});

test('a missing file or a broken rule is a bug and not an outage', () => {
  expect(isOutage(Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }))).toBe(false);
  expect(isOutage(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(false);
  expect(isOutage(Object.assign(new Error('connect'), { code: 'ENOENT', syscall: 'connect' }))).toBe(true);
  expect(isOutage({ message: 'connect (Queue: scoring)', code: 'ENOENT', syscall: 'connect' })).toBe(true);
  expect(isOutage('57P01')).toBe(false);
  expect(isOutage(new Error('wrapped', { cause: Object.assign(new Error('gone'), { code: '57P01' }) }))).toBe(true);
});

test('a sign-in that the database could not hear is not answered as a wrong password', async () => {
  const ada = await server.candidate();
  await server.database.pool.query('ALTER TABLE identity.account RENAME TO account_away');
  const body = JSON.stringify({ email: ada.email, password: ada.password });
  const headers = { 'content-type': 'application/json', host: '127.0.0.1:4400', origin: 'http://127.0.0.1:4400' };
  const { statusCode } = await server.app.inject({ method: 'POST', url: SignIn.path, headers, payload: body });
  await server.database.pool.query('ALTER TABLE identity.account_away RENAME TO account');
  expect(statusCode).toBe(500);
});
