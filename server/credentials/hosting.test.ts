import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RevokeAward, ShareCredential } from '@pyladder/contract';
import { readBadgeFile } from '@pyladder/credentials';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSiteFiles } from '../site/site-files.ts';
import type { TestApp } from '../testing/test-app.ts';
import { findDocument } from './credentials.actions.ts';
import { type Candidate, givenHolder, openIssuingApp } from './testing/given-passes.ts';

const SITE = `<!doctype html><html><head><title>Pyladder</title>
<meta name="description" content="Everybody's site."></head><body>The site</body></html>`;
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

let server: TestApp;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pyladder-hosting-'));
  await writeFile(join(folder, 'index.html'), SITE);
  server = await openIssuingApp({ site: readSiteFiles(folder) });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function get(url: string, headers: Record<string, string> = {}, method: InjectOptions['method'] = 'GET') {
  const { statusCode, body, rawPayload, headers: got } = await server.app.inject({ method, url, headers });
  return { status: statusCode, body, bytes: new Uint8Array(rawPayload), headers: got };
}

const cookieOf = ({ cookies }: Candidate) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

async function revoke({ candidateId }: Candidate): Promise<void> {
  const award = await server.deps.db
    .selectFrom('awards')
    .select('id')
    .where('candidate_id', '=', candidateId)
    .executeTakeFirstOrThrow();
  const administrator = await server.staff('administrator');
  const body = { publicReason: 'issued_in_error', note: 'as a test wants it' };
  const { status } = await administrator.call(RevokeAward, { params: { candidateId, awardId: award.id }, body });
  expect(status).toBe(200);
}

describe('the address of a credential', () => {
  test('shows people the site and gives programs the signed document, to the byte', async () => {
    const { entry } = await givenHolder(server);
    const path = `/credentials/${entry.id}`;
    const page = await get(path, BROWSER);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain('The site');
    const document = await findDocument(server.deps, entry.id);
    for (const type of ['application/json', 'application/vc', 'application/ld+json']) {
      const { body, headers } = await get(path, { accept: type });
      expect([body, headers['content-type']]).toEqual([document, type]);
      expect(headers).toMatchObject({ 'access-control-allow-origin': '*', vary: 'accept' });
    }
    expect(JSON.parse(document ?? '').id).toBe(entry.address);
    expect((await get(`${path}/`, BROWSER)).status).toBe(200);
    const upper = await get(`/credentials/${entry.id.toUpperCase()}`, { accept: 'application/vc' });
    expect(upper.body).toBe(document);
  });

  test('says to previews of a link what it is, with its picture, and names the holder only while they wish', async () => {
    const { candidate, entry } = await givenHolder(server);
    const params = { id: entry.id };
    const page = async () => (await get(`/credentials/${entry.id}`, BROWSER)).body;
    expect(await page()).toContain('<title>Certified Entry-Level Python Programmer (PCEP)</title>');
    expect(await page()).toContain(
      `<meta property="og:image" content="http://127.0.0.1:4400/credentials/${entry.id}.png">`,
    );
    expect(await page()).toContain('<meta name="robots" content="noindex">');
    expect(await page()).toContain('A demonstration, which attests nothing.');
    expect(await page()).not.toContain('Ada');
    await candidate.call(ShareCredential, { params, body: { name: true, profile: false } });
    expect(await page()).toContain('<title>Ada Example: Certified');
    await candidate.call(ShareCredential, { params, body: { name: false, profile: false } });
    expect(await page()).not.toContain('Ada');
  });

  test('sends nothing again to who has it, and heads alone to who asks for them', async () => {
    const { entry } = await givenHolder(server);
    for (const name of [entry.id, `${entry.id}.json`, `${entry.id}.svg`, `${entry.id}.png`]) {
      const accept = { accept: 'application/json' };
      const { headers, bytes } = await get(`/credentials/${name}`, accept);
      const again = await get(`/credentials/${name}`, { ...accept, 'if-none-match': String(headers.etag) });
      expect([again.status, again.body]).toEqual([304, '']);
      const head = await get(`/credentials/${name}`, accept, 'HEAD');
      expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', String(bytes.length)]);
    }
  });

  test.each(['', '.json', '.png', '.svg', '.pdf'])('that is nobody’s is not found (%s)', async (ending) => {
    const { status, body } = await get(`/credentials/${UNKNOWN}${ending}`, { accept: 'application/json' });
    expect([status, JSON.parse(body).code]).toEqual([404, 'not_found']);
  });

  test('that is nobody’s shows people the site’s own page, as not found', async () => {
    const { status, body } = await get(`/credentials/${UNKNOWN}`, BROWSER);
    expect([status, body]).toEqual([404, SITE]);
  });

  test.each([
    '..%2f..%2fetc%2fpasswd',
    '%00',
    "'; DROP TABLE credentials; --",
    'x'.repeat(5000),
    `${UNKNOWN}.exe`,
    '.json',
    `${UNKNOWN}/x`,
    '.',
  ])('that is no address of ours is not found, and no fault of ours (%#)', async (name) => {
    for (const accept of ['application/json', 'text/html']) {
      const { status } = await get(`/credentials/${name.includes('%') ? name : encodeURIComponent(name)}`, { accept });
      expect([400, 404]).toContain(status);
    }
  });
});

