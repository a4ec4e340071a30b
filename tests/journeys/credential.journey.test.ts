import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { GetExamRules, GetRecord, GetSitting, GetWallet } from '@pyladder/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../browser/chromium.ts';
import { readQrCodeOfPdf } from '../browser/qr-code.ts';
import { type Candidate, signUp } from '../running/candidate.ts';
import { writeExamPacks, writeLadderWithoutExams } from '../running/exam-packs.ts';
import { type ExamTaker, openExamTaker } from '../running/exam-taker.ts';
import { startPreparedServer } from '../running/prepared.ts';
import type { RunningServer } from '../running/server.ts';
import { chooseOption, expectNoAxeFindings, goToNext, handIn, startExam } from './steps.ts';

const run = promisify(execFile);
const pyladder = join(import.meta.dirname, '..', '..', 'cli', 'bin', 'pyladder.mjs');

let server: RunningServer;
let holder: Browser;
let employer: Browser;
let another: Browser;
let office: Browser;
let taker: ExamTaker;
let packs: string;
let ladder: string;
let downloads: string;

beforeAll(async () => {
  packs = await writeExamPacks(['pcap', 'pcpp-32-1', 'pcpp-32-2']);
  downloads = await mkdtemp(join(tmpdir(), 'pyladder-downloads-'));
  ladder = await writeLadderWithoutExams();
  server = await startPreparedServer({ LADDER_DIR: ladder, EXAM_PACKS_DIR: packs });
  taker = openExamTaker();
  [holder, employer, another, office] = await Promise.all([openBrowser(), openBrowser(), openBrowser(), openBrowser()]);
});
afterAll(async () => {
  await Promise.all([holder, employer, another, office].map((browser) => browser.dispose()));
  await taker.close();
  await server.dispose();
  for (const folder of [packs, ladder, downloads]) await rm(folder, { recursive: true });
});

test('what is earned in an exam is verified by a stranger, with and without the server, until it is revoked', async () => {
  const candidate = await signUp(server.url);
  await untilOffered(candidate, 'pcpp-32-2');
  await taker.pass(candidate, 'pcap');
  await taker.pass(candidate, 'pcpp-32-1');
  const { page } = holder;
  await signInAs(holder, candidate);
  await passInTheRoom(page, candidate, 'pcpp-32-2');

  // The wallet: three passes, and the expert's credential that follows from them.
  await untilEarned(candidate, 4);
  await page.goto(`${server.url}/wallet`);
  for (const name of ['PCAP', 'PCPP 32-1', 'PCPP 32-2', 'CEPP']) {
    await page.getByRole('article', { name: await nameOf(candidate, name) }).waitFor();
  }
  await expectNoAxeFindings(page, 'wallet');
  const pcap = await download(page, await nameOf(candidate, 'PCAP'), 'Picture (PNG)');
  const cepp = await download(page, await nameOf(candidate, 'CEPP'), 'Picture (PNG)');
  const professional = await download(page, await nameOf(candidate, 'PCPP 32-2'), 'Picture (SVG)');
  const certificate = await download(page, await nameOf(candidate, 'CEPP'), 'Certificate (PDF)');

  // An employer who has no account scans the certificate, and drops the picture on the verification page.
  const stranger = employer.page;
  await stranger.goto(await readQrCodeOfPdf(certificate));
  await stranger.getByRole('heading', { level: 1, name: /Expert/ }).waitFor();
  expect(await stranger.getByText('Ada Tester').count()).toBe(0);
  await expectNoAxeFindings(stranger, 'public page');
  await stranger.goto(`${server.url}/verify`);
  await verify(stranger, cepp, 'Genuine, but only a demonstration');
  await expectNoAxeFindings(stranger, 'verdict');
  await verifyAnother(stranger, certificate, 'Genuine, but only a demonstration');

  // Another one has opened the page before the server goes. The signature still holds, and that nobody could be asked
  // about a revocation is said.
  const { page: late } = another;
  await late.goto(`${server.url}/verify`);
  await late.getByText('Pyladder demo').first().waitFor();
  await server.stop();
  await verify(late, cepp, 'Genuine, but only a demonstration');
  await late.getByText(/list of withdrawn credentials could not be had, so it may have been withdrawn/).waitFor();
  await server.start();

  // The holder shows their name, and takes that back.
  await page.goto(`${server.url}/wallet`);
  const address = await addressOf(candidate, 'CEPP');
  await share(page, await nameOf(candidate, 'CEPP'));
  await stranger.goto(address);
  await stranger.getByText('Ada Tester').first().waitFor();
  await share(page, await nameOf(candidate, 'CEPP'));
  await stranger.goto(address);
  await stranger.getByText('Name kept private').waitFor();
  expect(await stranger.getByText('Ada Tester').count()).toBe(0);

  // An administrator revokes the first pass: it is revoked, and what rested on it; the professional's passes stand.
  await revokeAsAdministrator(office.page, candidate, 'PCAP');
  await stranger.goto(`${server.url}/verify`);
  await verify(stranger, pcap, 'Genuine once, but revoked');
  await stranger.getByText(/irregularities in the exam/).waitFor();
  await verifyAnother(stranger, cepp, 'Genuine once, but revoked');
  await verifyAnother(stranger, professional, 'Genuine, but only a demonstration');
  const onTheCommandLine = await command('verify', pcap, '--trust', server.url);
  expect(onTheCommandLine).toMatchObject({ code: 1 });
  expect(onTheCommandLine.output).toContain('revoked');

  const { holdings } = await candidate.call(GetRecord);
  expect(holdings.map(({ credential }) => credential)).toEqual(['pcpp-32-1', 'pcpp-32-2']);
  await page.goto(`${server.url}/wallet`);
  await page
    .getByRole('article', { name: await nameOf(candidate, 'CEPP') })
    .getByText(/^Revoked on/)
    .waitFor();

  // The record of all that was done can be checked by whoever runs the installation.
  const audit = await command('audit', 'verify');
  expect(audit).toMatchObject({ code: 0 });
});

