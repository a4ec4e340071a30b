import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fetchSafely } from './fetch-safely.ts';
import { givenServer, networkOf } from './testing/given-server.ts';
import { faultOf, wishFor } from './testing/given-wish.ts';

async function drip(response: ServerResponse): Promise<void> {
  response.setHeader('content-type', 'application/json');
  while (!response.destroyed) {
    response.write(' ');
    await pause(20);
  }
}

test('a server that says nothing, or a letter now and then, is given up in time', async () => {
  const silent = await givenServer(() => undefined);
  expect(await faultOf(silent.origin, wishFor(silent, { limitMs: 300 }))).toMatchObject({ code: 'timed_out' });
  const slow = await givenServer((_request, response) => void drip(response));
  expect(await faultOf(slow.origin, wishFor(slow, { limitMs: 300 }))).toMatchObject({ code: 'timed_out' });
});

test('the time is for everything together: redirects do not begin it anew, nor does a name that is never found', async () => {
  const server = await givenServer(async ({ url = '' }, response) => {
    await pause(200);
    response.writeHead(302, { location: `${url}x` }).end();
  });
  expect(await faultOf(server.origin, wishFor(server, { limitMs: 300 }))).toMatchObject({ code: 'timed_out' });
  const network = { ...networkOf(server), resolve: () => new Promise<never>(() => undefined) };
  expect(await faultOf(server.origin, wishFor(server, { limitMs: 100, network }))).toMatchObject({ code: 'timed_out' });
});

test('whoever asks can stop it', async () => {
  const server = await givenServer(() => undefined);
  const stop = new AbortController();
  const fetching = fetchSafely(server.origin, wishFor(server, { signal: stop.signal }));
  stop.abort(new Error('no longer wanted'));
  await expect(fetching).rejects.toThrow('no longer wanted');
});

test('a body without end is not read to its end', async () => {
  const server = await givenServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  });
  expect(await faultOf(server.origin, wishFor(server))).toMatchObject({ code: 'too_large' });
});

test('a body that says beforehand how large it is, is not even begun', async () => {
  const server = await givenServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1001' }).flushHeaders();
  });
  expect(await faultOf(server.origin, wishFor(server))).toMatchObject({ code: 'too_large' });
});

test('a compressed body is refused, so that little cannot become much', async () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000));
  const server = await givenServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'GZIP' }).end(bomb);
  });
  expect(await faultOf(server.origin, wishFor(server, { maxBytes: 1e9 }))).toEqual({
    code: 'encoding_refused',
    detail: 'gzip',
  });
});

test('a server that hangs up in the middle is not mistaken for one that has finished', async () => {
  const server = await givenServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '10' });
    response.write('{"ok"', () => response.destroy());
  });
  expect(await faultOf(server.origin, wishFor(server))).toMatchObject({ code: 'cut_off' });
});
