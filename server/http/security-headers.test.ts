import { GetLadder, SignIn } from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let server: TestApp;
let published: TestApp;
beforeAll(async () => {
  server = await openTestApp();
  published = await openTestApp({ settings: { publicUrl: 'https://exams.example.org' } });
});
afterAll(async () => {
  await server.close();
  await published.close();
});

test('a page may load nothing from elsewhere, run nothing inline, and be framed by nobody', async () => {
  const { headers } = await server.app.inject({ url: '/anything' });
  const policy = new Map(
    String(headers['content-security-policy'])
      .split('; ')
      .map((rule) => {
        const [name = '', ...sources] = rule.split(' ');
        return [name, sources.join(' ')];
      }),
  );
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('frame-ancestors')).toBe("'none'");
  expect(policy.get('base-uri')).toBe("'none'");
  for (const name of ['script-src', 'style-src', 'font-src', 'connect-src', 'worker-src', 'form-action']) {
    expect([name, policy.get(name)]).toEqual([name, "'self'"]);
  }
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
});

test("only Python's own worker may compile WebAssembly, and it may reach nothing; no page gets any laxer for it", async () => {
  const policyOf = async (url: string) => {
    const { headers } = await server.app.inject({ url });
    return String(headers['content-security-policy']);
  };
  expect(await policyOf('/assets/python-worker-B1x2.js')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
  );
  const pages = [
    '/',
    '/proofs',
    '/sittings/5f0f8f0a-3b0c-4a52-9d8e-1f4e57a2b111',
    '/assets/room-B1x2.js',
    // Such an address is answered by the page that says that there is none.
    '/assets/python-worker-',
    '/assets/python-worker-B1x2/page',
    '/assets/python-worker-B1x2.js/page',
  ];
  for (const page of pages) expect([page, await policyOf(page)]).toEqual([page, expect.not.stringContaining('eval')]);
});

test('data of the API is kept by no cache, and does nothing when it is opened as a page', async () => {
  for (const url of [GetLadder.path, '/api/nothing']) {
    const { headers } = await server.app.inject({ url });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    });
  }
});

test('a refusal is as strict as a success', async () => {
  const { headers } = await server.app.inject({ method: 'POST', url: SignIn.path, payload: 'x' });
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('browsers are told to insist on TLS only where there is TLS', async () => {
  expect((await server.app.inject({ url: '/' })).headers['strict-transport-security']).toBeUndefined();
  expect((await published.app.inject({ url: '/' })).headers['strict-transport-security']).toBe('max-age=31536000');
});

test('nothing says what software of which version answers', async () => {
  const { headers } = await server.app.inject({ url: '/' });
  expect([headers.server, headers['x-powered-by']]).toEqual([undefined, undefined]);
});
