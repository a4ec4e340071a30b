import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../browser/chromium.ts';
import { openBrowser } from '../browser/chromium.ts';
import { startPreparedServer } from '../running/prepared.ts';
import type { RunningServer } from '../running/server.ts';

import {
  chooseOption,
  chosenOption,
  createAccount,
  goToNext,
  handIn,
  optionTexts,
  startExam,
  waitUntilSaved,
} from './steps.ts';

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

test('a real exam survives a reload, a minute without network, a closed browser and a killed server, and ends in a result', async () => {
  let { page } = browser;
  await createAccount(page, server.url);
  await startExam(page, server.url, 'real');

  await chooseOption(page, 2);
  await goToNext(page);
  await page.getByText('Question 2 of 30').waitFor();
  await chooseOption(page, 3);
  await page.keyboard.press('f');
  await waitUntilSaved(page);
  const options = await optionTexts(page);

  // A reload: the same question, the same order, the same choice.
  await page.reload();
  await page.getByText('Question 2 of 30').waitFor();
  expect(await optionTexts(page)).toEqual(options);
  expect(await chosenOption(page)).toBe(3);
  await page.getByRole('button', { name: /^Flagged/ }).waitFor();

  // A minute without network, with work going on, and a reload in the middle of it.
  await browser.context.setOffline(true);
  await goToNext(page);
  await page.getByText('Question 3 of 30').waitFor();
  await page.getByRole('radio').nth(0).check({ force: true });
  await page.getByText('Offline. Kept on this computer, will be sent.').first().waitFor();
  await page.reload();
  await page.getByText('Question 3 of 30').waitFor();
  expect(await chosenOption(page)).toBe(1);
  await sleep(60_000);
  await browser.context.setOffline(false);
  await waitUntilSaved(page);

  // The server dies at once, while the candidate goes on.
  await server.kill();
  await goToNext(page);
  await page.getByText('Question 4 of 30').waitFor();
  await page.getByRole('radio').nth(3).check({ force: true });
  await page
    .getByText(/Kept on this computer, will be sent\./)
    .first()
    .waitFor();
  await server.start();
  await waitUntilSaved(page);

  // The browser is closed and opened again.
  const address = page.url();
  page = await browser.reopen();
  await page.goto(address);
  await page.getByText('Question 4 of 30').waitFor();
  expect(await chosenOption(page)).toBe(4);

  await handIn(page);
  await page.getByText('Everything has arrived.').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Handed in' }).waitFor();
  await page.getByRole('link', { name: 'See the result' }).click();
  await page.getByRole('heading', { level: 1, name: 'Not passed this time' }).waitFor();
  await page.getByText('26 questions were left unanswered.').waitFor();
  await page.getByText('Data collections').first().waitFor();
  expect(await page.getByRole('link', { name: 'Go through the questions' }).count()).toBe(0);
});

test('another device shows the same exam as it stands', async () => {
  const { page } = browser;
  await createAccountAgain();
  await startExam(page, server.url, 'mock');
  await chooseOption(page, 1);
  await goToNext(page);
  await page.getByText('Question 2 of 30').waitFor();
  await chooseOption(page, 4);
  const options = await optionTexts(page);

  const other = await openBrowser({ viewport: { width: 390, height: 844 } });
  try {
    await other.context.addCookies(await browser.context.cookies());
    await other.page.goto(page.url());
    await other.page.getByText('Question 2 of 30').waitFor();
    expect(await chosenOption(other.page)).toBe(4);
    expect(await optionTexts(other.page)).toEqual(options);
  } finally {
    await other.dispose();
  }
});

async function createAccountAgain(): Promise<void> {
  await browser.context.clearCookies();
  await createAccount(browser.page, server.url);
}
