import type { Response } from '@pyladder/exam';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  gapQuestion,
  matchQuestion,
  optionOf,
  orderQuestion,
  pickTwoQuestion,
  positionQuestion,
  scenarioQuestion,
  wideOrderQuestion,
} from '../../../gallery/answerFixtures.ts';
import { PaperServer } from '../paperServer.ts';
import { SITTING_ID } from '../sampleSitting.ts';
import { axeFindings } from './axe.ts';
import { type BuiltRoom, buildRoom } from './builtRoom.ts';
import { type CandidateBrowser, openCandidateBrowser } from './candidateBrowser.ts';
import { type ListeningServer, listen } from './listeningServer.ts';

const items = [
  orderQuestion,
  positionQuestion,
  matchQuestion,
  gapQuestion,
  pickTwoQuestion,
  scenarioQuestion,
  wideOrderQuestion,
];

let built: BuiltRoom;
let paper: PaperServer;
let server: ListeningServer;
let browser: CandidateBrowser;
let page: Page;

beforeAll(async () => {
  built = await buildRoom();
});
afterAll(() => built.dispose());
beforeEach(async () => {
  paper = new PaperServer({ items });
  server = await listen(paper, built.folder);
  browser = await openCandidateBrowser();
  page = await browser.newPage();
  await page.goto(`${server.url}/sittings/${SITTING_ID}`);
  await shows(1);
});
afterEach(async () => {
  await browser.dispose();
  await server.stop();
  expect(browser.problems).toEqual([]);
});

const shows = (number: number) => page.getByText(`Question ${number} of ${items.length}`, { exact: true }).waitFor();
const isSaved = () => page.getByText(/^Saved \d/).waitFor();
const hasFocus = (control: Locator) => control.evaluate((element) => element === document.activeElement);
/** Polling that outlasts a busy machine. */
const patient = { timeout: 20_000, interval: 250 };

/** Goes to a control as somebody without a pointer does. */
async function tabTo(control: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await hasFocus(control)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key does not lead there');
}

async function arrives(response: Response | null, position: number): Promise<void> {
  await expect.poll(() => paper.view.progress.places[position]?.response, patient).toEqual(response);
  await isSaved();
}

