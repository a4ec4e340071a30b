import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { PaperServer } from '../paperServer.ts';
import { optionId, SITTING_ID } from '../sampleSitting.ts';
import { type BuiltRoom, buildRoom, laterVersion } from './builtRoom.ts';
import { type CandidateBrowser, openCandidateBrowser } from './candidateBrowser.ts';
import { type ListeningServer, listen } from './listeningServer.ts';

let built: BuiltRoom;
let paper: PaperServer;
let server: ListeningServer;
let browser: CandidateBrowser;

beforeAll(async () => {
  built = await buildRoom();
});
afterAll(() => built.dispose());
beforeEach(async () => {
  paper = new PaperServer();
  server = await listen(paper, built.folder);
  browser = await openCandidateBrowser();
});
afterEach(async () => {
  await browser.dispose();
  await server.stop();
  expect(browser.problems).toEqual([]);
});

async function openRoom(page?: Page): Promise<Page> {
  const room = page ?? (await browser.newPage());
  await room.goto(`${server.url}/sittings/${SITTING_ID}`);
  return room;
}

const shows = (page: Page, number: number) => page.getByText(`Question ${number} of 30`).waitFor();
/** Polling that outlasts a busy machine. */
const patient = { timeout: 20_000, interval: 250 };
const isSaved = (page: Page) => page.getByText(/^Saved \d/).waitFor();
const choose = (page: Page, option: number) => page.keyboard.press(String(option + 1));
const chosen = (page: Page) =>
  page
    .getByRole('radio')
    .evaluateAll((radios) => radios.findIndex((radio) => radio instanceof HTMLInputElement && radio.checked));

/** Waits until the room could be opened without network. */
async function isReadyForOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** What the server has of each question, last word last. */
function answers(): [position: number, option: string | null][] {
  return paper.received.flatMap(({ save }) =>
    save.type === 'answer'
      ? [[save.position, save.response.type === 'choice' ? save.response.option : null] as [number, string | null]]
      : [],
  );
}

test('before the first question at most 130 kB of JavaScript travel, and nothing from elsewhere', async () => {
  const page = await browser.newPage();
  const scripts = new Map<string, number>();
  const foreign: string[] = [];
  page.on('response', async (response) => {
    const url = new URL(response.url());
    if (url.origin !== server.url) foreign.push(response.url());
    if (url.pathname.endsWith('.js')) scripts.set(url.pathname, gzipSync(await response.body()).length);
  });
  await openRoom(page);
  await shows(page, 1);
  await isReadyForOffline(page);
  const total = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
  expect(scripts.size).toBeGreaterThan(1);
  expect(total).toBeLessThanOrEqual(130_000);
  expect(foreign).toEqual([]);
});

test('a reload while the server is dead shows the same room, and all of it arrives once the server is back', async () => {
  const page = await openRoom();
  await shows(page, 1);
  await isReadyForOffline(page);
  await choose(page, 1);
  await isSaved(page);
  await server.stop();
  await page.keyboard.press('ArrowRight');
  await shows(page, 2);
  await choose(page, 2);
  await page.keyboard.press('f');
  await page.keyboard.press('Shift+Digit1');
  await page.keyboard.press('n');
  await page.keyboard.type('slices copy');
  await page.keyboard.press('Escape');
  await page.getByText('Offline. Kept on this computer, will be sent.').first().waitFor();

  await page.reload();
  await shows(page, 2);
  expect(await chosen(page)).toBe(2);
  await page.getByRole('button', { name: 'Bring back option 1' }).waitFor();
  await page.getByRole('button', { name: 'Flagged', exact: true }).waitFor();
  await page.keyboard.press('n');
  expect(await page.getByRole('textbox').inputValue()).toBe('slices copy');
  await page.keyboard.press('Escape');
  await page.getByText('about').waitFor();

  await server.start();
  await isSaved(page);
  expect(answers()).toEqual([
    [0, optionId(0, 1)],
    [1, optionId(1, 2)],
  ]);
  expect(paper.view.progress.places[1]).toMatchObject({ flagged: true, struck: [optionId(1, 0)], note: 'slices copy' });
});

test('a browser that crashes in the middle, without network, comes back with everything', async () => {
  const page = await openRoom();
  await shows(page, 1);
  await isReadyForOffline(page);
  await server.stop();
  for (let number = 1; number <= 5; number += 1) {
    await shows(page, number);
    await choose(page, number % 4);
    await page.keyboard.press('ArrowRight');
  }
  await shows(page, 6);
  await choose(page, 3);
  await page.getByText('Offline. Kept on this computer, will be sent.').first().waitFor();
  // The words stood there before: give the disk the moment that it takes to keep the last choice as well.
  await page.waitForTimeout(2000);
  await browser.kill();

  await browser.reopen();
  const again = await openRoom();
  await shows(again, 6);
  expect(await chosen(again)).toBe(3);
  await server.start();
  await isSaved(again);
  expect(answers().map(([position]) => position)).toEqual([0, 1, 2, 3, 4, 5]);
});

