import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { readSiteFiles } from './site-files.ts';

const script = 'export const word = "ladder";\n'.repeat(200);
let server: TestApp;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pyladder-site-'));
  await mkdir(join(folder, 'assets'));
  const files = {
    'index.html': '<!doctype html><title>The site</title>',
    'room.html': '<!doctype html><title>The room</title>',
    'room-worker.js': 'self.addEventListener("fetch", () => {});',
    'assets/site-B1x2.js': script,
    'assets/face-9f.woff2': 'wOF2',
    '.stamp': 'secret',
    'notes.exe': 'MZ',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, '..', `${folder.split('/').at(-1)}.txt`), 'outside');
  server = await openTestApp({ site: readSiteFiles(folder) });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
  await rm(`${folder}.txt`);
});

const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });

test.each(['/', '/pcep', '/sign-in?next=%2Frecord', '/Sign-In/', '/results/5f0f8f0a-3b0c-4a52-9d8e-1f4e57a2b111'])(
  'an address of the site, %s, opens the site, and is asked for anew each time',
  async (url) => {
    const { statusCode, body, headers } = await get(url);
    expect([statusCode, body]).toEqual([200, expect.stringContaining('The site')]);
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' });
  },
);

test.each([
  '/nope',
  '/PCEP',
  '/pcep/more',
  '/exams/pcep/free',
  '/results/7',
  '/sittings/7',
  '/sittings',
  '//',
  '/pcep//',
])('an address that the site does not know, %s, is not found, and people get the page that says so', async (url) => {
  const { statusCode, body, headers } = await get(url, { 'if-none-match': String((await get('/')).headers.etag) });
  expect([statusCode, body]).toEqual([404, expect.stringContaining('The site')]);
  expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' });
});

test('an exam room opens as the small page of its own', async () => {
  expect((await get('/sittings/5f0f8f0a-3b0c-4a52-9d8e-1f4e57a2b111')).body).toContain('The room');
});

test("the room's worker may look after the room, and its newest version is always found", async () => {
  const { headers } = await get('/room-worker.js');
  expect(headers).toMatchObject({ 'service-worker-allowed': '/', 'cache-control': 'no-cache' });
});

test('what is named by its content is fetched once in a year', async () => {
  const { headers, body } = await get('/assets/site-B1x2.js');
  expect(body).toBe(script);
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
  });
});

test('files travel compressed as the browser likes, and plain to who asks for that', async () => {
  const url = '/assets/site-B1x2.js';
  const brotli = await get(url, { 'accept-encoding': 'gzip, deflate, br' });
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(script);
  const gzip = await get(url, { 'accept-encoding': 'gzip;q=1.0, br;q=0' });
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(script);
  const plain = await get(url, { 'accept-encoding': 'identity' });
  expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, script]);
  const font = await get('/assets/face-9f.woff2', { 'accept-encoding': 'br' });
  expect([font.headers['content-encoding'], font.body]).toEqual([undefined, 'wOF2']);
});

test('a page that has not changed is not sent again', async () => {
  const { headers } = await get('/');
  const again = await get('/', { 'if-none-match': String(headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('asking only for the head of a page gives its length without it', async () => {
  const { statusCode, body, headers } = await server.app.inject({ method: 'HEAD', url: '/' });
  expect([statusCode, body, headers['content-length']]).toEqual([200, '', '38']);
});

test.each([
  '/missing.js',
  '/assets/site-OLD.js',
  '/.stamp',
  '/notes.exe',
  '/favicon.php',
  '/../secret.txt',
  '/assets/../../x.txt',
])('a file that is not of the site, %s, is not found, rather than answered with a page', async (url) => {
  const { statusCode, body } = await get(url);
  expect([statusCode, JSON.parse(body).code]).toEqual([404, 'not_found']);
});

test('no way of writing an address leads out of the site', async () => {
  const outside = `${folder.split('/').at(-1)}.txt`;
  for (const way of ['/../', '/..%2f', '/%2e%2e/', '/..\\', '//../', '/assets/../../']) {
    const { statusCode, body } = await get(`${way}${outside}`);
    expect([400, 404]).toContain(statusCode);
    expect(body).not.toContain('outside');
  }
});

test('a build under a running server does not change what a visitor gets', async () => {
  await writeFile(join(folder, 'index.html'), 'half');
  expect((await get('/')).body).toContain('The site');
});
