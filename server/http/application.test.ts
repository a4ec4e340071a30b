import { brotliDecompressSync } from 'node:zlib';
import { GetLadder, GetResult, LadderView, SignIn } from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endpoints } from '../testing/endpoints.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

test('every endpoint of the contract is served, and described for those who write clients', async () => {
  const { body } = await server.visitor().send({ url: '/api/openapi.json' });
  const described = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const promised = endpoints.map(([, { method, path }]) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(described.toSorted()).toEqual(promised.toSorted());
});

test('the description knows what an endpoint takes, gives, and says when it refuses', async () => {
  const { body } = await server.visitor().send({ url: '/api/openapi.json' });
  const { post } = body.paths['/api/session'];
  expect(post.requestBody.content['application/json'].schema.required.toSorted()).toEqual(['email', 'password']);
  expect(post.responses['200'].content['application/json'].schema.properties.person).toBeDefined();
  expect(post.responses.default.content['application/json'].schema.properties.code).toBeDefined();
});

test('a long reply travels compressed', async () => {
  const response = await server.app.inject({ url: GetLadder.path, headers: { 'accept-encoding': 'br' } });
  expect(response.headers['content-encoding']).toBe('br');
  const { credentials } = LadderView.parse(JSON.parse(brotliDecompressSync(response.rawPayload).toString()));
  expect(credentials.map(({ id }) => id)).toEqual(['pcep', 'pcap', 'pcpp-32-1', 'pcpp-32-2', 'cepp']);
});

test('figures are shown to this machine, and neither to others nor through a proxy', async () => {
  await server.visitor().call(GetLadder);
  const here = await server.visitor().send({ url: '/metrics' });
  expect(here.text).toContain('pyladder_http_request_seconds_count{method="GET",route="/api/ladder",status="200"}');
  expect((await server.visitor('192.0.2.1').send({ url: '/metrics' })).status).toBe(404);
  expect((await server.visitor().send({ url: '/metrics', headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(
    404,
  );
});

test("figures and log lines name a route and never somebody's sitting", async () => {
  const sittingId = '5f0f8f0a-3b0c-4a52-9d8e-1f4e57a2b111';
  await server.visitor().call(GetResult, { params: { sittingId } });
  const { text } = await server.visitor().send({ url: '/metrics' });
  expect(text + server.logged.join('')).not.toContain(sittingId);
});

test('who a request came from is believed of the proxies that are named, and of nobody else', async () => {
  const proxied = await openTestApp({ settings: { trustedProxies: ['10.0.0.1'] } });
  const guess = async (proxy: string, client: string) => {
    const body = { email: 'nobody@example.org', password: 'x' };
    return (await proxied.visitor(proxy).call(SignIn, { body, headers: { 'x-forwarded-for': client } })).status;
  };
  for (let time = 0; time < 10; time++) await guess('10.0.0.1', '198.51.100.1');
  expect(await guess('10.0.0.1', '198.51.100.1')).toBe(429);
  expect(await guess('10.0.0.1', '198.51.100.2')).toBe(401);
  for (let time = 0; time < 10; time++) await guess('10.0.0.2', `198.51.100.${time + 10}`);
  expect(await guess('10.0.0.2', '198.51.100.99')).toBe(429);
  await proxied.close();
});
