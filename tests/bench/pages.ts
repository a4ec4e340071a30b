import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Browser } from '../browser/chromium.ts';
import { openBrowser } from '../browser/chromium.ts';
import { signUp } from '../running/candidate.ts';
import { startServer } from '../running/server.ts';

/** What a first visit to one page costs. Bytes are those on the wire (headers too) with an empty cache. */
type Weight = {
  page: string;
  requests: number;
  transferred_bytes: number;
  javascript_gzip_bytes: number;
  first_contentful_paint_ms: number;
};

/** Bytes, JavaScript and first paint of home, a credential's page and exam room in Chromium, against the real server: a JSON line each. */
export default async function benchPages(): Promise<void> {
  const server = await startServer();
  const browser = await openBrowser({ serviceWorkers: 'block' });
  try {
    print(await weigh(browser, { page: 'home', url: `${server.url}/`, shown: 'main h1' }));
    print(await weigh(browser, { page: 'credential', url: `${server.url}/pcep`, shown: 'main h1' }));
    const candidate = await signUp(server.url);
    const room = await candidate.startSitting('pcep', 'mock');
    await browser.context.addCookies(
      candidate.cookies().map(([name, value]) => ({ name, value, url: server.url, httpOnly: true })),
    );
    const url = `${server.url}/sittings/${room.view.id}`;
    print(await weigh(browser, { page: 'exam room', url, shown: 'input[type=radio], [role=radio]' }));
  } finally {
    await browser.dispose();
    await server.dispose();
  }
}

function print(weight: Weight): void {
  process.stdout.write(`${JSON.stringify(weight)}\n`);
}

async function weigh(
  browser: Browser,
  { page: name, url, shown }: { page: string; url: string; shown: string },
): Promise<Weight> {
  const page = await browser.context.newPage();
  const devtools = await browser.context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  let transferred = 0;
  let requests = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    transferred += encodedDataLength;
    requests += 1;
  });
  const scripts: Promise<number>[] = [];
  page.on('response', (reply) => {
    if (reply.request().resourceType() !== 'script') return;
    scripts.push(reply.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(url);
  await page.locator(shown).first().waitFor({ state: 'attached' });
  // What a page fetches once it can be read counts too.
  await page.waitForLoadState('networkidle');
  const javascript = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
  const weight: Weight = {
    page: name,
    requests,
    transferred_bytes: transferred,
    javascript_gzip_bytes: javascript,
    first_contentful_paint_ms: Math.round(await firstContentfulPaint(page)),
  };
  await page.close();
  return weight;
}

async function firstContentfulPaint(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
}