describe('the files of a credential', () => {
  test('badge and certificate hold the credential, to the byte', async () => {
    const { entry } = await givenHolder(server);
    const document = await findDocument(server.deps, entry.id);
    const types = { png: 'image/png', svg: 'image/svg+xml', pdf: 'application/pdf', json: 'application/json' };
    for (const [ending, type] of Object.entries(types)) {
      const { bytes, headers } = await get(`/credentials/${entry.id}.${ending}`);
      expect(readBadgeFile(bytes)).toEqual({ format: ending, text: document });
      expect(headers['content-type']).toBe(type);
      expect(headers['content-disposition']).toBe(`inline; filename="pcep-${entry.id}.${ending}"`);
    }
  });

  test('pages of other origins may show the pictures, and a drawing opened by itself can do nothing', async () => {
    const { entry } = await givenHolder(server);
    const png = await get(`/credentials/${entry.id}.png`);
    expect(png.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const svg = await get(`/credentials/${entry.id}.svg`);
    expect(svg.headers['content-security-policy']).toMatch(/^default-src 'none';.* sandbox$/);
  });

  test('the certificate bears the name for its holder, and for others only while it is shared; nobody keeps it for others', async () => {
    const { candidate, entry } = await givenHolder(server);
    const url = `/credentials/${entry.id}.pdf`;
    const other = await server.candidate();
    const certificates = async () => {
      const asked = [
        await get(url),
        await get(url, { cookie: cookieOf(other) }),
        await get(url, { cookie: cookieOf(candidate) }),
      ];
      for (const { headers } of asked) expect(headers).toMatchObject({ 'cache-control': 'private, no-store' });
      return asked.map(({ bytes }) => Buffer.from(bytes).toString('base64'));
    };
    const [strangers, others, own] = await certificates();
    expect(others).toBe(strangers);
    expect(own).not.toBe(strangers);
    await candidate.call(ShareCredential, { params: { id: entry.id }, body: { name: true, profile: false } });
    expect(await certificates()).toEqual([own, own, own]);
  });

  test('whoever asks for certificates without end is told to wait, and nobody else is', async () => {
    const { entry } = await givenHolder(server);
    const url = `/credentials/${entry.id}.pdf`;
    const ask = async (remoteAddress: string) => (await server.visitor().send({ url, remoteAddress })).status;
    const statuses = [];
    for (let asked = 0; asked < 121; asked++) statuses.push(await ask('198.51.100.7'));
    expect([statuses.indexOf(429), await ask('198.51.100.8')]).toEqual([120, 200]);
  });

  test('of a revoked credential the document stays as evidence, and nothing is left to show off with', async () => {
    const { candidate, entry } = await givenHolder(server);
    const document = await findDocument(server.deps, entry.id);
    await revoke(candidate);
    expect((await get(`/credentials/${entry.id}.json`)).body).toBe(document);
    for (const ending of ['png', 'svg', 'pdf']) {
      const { status, body } = await get(`/credentials/${entry.id}.${ending}`);
      expect([status, JSON.parse(body)]).toEqual([
        410,
        { code: 'credential_revoked', detail: { reason: 'issued_in_error' } },
      ]);
    }
    const page = await get(`/credentials/${entry.id}`, BROWSER);
    expect(page.body).toMatch(/Revoked on \d+ \w+ \d{4}: it does not count any more/);
    expect(page.body).not.toContain('og:image');
  });
});

describe('what programs look up', () => {
  test('a status list is the same until a bit changes, and then at once another', async () => {
    const { candidate, entry } = await givenHolder(server);
    const { credentialStatus } = JSON.parse((await findDocument(server.deps, entry.id)) ?? '');
    const path = new URL(credentialStatus[0].statusListCredential).pathname;
    const before = await get(path);
    expect(before.headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=60' });
    expect((await get(path)).headers.etag).toBe(before.headers.etag);
    await revoke(candidate);
    const after = await get(path, { 'if-none-match': String(before.headers.etag) });
    expect(after.status).toBe(200);
    const { validFrom, validUntil } = JSON.parse(after.body);
    expect(Date.parse(validUntil) - Date.parse(validFrom)).toBe(24 * 60 * 60 * 1000);
  });

  test('a hundred who ask for a list at once get one signature', async () => {
    await givenHolder(server).then(({ candidate }) => revoke(candidate));
    const lists = await Promise.all(Array.from({ length: 100 }, () => get('/status/1/suspension')));
    expect(new Set(lists.map(({ body }) => body)).size).toBe(1);
  });

  test.each([
    '/status/0/revocation',
    '/status/2/revocation',
    '/status/1/other',
    '/status/01/revocation',
    '/status/99999999999/revocation',
    '/status/-1/suspension',
  ])('there is no list at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('an achievement is what stands in the credential; people are sent on to the rung', async () => {
    const { entry } = await givenHolder(server);
    const { credentialSubject } = JSON.parse((await findDocument(server.deps, entry.id)) ?? '');
    const { id } = credentialSubject.achievement;
    const asked = await get(new URL(id).pathname, { accept: 'application/json' });
    expect(JSON.parse(asked.body)).toMatchObject(credentialSubject.achievement);
    const person = await get('/achievements/pcep', BROWSER);
    expect([person.status, person.headers.location, person.headers.vary]).toEqual([
      303,
      'http://127.0.0.1:4400/pcep',
      'accept',
    ]);
    expect((await get('/achievements/nothing', { accept: 'application/json' })).status).toBe(404);
  });

  test('the issuer says who it is, and that it is a demo', async () => {
    const { body, headers } = await get('/issuer');
    expect(JSON.parse(body)).toMatchObject({
      id: 'did:web:127.0.0.1%3A4400',
      type: ['Profile'],
      name: expect.stringMatching(/^DEMO/),
    });
    expect(headers['access-control-allow-origin']).toBe('*');
  });
});
