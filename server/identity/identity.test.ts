import { GetMe, SignOut } from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

test('who makes an account is signed in, as a candidate, and stays so', async () => {
  const ada = await server.candidate();
  const { body } = await ada.call(GetMe);
  expect(body.person).toEqual({
    candidateId: ada.candidateId,
    name: 'Ada Example',
    email: ada.email,
    roles: ['candidate'],
    extraTime: 0,
  });
});

test('signing out ends the session itself, not only the cookie', async () => {
  const ada = await server.candidate();
  const kept = new Map(ada.cookies);
  expect((await ada.call(SignOut)).body).toEqual({ person: null });
  const thief = server.visitor();
  for (const [name, value] of kept) thief.cookies.set(name, value);
  expect((await thief.call(GetMe)).body).toEqual({ person: null });
});