test('a second tab shows the same room, both may be worked in, and each answer arrives once', async () => {
  const first = await openRoom();
  await shows(first, 1);
  const second = await openRoom();
  await shows(second, 1);
  for (let round = 0; round < 8; round += 1) {
    const tab = round % 2 === 0 ? first : second;
    await tab.bringToFront();
    await choose(tab, round % 4);
    await tab.keyboard.press('ArrowRight');
    await Promise.all([shows(first, round + 2), shows(second, round + 2)]);
  }
  await Promise.all([isSaved(first), isSaved(second)]);
  expect(answers()).toEqual(Array.from({ length: 8 }, (_, round) => [round, optionId(round, round % 4)]));
  const sequences = paper.received.map(({ deviceId, save }) => `${deviceId} ${save.deviceSequence}`);
  expect(new Set(sequences).size).toBe(sequences.length);
  expect(new Set(paper.received.map(({ deviceId }) => deviceId)).size).toBe(1);
});

test('another computer goes on where the first one stopped, and the first one sees it', async () => {
  const page = await openRoom();
  await shows(page, 1);
  await choose(page, 1);
  await page.keyboard.press('ArrowRight');
  await shows(page, 2);
  await isSaved(page);
  const elsewhere = await openCandidateBrowser();
  try {
    const other = await openRoom(await elsewhere.newPage());
    await shows(other, 2);
    await choose(other, 3);
    await isSaved(other);
    await page.bringToFront();
    await expect
      .poll(async () => {
        await page.evaluate(() => window.dispatchEvent(new Event('focus')));
        return chosen(page);
      }, patient)
      .toBe(3);
    expect(elsewhere.problems).toEqual([]);
  } finally {
    await elsewhere.dispose();
  }
});

test('when the time is over the room closes, hands in and shows the receipt', async () => {
  const page = await openRoom();
  await shows(page, 1);
  await choose(page, 1);
  await isSaved(page);
  paper.leave(4);
  await page.reload();
  await page.getByRole('heading', { name: /^Your time was over/ }).waitFor();
  await page.getByText('Everything has arrived.').waitFor();
  expect(paper.receipt?.endedBy).toBe('time');
  expect(await page.evaluate(() => indexedDB.databases())).toMatchObject([{ name: 'pyladder-room' }]);
});

test('handed in without network: it says so, waits, and shows the receipt when the network is back', async () => {
  const page = await openRoom();
  await shows(page, 1);
  await isReadyForOffline(page);
  await server.stop();
  await choose(page, 1);
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByText('You are offline. Your exam is handed in as soon as you are back').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
  await page.getByText('You are offline. Please keep this page open').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Handing in' }).waitFor();
  await server.start();
  await page.getByText('Everything has arrived.').waitFor();
  expect(answers()).toEqual([[0, optionId(0, 1)]]);
});

test('a browser without a place to keep things says so, and every answer is sent all the same', async () => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
  });
  await openRoom(page);
  await shows(page, 1);
  await page.getByText('This browser does not let us save on this computer.').waitFor();
  await choose(page, 2);
  await isSaved(page);
  expect(answers()).toEqual([[0, optionId(0, 2)]]);
});

test('a new version takes over when no room of the old one is open, and leaves nothing old behind', async () => {
  const page = await openRoom();
  await shows(page, 1);
  await isReadyForOffline(page);
  const later = await laterVersion(built);
  try {
    await server.stop();
    server = await listen(paper, later.folder, server.port);
    await page.reload();
    await shows(page, 1);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/sittings/'))?.update());
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/sittings/');
      return registration?.waiting !== null && registration?.installing === null;
    });
    expect((await page.evaluate(() => caches.keys())).length).toBe(2);
    await page.close();
    // A room that has just been closed still counts as open for a moment.
    await sleep(2000);
    const fresh = await openRoom();
    await shows(fresh, 1);
    await expect.poll(() => fresh.evaluate(() => caches.keys()), patient).toEqual(['pyladder-room later']);
    await server.stop();
    await fresh.reload();
    await shows(fresh, 1);
    expect(await fresh.locator('meta[name="version"]').getAttribute('content')).toBe('later');
    await server.start();
  } finally {
    await later.dispose();
  }
});
