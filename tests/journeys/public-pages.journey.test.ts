import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../browser/axe.ts';
import { type Browser, openBrowser } from '../browser/chromium.ts';
import { signUp } from '../running/candidate.ts';
import { startPreparedServer } from '../running/prepared.ts';
import type { RunningServer } from '../running/server.ts';

const PAGES = ['/', '/pcep', '/pcap', '/pcpp-32-1', '/pcpp-32-2', '/cepp', '/employers', '/organisations'];

let server: RunningServer;
let browser: Browser;
let reader: Browser;

beforeAll(async () => {
  server = await startPreparedServer();
  browser = await openBrowser({ serviceWorkers: 'block' });
  reader = await openBrowser({ javaScriptEnabled: false, serviceWorkers: 'block' });
});
afterAll(async () => {
  await Promise.all([browser.dispose(), reader.dispose()]);
  await server.dispose();
});

/** Everything that the browser complains of, and every question that the page asks the server. */
function listen(page: Page): { complaints: string[]; asked: string[] } {
  const heard = { complaints: [] as string[], asked: [] as string[] };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.complaints.push(message.text());
  });
  page.on('pageerror', (error) => heard.complaints.push(error.message));
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) heard.asked.push(pathname);
  });
  return heard;
}

/** The page is alive: React has taken hold of what the server sent. */
async function waitUntilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const [first] = document.querySelectorAll('#page > *');
    return first !== undefined && Object.keys(first).some((key) => key.startsWith('__react'));
  });
}

test('a visitor with scripts switched off reads the whole page of PCEP, and goes on from there', async () => {
  const { page } = reader;
  await page.goto(`${server.url}/`);
  await page.getByRole('link', { name: 'PCEP', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Certified Entry-Level Python Programmer' }).waitFor();
  for (const heading of [
    'Is it for you?',
    'What it covers',
    'What the exam is like',
    'What you need first',
    'What it costs in all',
    'How to prepare',
    'Where people slip',
    'What it is good for',
    'What it will not do',
    'A certificate beside experience',
  ]) {
    expect(await page.getByRole('heading', { level: 2, name: heading }).count(), heading).toBe(1);
  }
  const reading = page.getByText('Automate the Boring Stuff with Python: Lists');
  expect(await reading.isVisible()).toBe(false);
  await page.getByText('Lists: create, index, slice, modify, iterate').click();
  expect(await reading.isVisible()).toBe(true);
  await page.getByRole('link', { name: /^PCAP, Certified Associate/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Certified Associate in Python Programming' }).waitFor();
});

test.each(PAGES)('%s comes to life without a complaint, a question to the server, or anything moving', async (path) => {
  const page = await browser.context.newPage();
  const heard = listen(page);
  await page.addInitScript(() => {
    // Nodes that are there before any script of the site, to see whether they are still the same afterwards.
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      for (const element of document.querySelectorAll('#page *')) element.setAttribute('data-sent', '');
    });
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        Object.assign(window, { shift: Number(Reflect.get(window, 'shift')) + Number(Reflect.get(entry, 'value')) });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${server.url}${path}`);
  await waitUntilAlive(page);
  await page.waitForLoadState('networkidle');
  expect(await page.locator('main *:not([data-sent])').count()).toBe(0);
  expect(await page.evaluate(() => Number(Reflect.get(window, 'shift')))).toBeLessThan(0.02);
  expect(heard).toEqual({ complaints: [], asked: [] });
  await page.close();
});

test('an address that does not exist says so, with scripts and without', async () => {
  for (const { page } of [browser, reader]) {
    const reply = await page.goto(`${server.url}/no-such-rung`);
    expect(reply?.status()).toBe(404);
    await page.getByRole('heading', { name: 'This rung does not exist' }).waitFor();
  }
});

test('who is signed in finds their own next step on the first page, and is never asked to sign in meanwhile', async () => {
  const candidate = await signUp(server.url);
  const { page, context } = browser;
  await context.addCookies(
    candidate.cookies().map(([name, value]) => ({ name, value, url: server.url, httpOnly: true })),
  );
  const heard = listen(page);
  const reply = await page.goto(`${server.url}/`);
  expect(await reply?.text()).not.toContain('Create an account');
  await page.getByRole('link', { name: 'My dashboard', exact: true }).waitFor();
  await page.getByText('You are here').waitFor();
  expect(await page.getByRole('link', { name: 'Go to my dashboard' }).count()).toBe(1);
  expect(heard.complaints).toEqual([]);
  await context.clearCookies();
});

test.each([
  [1280, 'light'],
  [1280, 'dark'],
  [360, 'light'],
  [360, 'dark'],
] as const)('all of these pages can be used by everybody, %i pixels wide and %s', async (width, colorScheme) => {
  const { page } = browser;
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  for (const path of PAGES) {
    await page.goto(`${server.url}${path}`);
    await waitUntilAlive(page);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect({ path, findings: await axeFindings(page) }).toEqual({ path, findings: [] });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ path, isTooWide: overflow > 0 }).toEqual({ path, isTooWide: false });
  }
});
