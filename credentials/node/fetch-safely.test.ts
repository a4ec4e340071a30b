import type { RequestListener } from 'node:http';
import { expect, test, vi } from 'vitest';
import { type FetchWish, fetchSafely } from './fetch-safely.ts';
import { publicNetwork } from './network.ts';
import { givenPlainServer, givenServer, networkOf } from './testing/given-server.ts';
import { faultOf, LIMIT_MS, sendJson, wishFor } from './testing/given-wish.ts';

test('a document of an allowed issuer arrives, and nothing about who asks is told', async () => {
  const seen: object[] = [];
  const server = await givenServer((request, response) => {
    seen.push(request.headers);
    sendJson(request, response);
  });
  const fetched = await fetchSafely(`${server.origin}/a?b=c#d`, wishFor(server));
  expect(fetched).toMatchObject({ address: `${server.origin}/a?b=c`, type: 'application/json' });
  expect(Buffer.from(fetched.bytes).toString()).toBe('{"ok":true}');
  expect(Object.keys(seen[0] ?? {}).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
});

test('an address that nobody allowed is not asked', async () => {
  const listener = vi.fn(sendJson);
  const server = await givenServer(listener);
  const wish = wishFor(server, { allowed: new Set(['https://other.example']) });
  expect(await faultOf(server.origin, wish)).toMatchObject({ code: 'origin_not_allowed' });
  expect(await faultOf('https://issuer.example/', wishFor(server))).toMatchObject({ code: 'origin_not_allowed' });
  expect(listener).not.toHaveBeenCalled();
});

test.each([
  ['http://issuer.example/', 'https_required'],
  ['file:///etc/passwd', 'https_required'],
  ['ftp://issuer.example/', 'https_required'],
  ['data:application/json,{}', 'https_required'],
  ['https://me:secret@issuer.example/', 'address_malformed'],
  ['issuer.example', 'address_malformed'],
  ['https://', 'address_malformed'],
  [`https://issuer.example/${'a'.repeat(3000)}`, 'address_malformed'],
])('%.40s is refused without a look', async (address, code) => {
  const resolve = vi.fn(publicNetwork.resolve);
  const everything = { has: () => true };
  const wish: FetchWish = { allowed: everything, kind: 'json', maxBytes: 1, limitMs: LIMIT_MS };
  expect(await faultOf(address, { ...wish, network: { ...publicNetwork, resolve } })).toMatchObject({ code });
  expect(resolve).not.toHaveBeenCalled();
});

test.each([
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://10.1.2.3/',
])('the private address %s is refused, however it is written, even if its origin was allowed', async (address) => {
  const wish: FetchWish = { allowed: { has: () => true }, kind: 'json', maxBytes: 1, limitMs: LIMIT_MS };
  expect(await faultOf(address, wish)).toMatchObject({ code: 'private_address' });
});

test('a public name that leads to a private machine is refused, even if only one of its addresses does', async () => {
  const listener = vi.fn(sendJson);
  const server = await givenServer(listener);
  for (const addresses of [['127.0.0.1'], ['1.1.1.1', '127.0.0.1'], ['2606:4700::1111', '::ffff:127.0.0.1']]) {
    const resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const network = { ...publicNetwork, resolve, authorities: [server.authority] };
    expect(await faultOf(server.origin, wishFor(server, { network }))).toMatchObject({ code: 'private_address' });
  }
  expect(listener).not.toHaveBeenCalled();
});

test('a name is looked up once: it cannot lead elsewhere between the look and the connection', async () => {
  const server = await givenServer(sendJson);
  const resolve = vi
    .fn(publicNetwork.resolve)
    .mockResolvedValueOnce([{ address: '127.0.0.1', family: 4 }])
    .mockResolvedValue([{ address: '127.0.0.9', family: 4 }]);
  await fetchSafely(server.origin, wishFor(server, { network: { ...networkOf(server), resolve } }));
  expect(resolve).toHaveBeenCalledTimes(1);
});

function redirecting(status: number, location: (url: string) => string): RequestListener {
  return ({ url = '' }, response) => {
    response.writeHead(status, { location: location(url) }).end();
  };
}

test('a redirect within an allowed origin is followed', async () => {
  const server = await givenServer((request, response) =>
    request.url === '/new' ? sendJson(request, response) : redirecting(308, () => '/new')(request, response),
  );
  expect(await fetchSafely(`${server.origin}/old`, wishFor(server))).toMatchObject({ address: `${server.origin}/new` });
});

test.each([
  ['https://elsewhere.example/', 'origin_not_allowed'],
  ['http://issuer.example/', 'https_required'],
  ['file:///etc/passwd', 'https_required'],
  ['https://u:p@issuer.example/', 'address_malformed'],
  ['https://', 'address_malformed'],
])('a redirect to %s is judged like an address of its own', async (location, code) => {
  const server = await givenServer(redirecting(302, () => location));
  expect(await faultOf(server.origin, wishFor(server))).toMatchObject({ code });
});

test('a redirect to a private machine is refused', async () => {
  const server = await givenServer(redirecting(302, () => 'https://169.254.169.254/'));
  const allowed = new Set([server.origin, 'https://169.254.169.254']);
  expect(await faultOf(server.origin, wishFor(server, { allowed }))).toMatchObject({ code: 'private_address' });
});

test('redirects that lead in a circle end', async () => {
  const listener = vi.fn(redirecting(307, (url) => (url === '/a' ? '/b' : '/a')));
  const server = await givenServer(listener);
  expect(await faultOf(`${server.origin}/a`, wishFor(server))).toMatchObject({ code: 'too_many_redirects' });
  expect(listener).toHaveBeenCalledTimes(4);
});

test.each(['application/vc', 'application/ld+json', 'application/did+json', 'application/vc+jwt', 'Application/JSON'])(
  '%s is taken as a document',
  async (type) => {
    const server = await givenServer((_request, response) => response.setHeader('content-type', type).end('{}'));
    expect((await fetchSafely(server.origin, wishFor(server))).type).toBe(type.toLowerCase());
  },
);

test('a page or a picture where a document should be is refused; a picture where a credential may be is taken', async () => {
  const server = await givenServer(({ url = '' }, response) => {
    response.setHeader('content-type', url === '/none' ? '' : `${url.slice(1)}; charset=utf-8`).end('x');
  });
  const html = await faultOf(`${server.origin}/text/html`, wishFor(server, { kind: 'credential' }));
  expect(html).toEqual({ code: 'type_refused', detail: 'text/html' });
  expect(await faultOf(`${server.origin}/image/png`, wishFor(server))).toMatchObject({ code: 'type_refused' });
  expect(await faultOf(`${server.origin}/none`, wishFor(server))).toEqual({ code: 'type_refused', detail: '' });
  const picture = await fetchSafely(`${server.origin}/image/png`, wishFor(server, { kind: 'credential' }));
  expect(picture.type).toBe('image/png');
});

test.each([
  [404, 'not_found'],
  [410, 'not_found'],
  [500, 'status_refused'],
  [206, 'status_refused'],
  [204, 'status_refused'],
  [304, 'status_refused'],
  [302, 'status_refused'],
])('status %i is said as it is', async (status, code) => {
  const server = await givenServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end();
  });
  expect(await faultOf(server.origin, wishFor(server))).toEqual({ code, detail: `${status}` });
});

