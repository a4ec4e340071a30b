import { SignIn, SignOut } from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let local: TestApp;
let published: TestApp;
beforeAll(async () => {
  local = await openTestApp();
  published = await openTestApp({ settings: { publicUrl: 'https://exams.example.org', host: '0.0.0.0' } });
});
afterAll(async () => {
  await local.close();
  await published.close();
});

async function statusOf(server: TestApp, headers: Record<string, string | undefined>): Promise<number> {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  const response = await server.app.inject({ method: 'DELETE', url: SignOut.path, headers: given });
  return response.statusCode;
}

test.each([
  ['the page of this server', { host: '127.0.0.1:4400', origin: 'http://127.0.0.1:4400' }, 200],
  ['the same by another of its names', { host: 'localhost:4400', origin: 'http://localhost:4400' }, 200],
  [
    'a page that says only that it is of the same origin',
    { host: '127.0.0.1:4400', 'sec-fetch-site': 'same-origin' },
    200,
  ],
  ['another site', { host: '127.0.0.1:4400', origin: 'https://evil.example' }, 403],
  ['another port of this machine', { host: '127.0.0.1:4400', origin: 'http://127.0.0.1:9000' }, 403],
  ['a page without an origin, as in a sandbox', { host: '127.0.0.1:4400', origin: 'null' }, 403],
  [
    'another site that lies about fetching',
    { host: '127.0.0.1:4400', origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    403,
  ],
  ['nobody knows where', { host: '127.0.0.1:4400' }, 403],
  [
    'a foreign name that was made to point here',
    { host: 'evil.example:4400', origin: 'http://evil.example:4400' },
    403,
  ],
])('a change asked for by %s is answered %i', async (_who, headers, status) => {
  expect(await statusOf(local, headers)).toBe(status);
});

test.each([
  ['its public address', { host: 'exams.example.org', origin: 'https://exams.example.org' }, 200],
  ['its public address without TLS', { host: 'exams.example.org', origin: 'http://exams.example.org' }, 403],
  ['the address behind the proxy', { host: '10.0.0.5:4400', origin: 'http://10.0.0.5:4400' }, 403],
])('where there is a public address, a change asked for from %s is answered %i', async (_who, headers, status) => {
  expect(await statusOf(published, headers)).toBe(status);
});

test('another site cannot sign a visitor in to an account of its own', async () => {
  const ada = await local.candidate();
  const answer = await local.visitor().call(SignIn, {
    body: { email: ada.email, password: ada.password },
    headers: { origin: 'https://evil.example' },
  });
  expect([answer.status, answer.body.code]).toEqual([403, 'wrong_origin']);
  expect(answer.headers['set-cookie']).toBeUndefined();
});
