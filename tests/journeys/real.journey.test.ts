import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../browser/chromium.ts';
import { openBrowser } from '../browser/chromium.ts';
import { startPreparedServer } from '../running/prepared.ts';
import type { RunningServer } from '../running/server.ts';

import { answerAndGoOn, answerQuestion, giveAnswer, shownAnswer } from './answers.ts';
import { createAccount, goToNext, handIn, startExam, waitUntilSaved } from './steps.ts';

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

  await answerAndGoOn(page, 1, 2);
  await answerQuestion(page, 2);
  await page.getByRole('button', { name: /^Flag/ }).click();
  await waitUntilSaved(page);
  const second = await shownAnswer(page);

  // A reload: the same question, the same order, the same choice.
  await page.reload();
  await page.getByText('Question 2 of 30').waitFor();
  expect(await shownAnswer(page)).toEqual(second);
  await page.getByRole('button', { name: /^Flagged/ }).waitFor();

  // A minute without network, with work going on, and a reload in the middle of it.
  await browser.context.setOffline(true);
  await goToNext(page);
  await page.getByText('Question 3 of 30').waitFor();
  await giveAnswer(page, 0);
  const third = await shownAnswer(page);
  await page.getByText('Offline. Kept on this computer, will be sent.').first().waitFor();
  await page.reload();
  await page.getByText('Question 3 of 30').waitFor();
  expect(await shownAnswer(page)).toEqual(third);
  await sleep(60_000);
  await browser.context.setOffline(false);
  await waitUntilSaved(page);

  // The server dies at once, while the candidate goes on.
  await server.kill();
  await goToNext(page);
  await page.getByText('Question 4 of 30').waitFor();
  await giveAnswer(page, 3);
  const fourth = await shownAnswer(page);
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
  expect(await shownAnswer(page)).toEqual(fourth);

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
  await answerAndGoOn(page, 0, 2);
  await answerQuestion(page, 3);
  const second = await shownAnswer(page);

  const other = await openBrowser({ viewport: { width: 390, height: 844 } });
  try {
    await other.context.addCookies(await browser.context.cookies());
    await other.page.goto(page.url());
    await other.page.getByText('Question 2 of 30').waitFor();
    expect(await shownAnswer(other.page)).toEqual(second);
  } finally {
    await other.dispose();
  }
});

async function createAccountAgain(): Promise<void> {
  await browser.context.clearCookies();
  await createAccount(browser.page, server.url);
}
