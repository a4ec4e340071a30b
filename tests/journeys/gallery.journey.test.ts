import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../browser/axe.ts';
import type { Browser } from '../browser/chromium.ts';
import { openBrowser } from '../browser/chromium.ts';
import { startPreparedServer } from '../running/prepared.ts';
import type { RunningServer } from '../running/server.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startPreparedServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.dispose();
  await server.dispose();
});

const WAYS = [
  'one option',
  'several options',
  'the place of a line',
  'gaps',
  'things to match',
  'lines in order',
  'questions on one text',
];

test.each([
  [1280, 'light'],
  [360, 'dark'],
] as const)(
  'every state of every piece can be used by everybody, %i pixels wide and %s',
  async (width, colorScheme) => {
    const { page } = browser;
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${server.url}/gallery`);
    for (const way of WAYS) await page.getByRole('heading', { level: 2, name: `Exam room: ${way}` }).waitFor();
    // Only here does one piece stand several times on a page, once for each of its states, under one name.
    const findings = (await axeFindings(page)).filter((finding) => !finding.startsWith('landmark-unique:'));
    expect(findings).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  },
);