/** The lines to put in order, as they stand. */
const lines = () => page.getByRole('button', { name: /, line \d of \d$/ }).allTextContents();
const line = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}, line \\d of \\d$`) });

const program = ['numbers = [3, 4, 5]', 'total = 0', 'for number in numbers:', '    total += number', 'print(total)'];

test('by keyboard alone lines are put in order, a line is put into a program and things are matched; a reload keeps all of it', async () => {
  await tabTo(line('total \\+= number'));
  // numbers to the top, total after it, then the loop; print to the end.
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  for (const key of ['Space', 'Home', 'Space']) await page.keyboard.press(key);
  expect(await lines()).toEqual([program[0], program[3], program[4], program[1], program[2]]);
  for (const key of ['End', 'Space', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Space']) await page.keyboard.press(key);
  expect(await lines()).toEqual([program[0], program[2], program[3], program[4], program[1]]);
  for (const key of ['End', 'Space', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'Space']) {
    await page.keyboard.press(key);
  }
  await page.getByText('total = 0, put down as line 2 of 5').waitFor({ state: 'attached' });
  expect(await lines()).toEqual(program);
  expect(await hasFocus(line('total = 0'))).toBe(true);
  await arrives({ type: 'order', options: [3, 2, 4, 0, 1].map(optionOf) }, 0);

  await page.keyboard.press('ArrowRight');
  await shows(2);
  await tabTo(page.getByRole('radio').first());
  await page.keyboard.press('Space');
  for (let downs = 0; downs < 3; downs += 1) await page.keyboard.press('ArrowDown');
  await arrives({ type: 'choice', option: optionOf(2) }, 1);

  await page.keyboard.press('ArrowRight');
  await shows(3);
  for (const [label, word] of [
    ['[1, 2]', 'list'],
    ['(1, 2)', 'tuple'],
    ['{1, 2}', 'set'],
    ['{1: 2}', 'dict'],
  ] as const) {
    await tabTo(page.getByRole('combobox', { name: label }));
    await page.keyboard.type(word);
  }
  await arrives({ type: 'slots', options: [0, 1, 2, 3].map(optionOf) }, 2);

  await page.reload();
  await shows(3);
  expect(
    await page.getByRole('combobox').evaluateAll((lists) => lists.map((list) => (list as HTMLSelectElement).value)),
  ).toEqual([0, 1, 2, 3].map(optionOf));
  await page.keyboard.press('ArrowLeft');
  await shows(2);
  expect(await page.getByRole('radio', { name: /^After line 3/ }).isChecked()).toBe(true);
  await page.getByText('The line is here:').waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowLeft');
  await shows(1);
  expect(await lines()).toEqual(program);
});

test('a line is dragged to its place with the mouse, and Escape breaks a drag off', async () => {
  const from = await middleOf(line('numbers = \\[3, 4, 5\\]'));
  const to = await middleOf(line('total \\+= number'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 40, { steps: 4 });
  await page.mouse.move(from.x, to.y - 4, { steps: 8 });
  await page.mouse.up();
  await arrives({ type: 'order', options: [3, 0, 1, 2, 4].map(optionOf) }, 0);
  expect((await lines())[0]).toBe(program[0]);

  await page.mouse.move(from.x, to.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y, { steps: 8 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect((await lines())[0]).toBe(program[0]);
  await page.mouse.click(from.x, to.y);
  expect((await lines())[0]).toBe(program[0]);
  expect(paper.received.filter(({ save }) => save.type === 'answer')).toHaveLength(1);
});

test('a line is dragged by its grip with a finger, and beside the grip a finger scrolls the page', async () => {
  await page.setViewportSize({ width: 360, height: 640 });
  const touch = await browser.context.newCDPSession(page);
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const grips = page.locator('[data-grip]');
  await grips.last().scrollIntoViewIfNeeded();
  const swipe = async (from: { x: number; y: number }, by: number) => {
    const at = (y: number) => [{ x: Math.round(from.x), y: Math.round(y) }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from.y) });
    for (let step = 1; step <= 10; step += 1) {
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(from.y + (by * step) / 10) });
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const distance = (await middleOf(grips.nth(3))).y - (await middleOf(grips.nth(2))).y;
  await swipe(await middleOf(grips.nth(2)), distance);
  await arrives({ type: 'order', options: [0, 1, 3, 2, 4].map(optionOf) }, 0);

  const beside = await middleOf(line('print\\(total\\)'));
  const before = await page.evaluate(() => window.scrollY);
  await swipe(beside, 80);
  await expect.poll(() => page.evaluate(() => window.scrollY), patient).toBeLessThan(before);
  expect(paper.received.filter(({ save }) => save.type === 'answer')).toHaveLength(1);
});

test('a word is dragged to its gap in the program or to its row, and a press fills the first empty gap', async () => {
  for (let moves = 0; moves < 3; moves += 1) await page.keyboard.press('ArrowRight');
  await shows(4);
  const word = (text: string) => page.locator('[aria-hidden] button', { hasText: new RegExp(`^${text}\\d?$`) });
  const drag = async (what: Locator, where: Locator) => {
    const [from, to] = [await middleOf(what), await middleOf(where)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 10 });
    await page.mouse.up();
  };
  await drag(word('numbers'), page.locator('[data-gap="1"]'));
  await arrives({ type: 'slots', options: [null, optionOf(2), null] }, 3);
  await drag(word('\\+='), page.locator('[data-slot="2"]'));
  await arrives({ type: 'slots', options: [null, optionOf(2), optionOf(1)] }, 3);
  await word('0').click();
  await arrives({ type: 'slots', options: [0, 2, 1].map(optionOf) }, 3);
  await drag(word('None'), page.locator('h1'));
  await word('None').click();
  await page.getByText('All of them are filled.').first().waitFor();
  expect(paper.view.progress.places[3]?.response).toEqual({ type: 'slots', options: [0, 2, 1].map(optionOf) });
});

test.each([
  ['wide and light', { width: 1280, height: 800 }, 'light'],
  ['wide and dark', { width: 1280, height: 800 }, 'dark'],
  ['320 pixels wide, as at 400 % zoom', { width: 320, height: 640 }, 'light'],
  ['a small window at 200 % zoom, dark', { width: 512, height: 320 }, 'dark'],
] as const)('%s: every way of answering fits the page, and axe finds nothing', async (_, size, colorScheme) => {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  for (let number = 1; number <= items.length; number += 1) {
    await shows(number);
    await page.keyboard.press('1');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect({ number, findings: await axeFindings(page) }).toEqual({ number, findings: [] });
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('r');
  await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor();
  await page.getByText('1 of 3 gaps filled').waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

async function middleOf(what: Locator): Promise<{ x: number; y: number }> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('it is not to be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