test('a server is believed only by a certificate that holds: its own name, in time, by an authority that is believed', async () => {
  const stranger = await givenServer(sendJson);
  const withoutAuthority = { ...networkOf(stranger), authorities: [] };
  expect(await faultOf(stranger.origin, wishFor(stranger, { network: withoutAuthority }))).toMatchObject({
    code: 'tls_failed',
  });
  const outdated = await givenServer(sendJson, { validDays: -1 });
  expect(await faultOf(outdated.origin, wishFor(outdated))).toEqual({ code: 'tls_failed', detail: 'CERT_HAS_EXPIRED' });
  const other = `https://other.example:${stranger.port}`;
  expect(await faultOf(other, wishFor(stranger, { allowed: new Set([other]) }))).toEqual({
    code: 'tls_failed',
    detail: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });
});

test('a server that speaks no TLS, or none at all, is said to be out of reach', async () => {
  const plain = await givenPlainServer(sendJson);
  const origin = `https://issuer.example:${plain.port}`;
  const wish = wishFor({ ...plain, authority: '', origin }, { network: networkOf() });
  expect(await faultOf(origin, wish)).toMatchObject({ code: 'tls_failed' });
  const nobody = 'https://issuer.example:1';
  expect(await faultOf(nobody, { ...wish, allowed: new Set([nobody]) })).toEqual({
    code: 'unreachable',
    detail: 'ECONNREFUSED',
  });
});

test('a name that does not exist is said to be unknown', async () => {
  const wish: FetchWish = { allowed: { has: () => true }, kind: 'json', maxBytes: 1, limitMs: LIMIT_MS };
  const resolve = () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
  const network = { ...publicNetwork, resolve };
  expect(await faultOf('https://nobody.invalid/', { ...wish, network })).toEqual({
    code: 'name_unknown',
    detail: 'ENOTFOUND',
  });
});

test('a demo on this machine may be asked by http where that very origin was allowed, and only there', async () => {
  const demo = await givenPlainServer(sendJson);
  const wish: FetchWish = { allowed: new Set([demo.origin]), kind: 'json', maxBytes: 99, limitMs: LIMIT_MS };
  expect((await fetchSafely(`${demo.origin}/x`, wish)).bytes).toHaveLength(11);
  const other = await givenPlainServer(sendJson);
  expect(await faultOf(other.origin, wish)).toMatchObject({ code: 'origin_not_allowed' });
  const named = `http://localhost:${demo.port}`;
  expect(await faultOf(named, wish)).toMatchObject({ code: 'origin_not_allowed' });
});

test('a name that should be this machine but leads to another is not asked without TLS', async () => {
  const origin = 'http://demo.localhost:4400';
  const resolve = async () => [{ address: '1.1.1.1', family: 4 }];
  const wish: FetchWish = { allowed: new Set([origin]), kind: 'json', maxBytes: 99, limitMs: LIMIT_MS };
  expect(await faultOf(origin, { ...wish, network: { ...publicNetwork, resolve } })).toMatchObject({
    code: 'private_address',
  });
});
