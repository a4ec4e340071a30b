import type { Locator, Page } from 'playwright-core';
import { goToNext, waitUntilSaved } from './steps.ts';

/** What a candidate sees of the answer to the question shown, and has given of it; equal exactly when both are. */
export type ShownAnswer = { options: string[]; given: string[] };

/**
 * Answers the question shown, whatever its way is, by the controls that keyboards and screen readers have.
 *
 * @param pick which of the answers that can be given: any whole number from 0
 */
export async function giveAnswer(page: Page, pick: number): Promise<void> {
  const group = page
    .getByRole('group')
    .filter({ has: page.locator('legend') })
    .first();
  const lists = group.getByRole('combobox');
  if ((await lists.count()) > 0) return fillLists(lists, pick);
  const lines = group.locator('[data-line-id]');
  if ((await lines.count()) > 0) return reorder(page, lines, pick);
  const boxes = group.getByRole('checkbox');
  if ((await boxes.count()) > 0) return tick(group, boxes, pick);
  const radios = group.getByRole('radio');
  await radios.nth(pick % (await radios.count())).check({ force: true });
}

/** As `giveAnswer`, and waits until the room says that it is kept by the server. */
export async function answerQuestion(page: Page, pick: number): Promise<void> {
  await giveAnswer(page, pick);
  await waitUntilSaved(page);
}

/** Answers this question and goes to the one with that number. */
export async function answerAndGoOn(page: Page, pick: number, next: number): Promise<void> {
  await answerQuestion(page, pick);
  await goToNext(page);
  await page.getByText(new RegExp(`^Question ${next} of \\d+$`)).waitFor();
}

/** The options of the question shown in their order, and what is given of them. */
export async function shownAnswer(page: Page): Promise<ShownAnswer> {
  return page
    .getByRole('group')
    .filter({ has: page.locator('legend') })
    .first()
    .evaluate((group) => {
      const choices = [...group.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')];
      const lists = [...group.querySelectorAll('select')];
      const lines = [...group.querySelectorAll<HTMLElement>('[data-line-id]')];
      const textOf = (element: Element) => (element.closest('label') ?? element).textContent?.trim() ?? '';
      return {
        // Lines are options and answer at once.
        options: [...choices.map(textOf), ...(lists[0] === undefined ? [] : [...lists[0].options].map(textOf))],
        given: [
          ...choices.flatMap((choice, index) => (choice.checked ? [String(index)] : [])),
          ...lists.map(({ selectedIndex }) => String(selectedIndex)),
          ...lines.map(textOf),
        ],
      };
    });
}

/** The first of each list's options says that nothing is chosen. */
async function fillLists(lists: Locator, pick: number): Promise<void> {
  for (const [index, list] of (await lists.all()).entries()) {
    const options = await list.locator('option').count();
    await list.selectOption({ index: 1 + ((pick + index) % (options - 1)) });
  }
}

/** As many as are asked for, where the room says how many. */
async function tick(group: Locator, boxes: Locator, pick: number): Promise<void> {
  const count = group.getByText(/^\d of \d chosen$/);
  const wanted = (await count.count()) === 0 ? 1 : Number((await count.textContent())?.split(' ')[2]);
  const all = await boxes.count();
  for (const box of await boxes.all()) if (await box.isChecked()) await box.uncheck({ force: true });
  for (let step = 0; step < wanted; step++) await boxes.nth((pick + step) % all).check({ force: true });
}

/** Takes a line up, moves it down by one and puts it there. */
async function reorder(page: Page, lines: Locator, pick: number): Promise<void> {
  await lines.nth(pick % ((await lines.count()) - 1)).focus();
  for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
}