/** The banks of the installation's own packs are built beside those from before. */
async function untilOffered(candidate: Candidate, credential: string): Promise<void> {
  for (let attempt = 0; attempt < 3000; attempt++) {
    const { obstacles } = await candidate.call(GetExamRules, { params: { credential, purpose: 'real' } });
    if (obstacles.every(({ code }) => code === 'requirement_not_held')) return;
    await sleep(100);
  }
  throw new Error(`${credential} was not offered within five minutes:\n${server.output()}`);
}

async function untilEarned(candidate: Candidate, count: number): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const { credentials } = await candidate.call(GetWallet);
    if (credentials.length >= count) return;
    await sleep(100);
  }
  throw new Error(`${count} credentials were not there within half a minute:\n${server.output()}`);
}

async function entryOf(candidate: Candidate, short: string) {
  const { credentials } = await candidate.call(GetWallet);
  const entry = credentials.find((one) => one.short === short);
  if (entry === undefined) throw new Error(`there is no ${short} in the wallet`);
  return entry;
}

const nameOf = async (candidate: Candidate, short: string) => (await entryOf(candidate, short)).name;
const addressOf = async (candidate: Candidate, short: string) => (await entryOf(candidate, short)).address;

/** Gives the browser the cookies of somebody who signed up over the API. */
async function signInAs({ context }: Browser, candidate: Candidate): Promise<void> {
  await context.addCookies(candidate.cookies().map(([name, value]) => ({ name, value, url: server.url })));
}

/** Sits the exam in the room, knowing every answer, and opens the result. */
async function passInTheRoom(page: Page, candidate: Candidate, credential: string): Promise<void> {
  await startExam(page, server.url, 'real', credential);
  const sittingId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { items } = await candidate.call(GetSitting, { params: { sittingId } });
  for (const [index, item] of items.entries()) {
    await page.getByText(`Question ${index + 1} of ${items.length}`).waitFor();
    const right = await taker.answer(item);
    await chooseOption(page, item.options.findIndex(({ text }) => text === right) + 1);
    if (index + 1 < items.length) await goToNext(page);
  }
  await handIn(page);
  await page.getByRole('link', { name: 'See the result' }).click();
  await page.getByRole('heading', { level: 1, name: /passed/i }).waitFor();
  await expectNoAxeFindings(page, 'result of a pass');
}

/** Downloads one of a credential's files, and gives where it lies. */
async function download(page: Page, name: string, file: string): Promise<string> {
  const started = page.waitForEvent('download');
  await page.getByRole('article', { name }).getByRole('link', { name: file }).click();
  const path = join(downloads, `${name} ${(await started).suggestedFilename()}`);
  await (await started).saveAs(path);
  return path;
}

async function share(page: Page, name: string): Promise<void> {
  const credential = page.getByRole('article', { name });
  await credential.getByRole('switch', { name: 'My name' }).click({ force: true });
  await credential.getByText('Saved.').waitFor();
}

async function verify(page: Page, file: string, verdict: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { name: verdict }).waitFor();
}

async function verifyAnother(page: Page, file: string, verdict: string): Promise<void> {
  await page.getByRole('button', { name: 'Verify another' }).click();
  await verify(page, file, verdict);
}

/** Signs in with the demo account whose password the server printed, finds the person and revokes one award. */
async function revokeAsAdministrator(page: Page, candidate: Candidate, award: string): Promise<void> {
  const password = /the password of each is (\S+)/.exec(server.output())?.[1] ?? '';
  const email = /(\S+@\S+)\s+administrator/.exec(server.output())?.[1] ?? '';
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor();
  await page.goto(`${server.url}/staff/people`);
  await page.getByLabel('Name, e-mail address or id').fill(candidate.email);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'Ada Tester' }).click();
  await page.getByRole('heading', { name: 'Awards' }).waitFor();
  await expectNoAxeFindings(page, 'record of a person');
  await page
    .getByRole('listitem')
    .filter({ hasText: `${award}, passed on` })
    .getByRole('button', { name: 'Revoke' })
    .click();
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await dialog.getByText(/PCAP and CEPP are no longer held|no longer held/).waitFor();
  await dialog.getByRole('radio', { name: /irregularities in the exam/i }).check({ force: true });
  await dialog.getByLabel('Note for the organisation').fill('The recording shows a second screen.');
  await expectNoAxeFindings(page, 'dialog that revokes');
  await dialog.getByRole('button', { name: `Revoke ${award} for good` }).click();
  await page.getByText(`${award} is revoked.`).first().waitFor();
  await page.goto(`${server.url}/staff/audit`);
  await page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
  await expectNoAxeFindings(page, 'audit log');
}

/** Runs the command as a person would in a terminal. */
async function command(...words: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATA_DIR: server.dataDir, DATABASE_URL: '' };
  try {
    const { stdout, stderr } = await run(process.execPath, [pyladder, ...words], { env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}
