import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from '../browser/axe.ts';

/** Creates an account through the page, as a newcomer does, and ends on the dashboard. */
export async function createAccount(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-up`);
  await page.getByLabel('Your name').fill('Grace Example');
  await page.getByLabel('E-mail address').fill(`${randomUUID()}@people.example`);
  await page.getByLabel('Password', { exact: true }).fill('a long and quiet password');
  await page.getByRole('button', { name: 'Create my account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Hello, Grace Example' }).waitFor();
}

/** Reads the rules and starts the clock; ends in the room at question 1. */
export async function startExam(page: Page, url: string, purpose: 'mock' | 'real', credential = 'pcep'): Promise<void> {
  await page.goto(`${url}/exams/${credential}/${purpose}`);
  await page.getByRole('button', { name: /^Start the \d+ minutes$/ }).click();
  await page.getByText(/^Question 1 of \d+$/).waitFor();
}

/** Chooses an option (from 1) of the question shown and waits until the room says that it is saved. */
export async function chooseOption(page: Page, number: number): Promise<void> {
  await page
    .getByRole('radio')
    .nth(number - 1)
    .check({ force: true });
  await waitUntilSaved(page);
}

export async function waitUntilSaved(page: Page): Promise<void> {
  await page
    .getByText(/^(Saved \d|All saved|Everything is saved again)/)
    .first()
    .waitFor();
}

export async function goToNext(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Next/ }).click();
}

/** From the room: review, hand in, confirm; ends on the page with the receipt. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Review/ }).click();
  await page.getByRole('heading', { name: 'Review' }).waitFor();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('heading', { name: 'Handed in' }).waitFor();
}

/** Fails with what axe found, if anything. */
export async function expectNoAxeFindings(page: Page, place: string): Promise<void> {
  // A page that is still being fetched has nothing to be judged yet.
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // A pending button's announcement stays for some seconds in a region of its own, also on the next page.
  await page.locator('[data-live-announcer] [role="img"]').first().waitFor({ state: 'detached' });
  expect({ place, findings: await axeFindings(page) }).toEqual({ place, findings: [] });
}
