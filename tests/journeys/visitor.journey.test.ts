import { openPythonPool } from '@pyladder/python/node';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../browser/chromium.ts';
import { startPreparedServer } from '../running/prepared.ts';
import type { RunningServer } from '../running/server.ts';
import { giveAnswer } from './answers.ts';
import { expectNoAxeFindings } from './steps.ts';

/** Python is fetched and started in a browser, on a machine that does other things as well. */
const PATIENCE = { timeout: 120_000 };

let server: RunningServer;
let browser: Browser;
/** What the browser complained about: a policy that refused something, a page that failed. */
const complaints: string[] = [];

beforeAll(async () => {
  server = await startPreparedServer();
  browser = await openBrowser();
  browser.page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  browser.page.on('pageerror', (error) => complaints.push(error.message));
});
afterAll(async () => {
  await browser.dispose();
  await server.dispose();
});

test('a visitor tries three questions on the PCEP page, by keyboard, and reads which belief a wrong answer comes from', async () => {
  const { page } = browser;
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await openPage(page, '/pcep');
  await pressWithKeys(page, page.getByRole('button', { name: 'Try a question' }));
  let isBeliefRead = false;
  for (const number of [1, 2, 3]) {
    await expectFocusAt(page, number);
    await expectNoAxeFindings(page, `question ${number}`);
    const debrief: Locator = isBeliefRead ? await check(page, number) : await answerWrongly(page);
    isBeliefRead ||= (await debrief.locator('[data-voice="you"]').count()) > 0;
    await expectNoAxeFindings(page, `debrief ${number}`);
    await pressWithKeys(
      page,
      page.getByRole('button', { name: number === 3 ? 'Three new questions' : 'Next question' }),
    );
  }
  await expectFocusAt(page, 1);
  expect(isBeliefRead).toBe(true);
  expect(requests.filter((path) => path.startsWith('/python/'))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a dead network leaves the answer where it is; it is checked when the network is back', async () => {
  const { page } = browser;
  await openPage(page, '/pcep');
  await page.getByRole('button', { name: 'Try a question' }).click();
  await page.getByText(/^Question 1 of 3 · /).waitFor();
  await giveAnswer(page, 1);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Check my answer' }).click();
  await page.getByText(/Your answer is still here/).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Check my answer' }).click();
  await page.getByRole('article', { name: 'Your answer, and why' }).waitFor();
  // What the browser says of the request that failed.
  complaints.length = 0;
});

test('the example of the page is what CPython and the beliefs print, word for word', async () => {
  const { page } = browser;
  await openPage(page, '/proofs');
  const code = (await page.getByRole('figure').first().locator('code').textContent()) ?? '';
  const cells = await page
    .getByRole('table', { name: /What the example prints/ })
    .getByRole('cell')
    .allInnerTexts();
  const ways = [[], ['slice-end-inclusive'], ['slice-from-one'], ['slice-end-inclusive', 'slice-from-one']];
  const pool = openPythonPool({ workers: 1 });
  const runs = ways.map((misconceptions) => pool.run('3.14', 0, { code, stdin: '', misconceptions }));
  const outputs = (await Promise.all(runs)).map((outcome) => ('stdout' in outcome ? outcome.stdout.trimEnd() : ''));
  await pool.close();
  expect(cells.map((text) => text.trim())).toEqual(outputs);
});

test('a visitor changes a program and sees what Python and the beliefs make of it; endless and unreadable ones do no harm', async () => {
  const { page } = browser;
  await openPage(page, '/proofs');
  const program = page.getByRole('textbox', { name: 'Program' });
  await program.waitFor();
  await expectNoAxeFindings(page, 'an item as it is');
  const fetched: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/python/')) fetched.push(pathname);
  });

  await program.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nprint("changed")');
  await page.keyboard.press('Control+Enter');
  const result = page.getByRole('region', { name: 'What came of it' });
  await result.getByRole('heading', { name: 'The question that would follow' }).waitFor(PATIENCE);
  const options = await result.getByRole('list').last().getByRole('listitem').allInnerTexts();
  expect(options.filter((text) => text.endsWith('right'))).toHaveLength(1);
  expect(options.length).toBeGreaterThan(1);
  for (const text of options) expect(text).toContain('changed');
  await result.getByText('A wrong option').first().waitFor();
  await result.getByText('Where it parts from Python').first().click();
  await result.getByRole('table').first().waitFor();
  await expectNoAxeFindings(page, 'what came of a program');
  expect(fetched.length).toBeGreaterThan(0);

  await program.fill('while True:\n    pass');
  await page.getByRole('button', { name: 'Run it' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await result.getByText('The program was stopped.').waitFor();

  await program.fill('while True:\n    print("again")');
  await page.getByRole('button', { name: 'Run it' }).click();
  await result.getByText(/wrote more than anybody would read/).waitFor(PATIENCE);

  await program.fill('print("one"\nprint("two")');
  await page.getByRole('button', { name: 'Run it' }).click();
  await page
    .getByText(/SyntaxError: /)
    .first()
    .waitFor(PATIENCE);
  await page.getByText('Line 1', { exact: true }).waitFor();
  await expectNoAxeFindings(page, 'a program that cannot be read');

  await program.fill('print(1)\nprint(undefined_name)');
  await page.getByRole('button', { name: 'Run it' }).click();
  await page.getByText("NameError: name 'undefined_name' is not defined").first().waitFor(PATIENCE);
  await page.getByText('Line 2', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

test('a program of a visitor reaches neither the page nor the network, whatever it imports', async () => {
  const { page } = browser;
  const program = page.getByRole('textbox', { name: 'Program' });
  const tries = [
    'import js\njs.fetch("/api/me")',
    'from pyodide.code import run_js\nrun_js("fetch(\'/api/me\')")',
    'import urllib.request\nurllib.request.urlopen("http://127.0.0.1/")',
  ];
  const reached: string[] = [];
  page.on('request', (request) => reached.push(request.url()));
  for (const code of tries) {
    await program.fill(code);
    await page.getByRole('button', { name: 'Run it' }).click();
    await page.getByText('Done.').waitFor(PATIENCE);
    expect(await page.getByRole('region', { name: 'What came of it' }).textContent()).toContain('Error: ');
  }
  expect(reached).toEqual([]);
});

test('on a telephone, in the dark, nothing stands out of the page', async () => {
  const { page } = browser;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of ['/proofs', '/pcep']) {
    await openPage(page, path);
    if (path === '/pcep') {
      await page.getByRole('button', { name: 'Try a question' }).click();
      await page.getByText(/^Question 1 of 3 · /).waitFor();
      await giveAnswer(page, 0);
      await page.getByRole('button', { name: 'Check my answer' }).click();
      await page.getByRole('article', { name: 'Your answer, and why' }).waitFor();
    } else {
      await page.getByRole('button', { name: 'Run it' }).click();
      await page.getByText('Done.').waitFor(PATIENCE);
    }
    await expectNoAxeFindings(page, `${path} on a telephone`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});

test('without scripts the page of proofs still tells everything but the bench', async () => {
  const bare = await openBrowser({ javaScriptEnabled: false });
  await bare.page.goto(`${server.url}/proofs`);
  await bare.page.getByRole('heading', { level: 1, name: 'How our items are proven' }).waitFor();
  await bare.page.getByText('Somebody who thinks that a slice includes its end').waitFor();
  // A browser that is told to run no scripts does not show this; one in which they are switched off does.
  expect(await bare.page.content()).toContain('This part needs JavaScript');
  await bare.dispose();
});

/** Opens a page and waits until it is alive: until then a press is lost. */
async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(`${server.url}${path}`);
  await page.waitForFunction(() => {
    const main = document.querySelector('main');
    return main !== null && Object.keys(main).some((name) => name.startsWith('__reactFiber'));
  });
}

/** Whoever asks for a question is led to where it begins. */
async function expectFocusAt(page: Page, number: number): Promise<void> {
  const place = page.getByText(new RegExp(`^Question ${number} of 3 · `));
  await place.waitFor();
  await expect.poll(() => place.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** Focuses and presses Enter, as somebody without a mouse does. */
async function pressWithKeys(page: Page, button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
}

/** Gives an answer and has it checked; ends in its debrief. */
async function check(page: Page, pick: number): Promise<Locator> {
  await giveAnswer(page, pick);
  await pressWithKeys(page, page.getByRole('button', { name: 'Check my answer' }));
  const debrief = page.getByRole('article', { name: 'Your answer, and why' });
  await debrief.waitFor();
  return debrief;
}

/** Answers variants of the question until a wrong answer was given. */
async function answerWrongly(page: Page): Promise<Locator> {
  for (let pick = 0; pick < 20; pick++) {
    const debrief = await check(page, pick);
    if ((await debrief.getByText('Right.', { exact: true }).count()) === 0) return debrief;
    await pressWithKeys(page, page.getByRole('button', { name: 'Another one like this' }));
    await page.getByRole('button', { name: 'Check my answer' }).waitFor();
  }
  throw new Error('twenty answers in a row were right');
}
