import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import type { RenderPage } from '@pyladder/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadInstalledLadder } from '../ladder/ladder.ts';
import { loadReadingLists } from '../ladder/references.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { readInstalledSite } from './installed-site.ts';
import { createPublicPages } from './public-pages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const origin = 'https://exams.example.org';
const ladder = loadInstalledLadder();
const rungs = ladder.credentials.map(({ id }) => `/${id}`);
const pages = ['/', ...rungs, '/employers', '/organisations', '/proofs'];
let server: TestApp;

beforeAll(async () => {
  execFileSync(process.execPath, ['web/build/build-if-stale.ts'], { cwd: root });
  const settings = { publicUrl: origin, issuerName: 'Example & Sons <exams>' };
  server = await openTestApp({ ...(await readInstalledSite()), readingLists: loadReadingLists(ladder), settings });
});
afterAll(() => server.close());

const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });

/** What a reader without scripts sees. */
function textOf(html: string): string {
  const page = /<div id="page">([\s\S]*)<\/div>\s*<script type="application\/json"/.exec(html)?.[1] ?? '';
  return page
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
}

type Data = Record<string, unknown> & { '@type': string };

function dataOf(html: string): Data[] {
  return Array.from(html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g), ([, text = '']) =>
    JSON.parse(text),
  );
}

test.each(pages)('%s is whole without scripts, with its own title, description and address', async (path) => {
  const { statusCode, body, headers } = await get(path);
  expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'text/html; charset=utf-8',
    'no-cache',
  ]);
  expect(textOf(body).length).toBeGreaterThan(2_000);
  expect(body.match(/<title>/g)).toHaveLength(1);
  expect(body.match(/<meta name="description" content="[^"]{50,}">/g)).toHaveLength(1);
  expect(body).toContain(`<link rel="canonical" href="${origin}${path}"/>`);
  expect(body).toContain('<meta property="og:title" content="');
  expect(body).not.toContain('noindex');
  expect(body).not.toContain('<noscript>Pyladder needs');
});

test('no two pages have the same title or description', async () => {
  const bodies = await Promise.all(pages.map(async (path) => (await get(path)).body));
  for (const pattern of [/<title>[^<]*/, /<meta name="description"[^>]*/]) {
    expect(new Set(bodies.map((body) => pattern.exec(body)?.[0])).size).toBe(pages.length);
  }
});

test.each(pages)('%s has no inline style and no inline script, which its own policy would refuse', async (path) => {
  const { body, headers } = await get(path);
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(body).not.toMatch(/ style="/);
  const inline = Array.from(body.matchAll(/<script(?![^>]* src=)([^>]*)>/g), ([, attributes]) => attributes);
  for (const attributes of inline) expect(attributes).toMatch(/type="application\/(ld\+)?json"/);
});

test.each(pages)('who stands behind the site, and who does not, is said on %s', async (path) => {
  expect(textOf((await get(path)).body)).toContain('Neither the Python Institute nor OpenEDG is behind it');
});

describe.each(ladder.credentials.filter((credential) => 'exam' in credential))('the page of $short', (credential) => {
  test('tells every objective, the share of each section, and the fee', async () => {
    const text = textOf((await get(`/${credential.id}`)).body);
    for (const section of credential.sections) {
      expect(text).toContain(section.title);
      const share = Math.round((100 * section.items) / credential.exam.items);
      expect(text).toContain(`${section.items} questions, ${share}%`);
      for (const { title } of section.objectives) expect(text).toContain(title);
    }
    expect(text).toContain(`$${credential.exam.feeCents / 100}`);
    expect(text).toContain(`$${(2 * credential.exam.feeCents) / 100}`);
    expect(text).toContain(`${credential.exam.minutes} minutes`);
    expect(text).toContain(`${credential.retakeDays} days`);
  });

  test('says the same in structured data', async () => {
    const data = dataOf((await get(`/${credential.id}`)).body);
    const [description, way] = data;
    expect(description).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'EducationalOccupationalCredential',
      name: credential.name,
      alternateName: credential.short,
      url: `${origin}/${credential.id}`,
      timeRequired: `PT${credential.exam.minutes}M`,
      publisher: { name: 'Example & Sons <exams>' },
    });
    expect(description?.competencyRequired).toHaveLength(
      credential.sections.flatMap(({ objectives }) => objectives).length,
    );
    expect(JSON.stringify(description?.educationalAlignment ?? [])).toBe(
      JSON.stringify(
        credential.requires.map((id) => ({
          '@type': 'AlignmentObject',
          alignmentType: 'requires',
          targetName: ladder.credentials.find((one) => one.id === id)?.name,
          targetUrl: `${origin}/${id}`,
        })),
      ),
    );
    expect(way).toMatchObject({ '@type': 'BreadcrumbList' });
  });
});

test('the whole price of a professional rung counts the exams before it', async () => {
  expect(textOf((await get('/pcpp-32-2')).body)).toContain('$685 (PCAP $295 + PCPP 32-1 $195 + PCPP 32-2 $195)');
  expect(textOf((await get('/cepp')).body)).toContain('$685');
});

