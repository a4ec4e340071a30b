import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../browser/chromium.ts';
import { openBrowser } from '../browser/chromium.ts';
import { startPreparedServer } from '../running/prepared.ts';
import type { RunningServer } from '../running/server.ts';

import { answerQuestion } from './answers.ts';
import { createAccount, expectNoAxeFindings, goToNext, handIn, startExam } from './steps.ts';

let server: RunningServer;
let browser: Browser;
const refused: string[] = [];

beforeAll(async () => {
  server = await startPreparedServer();
  browser = await openBrowser();
  browser.page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  browser.page.on('pageerror', (error) => refused.push(String(error)));
});
afterAll(async () => {
  await browser.dispose();
  await server.dispose();
});

test('a newcomer signs up, sits a mock exam and goes through it question by question afterwards', async () => {
  const { page } = browser;
  await page.goto(server.url);
  await page.getByRole('heading', { level: 1, name: /^Climb from your first print/ }).waitFor();
  await expectNoAxeFindings(page, 'home');

  await page.goto(`${server.url}/pcep`);
  await page.getByRole('heading', { name: 'What it covers' }).waitFor();
  await expectNoAxeFindings(page, 'PCEP page');

  await page.goto(`${server.url}/sign-up`);
  await expectNoAxeFindings(page, 'sign up');
  await createAccount(page, server.url);
  await expectNoAxeFindings(page, 'dashboard');

  await page.goto(`${server.url}/exams/pcep/mock`);
  await page.getByRole('button', { name: /^Start the 40 minutes$/ }).waitFor();
  await expectNoAxeFindings(page, 'rules');
  await startExam(page, server.url, 'mock');
  await expectNoAxeFindings(page, 'exam room');

  for (let number = 1; number <= 30; number++) {
    await page.getByText(`Question ${number} of 30`).waitFor();
    await answerQuestion(page, number);
    if (number === 3) await page.keyboard.press('f');
    if (number < 30) await goToNext(page);
  }
  await page.getByRole('button', { name: /^Review/ }).click();
  await page.getByText('You have answered all 30 questions.').waitFor();
  await page.getByText('You have flagged one.').waitFor();
  await expectNoAxeFindings(page, 'review');
  await page.getByRole('button', { name: /^Back to question/ }).click();

  await handIn(page);
  await expectNoAxeFindings(page, 'handed in');
  await page.getByRole('link', { name: 'See the result' }).click();
  await page.getByRole('heading', { level: 1, name: /^(Not there yet|This would have been a pass)$/ }).waitFor();
  await page.getByText('Data collections').first().waitFor();
  await expectNoAxeFindings(page, 'result');

  await page.getByRole('link', { name: 'Go through the questions' }).click();
  const debrief = page.url();
  for (let number = 1; number <= 30; number++) {
    if (number > 1) await page.goto(`${debrief}?question=${number}`);
    await page.getByRole('heading', { level: 1, name: `Question ${number} of 30` }).waitFor();
    await page.getByRole('heading', { level: 2, name: /^(What Python does|Why)$/ }).waitFor();
    if (number % 5 === 1) await expectNoAxeFindings(page, `debrief of question ${number}`);
  }
  expect(refused).toEqual([]);
});
