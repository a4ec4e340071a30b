import { GetHealth, GetLadder, GetSittingClock, SaveProgress, SignIn, SignOut, SignUp } from '@pyladder/contract';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { issueSittingToken } from '../sittings/token.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { mountProblems } from './problems.ts';
import { route } from './route.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

const account = { name: 'Ada', email: 'ada@example.org', password: 'correct horse' };
const jsonType = { 'content-type': 'application/json' };

test('a field that the contract does not know is refused, and the answer names it', async () => {
  const { status, body } = await server.visitor().call(SignUp, { body: { ...account, isAdministrator: true } });
  expect(status).toBe(400);
  expect(body).toMatchObject({
    code: 'invalid_request',
    issues: [{ path: 'body/', message: expect.stringContaining('isAdministrator') }],
  });
});

test('a query that the contract does not know is refused', async () => {
  const { status, body } = await server.visitor().send({ url: `${GetLadder.path}?debug=1` });
  expect([status, body.code]).toEqual([400, 'invalid_request']);
});

test('a body where none is expected is refused, an empty one passes', async () => {
  const visitor = server.visitor();
  expect((await visitor.call(SignOut, { body: { everywhere: true } })).status).toBe(400);
  expect((await visitor.call(SignOut, { body: {} })).status).toBe(200);
});

test.each([
  ['broken JSON', { headers: jsonType, payload: '{"email":' }, 400, 'invalid_request'],
  ['nothing where a body belongs', { headers: jsonType, payload: '' }, 400, 'invalid_request'],
  [
    'a prototype in JSON',
    { headers: jsonType, payload: '{"__proto__":{"roles":["administrator"]}}' },
    400,
    'invalid_request',
  ],
  [
    'a form',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'email=a' },
    415,
    'unsupported_media_type',
  ],
  [
    'plain text, which foreign forms can send',
    { headers: { 'content-type': 'text/plain' }, payload: '{}' },
    415,
    'unsupported_media_type',
  ],
  [
    'more than 64 kB',
    { headers: jsonType, payload: JSON.stringify({ ...account, name: 'a'.repeat(70_000) }) },
    413,
    'request_too_large',
  ],
])('%s is refused with its own status', async (_what, request, status, code) => {
  const answer = await server.visitor().send({ method: 'POST', url: SignIn.path, ...request });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test.each(['/api/nothing', '/api', '/api/sittings/../../etc/passwd', '/api/%E0%A4%A', '/api/health/%00'])(
  'an address of the API that does not exist, %s, is answered as data and not with the site',
  async (url) => {
    const { status, body } = await server.visitor().send({ url, headers: { accept: 'text/html' } });
    expect([400, 404]).toContain(status);
    expect(['not_found', 'invalid_request']).toContain(body.code);
  },
);

test('a method that an address does not have is not found', async () => {
  expect((await server.visitor().call({ ...GetHealth, method: 'PUT' }, { body: {} })).status).toBe(404);
});

const sittingId = '5f0f8f0a-3b0c-4a52-9d8e-1f4e57a2b111';
const bearer = (token: string) => ({ params: { sittingId }, headers: { authorization: `Bearer ${token}` } });

test('without its token a sitting can neither be read nor written', async () => {
  const visitor = server.visitor();
  for (const headers of [
    {},
    { authorization: 'Bearer' },
    { authorization: 'Bearer x y' },
    { authorization: 'Basic YTpi' },
  ]) {
    const { status, body } = await visitor.call(GetSittingClock, { params: { sittingId }, headers });
    expect([status, body.code]).toEqual([401, 'sitting_token_invalid']);
  }
});

test('a token that was tampered with, or made by another installation, opens nothing', async () => {
  const key = { candidateId: sittingId, sittingId };
  const real = issueSittingToken(server.deps.installation.tokenSecret, key, new Date());
  const forged = issueSittingToken(Buffer.alloc(32), key, new Date());
  const changed = real.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
  for (const token of [forged, changed]) {
    expect((await server.visitor().call(GetSittingClock, bearer(token))).status).toBe(401);
  }
});

test('a token of one sitting shows another sitting as not existing', async () => {
  const other = { candidateId: sittingId, sittingId: '00000000-0000-4000-8000-000000000000' };
  const token = issueSittingToken(server.deps.installation.tokenSecret, other, new Date());
  const save = { deviceId: sittingId, saves: [{ type: 'viewed', deviceSequence: 1, position: 0 }] };
  const { status, body } = await server.visitor().call(SaveProgress, { ...bearer(token), body: save });
  expect([status, body.code]).toEqual([404, 'not_found']);
});

/** An endpoint of our own making, to see what goes out whatever a handler returns. */
async function serveOne(answer: () => Promise<{ name: string }>) {
  const app = Fastify({ loggerInstance: server.deps.log, genReqId: () => 'request-7' });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('who', null);
  mountProblems(app);
  const endpoint = {
    method: 'GET',
    path: '/api/one',
    may: ['anyone'],
    summary: '',
    reply: z.object({ name: z.string() }),
  } as const;
  route(app, server.deps, endpoint, answer);
  return app.inject({ url: '/api/one' });
}

test('what a contract does not declare never leaves the server', async () => {
  const withSecret = { name: 'an item', key: 'the answer' };
  const { body } = await serveOne(async () => withSecret);
  expect(JSON.parse(body)).toEqual({ name: 'an item' });
});

test('a bug is answered without its particulars, which the log has under the same number', async () => {
  const { statusCode, body } = await serveOne(async () => {
    throw new Error('password of the database is swordfish');
  });
  expect(statusCode).toBe(500);
  expect(JSON.parse(body)).toEqual({ code: 'internal_error', detail: {}, requestId: 'request-7' });
  expect(server.logged.some((line) => line.includes('swordfish') && line.includes('request-7'))).toBe(true);
});

test('a reply that breaks its own contract is a bug, not a reply', async () => {
  const wrong = { name: 7 } as unknown as { name: string };
  expect((await serveOne(async () => wrong)).statusCode).toBe(500);
});