test('books and documentation stand under their objectives, readable without scripts', async () => {
  const { body } = await get('/pcep');
  expect(body).toContain('<details');
  expect(textOf(body)).toContain('Automate the Boring Stuff with Python: Lists by Al Sweigart');
});

test('nothing that the contract keeps back is sent along with a page', async () => {
  for (const path of pages) expect((await get(path)).body).not.toContain('abilityCut');
});

test('a visitor gets the page of a visitor; who brings a session is not asked to sign in first', async () => {
  const visitor = await get('/');
  const somebody = await get('/', { cookie: 'other=1; pyladder-session=made-up' });
  expect(textOf(visitor.body)).toContain('Create an account');
  expect(textOf(somebody.body)).not.toContain('Create an account');
  expect(textOf(somebody.body)).toContain('Go to my dashboard');
  expect(visitor.headers.vary).toBe('accept-encoding, cookie');
  expect(somebody.headers.etag).not.toBe(visitor.headers.etag);
});

test('a page that has not changed is not sent again, and travels compressed', async () => {
  const first = await get('/pcep', { 'accept-encoding': 'br' });
  expect(brotliDecompressSync(first.rawPayload).toString()).toBe((await get('/pcep')).body);
  const again = await get('/pcep', { 'if-none-match': String(first.headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('however an address is written, the page names the one address that it has', async () => {
  for (const written of ['/pcep/', '/%70cep', '/pcep?from=mail']) {
    expect((await get(written)).body).toContain(`<link rel="canonical" href="${origin}/pcep"/>`);
  }
});

test('an address that does not exist is 404, whole without scripts, and not to be listed', async () => {
  const { statusCode, body, headers } = await get('/no-such-rung');
  expect([statusCode, headers['cache-control'], headers.vary]).toEqual([404, 'no-cache', 'cookie']);
  const { body: toSomebody } = await get('/no-such-rung', { cookie: 'pyladder-session=made-up' });
  expect(toSomebody).not.toContain('Create an account');
  expect(textOf(body)).toContain('This rung does not exist');
  expect(body).toContain('<meta name="robots" content="noindex">');
  expect(body).not.toContain('rel="canonical"');
});

test('pages of a person are not rendered here, and are not to be listed', async () => {
  for (const path of ['/dashboard', '/wallet', '/sign-in', '/staff']) {
    const { statusCode, body } = await get(path);
    expect([statusCode, body.includes('<meta name="robots" content="noindex">'), textOf(body)]).toEqual([
      200,
      true,
      '',
    ]);
  }
});

test('search engines find every page for everybody, and nothing else', async () => {
  const { body: robots, headers } = await get('/robots.txt');
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`);
  const sitemap = await get('/sitemap.xml');
  expect(sitemap.headers['content-type']).toBe('application/xml; charset=utf-8');
  const listed = Array.from(sitemap.body.matchAll(/<loc>([^<]+)<\/loc>/g), ([, address = '']) => address);
  expect(listed).toEqual(expect.arrayContaining(pages.map((path) => `${origin}${path}`)));
  for (const address of listed) expect((await get(address.slice(origin.length))).statusCode).toBe(200);
});

test('previews of links find the picture that every page names', async () => {
  const [, address = ''] = /<meta property="og:image" content="([^"]+)">/.exec((await get('/pcep')).body) ?? [];
  const picture = await get(address.slice(origin.length));
  expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png']);
});

test('a page that could not be made once is made for whoever asks next', async () => {
  const installed = await readInstalledSite();
  let asked = 0;
  const renderPage: RenderPage = (path, given) => {
    asked += 1;
    return asked === 1 ? Promise.reject(new Error('no memory')) : installed.renderPage(path, given);
  };
  const pages = createPublicPages(server.deps, renderPage);
  await expect(pages.render('/pcep', 'nobody')).rejects.toThrow('no memory');
  const [one, other] = [await pages.render('/pcep', 'nobody'), await pages.render('/pcep', 'nobody')];
  expect(textOf(one.plain.toString())).toContain('Certified Entry-Level Python Programmer');
  expect([other === one, asked]).toEqual([true, 2]);
});

test('what the renderer is made of is not for visitors', async () => {
  for (const path of ['/.render/render.js', '/.vite/manifest.json', '/manifest.json']) {
    expect((await get(path)).statusCode).toBe(404);
  }
});

test('a ladder of another subject has its pages without new code', async () => {
  const [pcep] = ladder.credentials;
  if (pcep === undefined || !('exam' in pcep)) throw new Error('the ladder begins with an exam');
  const baker = { ...pcep, id: 'baker-1', short: 'Baker 1', name: 'Certified Baker' };
  const other = { id: 'bakers', title: 'The ladder of bakers', credentials: [baker] };
  const bakery = await openTestApp({ ...(await readInstalledSite()), ladder: other });
  const home = await bakery.app.inject('/');
  expect(textOf(home.body)).toContain('The ladder of bakers');
  const page = await bakery.app.inject('/baker-1');
  expect([page.statusCode, textOf(page.body).includes('Certified Baker')]).toEqual([200, true]);
  expect(dataOf(page.body)[0]).toMatchObject({ name: 'Certified Baker' });
  expect((await bakery.app.inject('/pcep')).statusCode).toBe(404);
  await bakery.close();
});
