import type { ItemView } from '@pyladder/contract';
import type { Response } from '@pyladder/exam';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import {
  choiceQuestion,
  gapQuestion,
  longMatchQuestion,
  matchQuestion,
  optionOf,
  orderQuestion,
  pickAllQuestion,
  pickTwoQuestion,
  positionQuestion,
  scenarioQuestion,
} from '../../gallery/answerFixtures.ts';
import { axeFindings } from '../../testing/axe.ts';
import { memoryStore } from '../store/memoryStore.ts';
import { PaperServer } from '../testing/paperServer.ts';
import { openPages, PATIENT, question, type ShownRoom, showRoom } from '../testing/shownRoom.tsx';

openPages();

/** A room whose questions are these, at the first of them. */
async function given(...items: ItemView[]): Promise<ShownRoom> {
  const shown = await showRoom(new PaperServer({ items }));
  await question(1);
  return shown;
}

/** What the server has as the answer to a question, once it has it. */
async function arrives({ paper }: ShownRoom, response: Response | null, position = 0): Promise<void> {
  await vi.waitFor(() => expect(paper.view.progress.places[position]?.response).toEqual(response), PATIENT);
}

const told = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
const group = () => screen.getByRole('group', { name: /^(Choose|Fill|Put)/ });
const lines = () => screen.queryAllByRole('button', { name: /, line \d of \d$/ }).map(({ textContent }) => textContent);
const programText = () => screen.getByRole('figure').textContent;

test('one more than may be chosen is said plainly, and nothing that was chosen is dropped for it', async () => {
  const room = await given(pickTwoQuestion);
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox').slice(0, 5);
  await room.user.click(screen.getByRole('checkbox', { name: 'tuple' }));
  await room.user.click(screen.getByRole('checkbox', { name: 'str' }));
  expect(screen.getByText('2 of 2 chosen')).toBeDefined();
  await room.user.click(screen.getByRole('checkbox', { name: 'list' }));
  const words = 'You have chosen 2 already. Take one of them back to choose another.';
  expect(told()).toContain(words);
  expect(within(group()).getByText(words)).toBeDefined();
  expect(boxes.map(({ checked }) => checked)).toEqual([false, true, true, false, false]);
  await room.user.click(screen.getByRole('checkbox', { name: 'str' }));
  expect(screen.getByText('1 of 2 chosen')).toBeDefined();
  await arrives(room, { type: 'choices', options: [optionOf(1)] });
});

test('how many are to be chosen is said, and so is that it is for the candidate to find out', async () => {
  const room = await given(pickTwoQuestion, pickAllQuestion);
  expect(screen.getByRole('group', { name: 'Choose 2.' })).toBeDefined();
  await room.user.keyboard('{ArrowRight}');
  await question(2);
  expect(screen.getByRole('group', { name: 'Choose all that apply.' })).toBeDefined();
  await room.user.keyboard('134');
  await arrives(room, { type: 'choices', options: [0, 2, 3].map(optionOf) }, 1);
});

test('number keys put options of several in and out, and strike those that are not chosen', async () => {
  const room = await given(pickTwoQuestion);
  await room.user.keyboard('2');
  expect(told()).toContain('Option 2 chosen.');
  await room.user.keyboard('{Shift>}[Digit2][Digit4]{/Shift}');
  expect(screen.getByRole('button', { name: 'Bring back option 4' })).toBeDefined();
  await room.user.keyboard('2');
  expect(told()).toContain('Option 2 no longer chosen.');
  await arrives(room, null);
});

test('a line is put into the program by the arrows of its places, and is shown there', async () => {
  const room = await given(positionQuestion);
  const places = screen.getAllByRole<HTMLInputElement>('radio');
  expect(places.map((place) => place.closest('label')?.textContent)).toEqual([
    'At the top1',
    'After line 1: prices = [3, 4, 5]2',
    'After line 2: total = 03',
    'After line 3: for price in prices:4',
    'After line 6: print(total)5',
  ]);
  expect(screen.getByRole('figure', { name: 'The line to put in:' }).textContent).toContain('total += price');
  await room.user.click(screen.getByRole('radio', { name: /^After line 3/ }));
  expect(places[3]?.closest('label')?.textContent).toContain('The line is here:     total += price');
  await arrives(room, { type: 'choice', option: optionOf(2) });
  await room.user.keyboard('1');
  expect(told()).toContain('Put at the top.');
  await arrives(room, { type: 'choice', option: optionOf(4) });
});

test('gaps are filled from their lists, the program shows the words, and a half-filled one says how much is left', async () => {
  const room = await given(gapQuestion, choiceQuestion);
  await room.user.selectOptions(screen.getByRole('combobox', { name: 'Gap 1' }), '0');
  await room.user.selectOptions(screen.getByRole('combobox', { name: 'Gap 3' }), '+=');
  expect(programText()).toContain('total = 0\n');
  expect(programText()).toContain('total += number');
  expect(screen.getByRole('img', { name: 'gap 2' })).toBeDefined();
  expect(screen.getByText('2 of 3 gaps filled')).toBeDefined();
  await arrives(room, { type: 'slots', options: [optionOf(0), null, optionOf(1)] });
  await room.user.click(screen.getByRole('button', { name: /^Review/ }));
  expect(screen.getByRole('button', { name: /^1/ }).textContent).toContain('2 of 3 gaps filled');
  expect(screen.getByText('One question', { exact: false })).toBeDefined();
  expect(screen.getByText(/One is answered only in part\./)).toBeDefined();
});

test('a number key fills the first empty gap, and says so when none is left', async () => {
  const room = await given(gapQuestion);
  await room.user.keyboard('132');
  expect(told()).toContain('3 of 3 filled.');
  await arrives(room, { type: 'slots', options: [0, 2, 1].map(optionOf) });
  await room.user.keyboard('5');
  expect(told()).toContain('All of them are filled. Choose anew in one to change it.');
  await room.user.selectOptions(screen.getByRole('combobox', { name: 'Gap 2' }), '– choose –');
  await room.user.keyboard('{Escape}');
  (document.activeElement as HTMLElement).blur();
  await room.user.keyboard('4');
  await arrives(room, { type: 'slots', options: [0, 3, 1].map(optionOf) });
});

test('things to match have a list each under their own name, and a word may be used again', async () => {
  const room = await given(matchQuestion);
  for (const [label, word] of [
    ['[1, 2]', 'list'],
    ['(1, 2)', 'list'],
  ] as const) {
    await room.user.selectOptions(screen.getByRole('combobox', { name: label }), word);
  }
  expect(screen.getByText('2 of 4 matched')).toBeDefined();
  await arrives(room, { type: 'slots', options: [optionOf(0), optionOf(0), null, null] });
});

test('lines are moved by keyboard alone, each move is told, and one Escape puts a line back', async () => {
  const room = await given(orderQuestion);
  const first = screen.getByRole('button', { name: 'total += number, line 1 of 5' });
  act(() => first.focus());
  await room.user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('total = 0');
  await room.user.keyboard(' ');
  expect(told()).toContain(
    'total = 0, taken up, line 3 of 5. The up and down arrows move it, Space puts it down, Escape puts it back.',
  );
  await room.user.keyboard('{ArrowUp}');
  expect(told()).toContain('total = 0, now line 2 of 5');
  expect(document.activeElement?.textContent).toBe('total = 0');
  await room.user.keyboard('{Escape}');
  expect(told()).toContain('total = 0, back at line 3 of 5');
  expect(screen.getByText('Not answered yet.')).toBeDefined();
  await room.user.keyboard(' {Home} ');
  expect(told()).toContain('total = 0, put down as line 1 of 5');
  expect(lines()[0]).toBe('total = 0');
  await arrives(room, { type: 'order', options: [2, 0, 1, 3, 4].map(optionOf) });
});

test('a line in the hand is put down where it is when the candidate goes on to something else', async () => {
  const room = await given(orderQuestion, choiceQuestion);
  act(() => screen.getByRole('button', { name: 'total = 0, line 3 of 5' }).focus());
  await room.user.keyboard(' {ArrowUp}{ArrowRight}');
  // Arrows to the side would lead to another question: with a line in the hand they do nothing.
  expect(document.activeElement?.textContent).toBe('total = 0');
  await room.user.click(screen.getByRole('button', { name: 'Question 2, not answered, not seen yet' }));
  await question(2);
  await arrives(room, { type: 'order', options: [0, 2, 1, 3, 4].map(optionOf) });
});

test('lines are moved by their buttons, which keep the focus also at the end', async () => {
  const room = await given(orderQuestion);
  const up = screen.getByRole('button', { name: 'Move up: print(total)' });
  await room.user.click(up);
  expect(told()).toContain('print(total), now line 1 of 5');
  expect(document.activeElement).toBe(up);
  await room.user.click(up);
  await arrives(room, { type: 'order', options: [1, 0, 2, 3, 4].map(optionOf) });
});

test('the order as it is shown is an answer only once the candidate says so, and can be taken back', async () => {
  const room = await given(orderQuestion);
  expect(room.paper.view.progress.places[0]?.response).toBeNull();
  await room.user.click(screen.getByRole('button', { name: 'This order is my answer' }));
  await arrives(room, { type: 'order', options: [0, 1, 2, 3, 4].map(optionOf) });
  expect(told()).toContain('The order as shown is your answer.');
  await room.user.click(screen.getByRole('button', { name: 'Clear my answer' }));
  await arrives(room, null);
  expect(screen.getByText('Not answered yet.')).toBeDefined();
});

test('indentation can be seen in lines that are to be put in order', async () => {
  await given(orderQuestion);
  expect(lines()[0]).toBe('    total += number');
});

const answered: [way: string, item: ItemView, response: Response][] = [
  ['one option', choiceQuestion, { type: 'choice', option: optionOf(1) }],
  ['several options', pickTwoQuestion, { type: 'choices', options: [optionOf(1), optionOf(2)] }],
  ['the place of a line', positionQuestion, { type: 'choice', option: optionOf(2) }],
  ['gaps filled in part', gapQuestion, { type: 'slots', options: [optionOf(0), null, optionOf(1)] }],
  ['things matched', matchQuestion, { type: 'slots', options: [0, 1, 2, 3].map(optionOf) }],
  ['lines in order', orderQuestion, { type: 'order', options: [3, 2, 4, 0, 1].map(optionOf) }],
];

/** What the room shows of an answer. */
function shownAnswer(): string {
  const inputs = [...group().querySelectorAll('input')].map(({ checked }) => checked);
  const lists = [...group().querySelectorAll('select')].map(({ value }) => value);
  return JSON.stringify([inputs, lists, lines()]);
}

test.each(answered)(
  '%s: after a reload the answer is there as it was, and can be cleared',
  async (_, item, response) => {
    const paper = new PaperServer({ items: [item] });
    const store = { ...memoryStore(), lasting: 'disk' as const };
    const room = await showRoom(paper, store);
    await question(1);
    const blank = shownAnswer();
    act(() => room.room.act({ type: 'answer', position: 0, response }));
    await arrives(room, response);
    const before = shownAnswer();
    expect(before).not.toBe(blank);
    cleanup();
    room.room.close();
    const again = await showRoom(paper, store);
    await question(1);
    expect(shownAnswer()).toBe(before);
    await again.user.click(screen.getByRole('button', { name: 'Clear my answer' }));
    expect(shownAnswer()).toBe(blank);
    expect(document.activeElement).toBe(group());
    await arrives(again, null);
  },
);

test.each(answered)(
  '%s: while the exam is paused the answer can be read and not changed',
  async (_, item, response) => {
    const paper = new PaperServer({ items: [item] });
    const [place] = paper.view.progress.places;
    if (place === undefined) throw new Error('a form of one item has a place');
    paper.view = { ...paper.view, progress: { position: 0, places: [{ ...place, response }] } };
    paper.pause();
    await showRoom(paper);
    await question(1);
    const before = shownAnswer();
    const controls = group().querySelectorAll<HTMLElement>('input, select, button');
    expect(controls.length).toBeGreaterThan(3);
    for (const control of controls) {
      expect(control.matches(':disabled')).toBe(true);
      fireEvent.keyDown(control, { key: ' ' });
      fireEvent.click(control);
    }
    expect(shownAnswer()).toBe(before);
    expect(paper.received).toEqual([]);
  },
);

test('a text that questions share stands above each of them, said by its place in the set, and folds away', async () => {
  const next = { ...scenarioQuestion, set: scenarioQuestion.set && { ...scenarioQuestion.set, index: 2 } };
  const room = await given(scenarioQuestion, next);
  expect((await question(1)).textContent).toContain('Question 2 of 3 on the text above.');
  const summary = screen.getByText('Question 2 of 3 on this text');
  expect(screen.getByText(/A sports club keeps the times/)).toBeDefined();
  await room.user.click(summary);
  await room.user.keyboard('{ArrowRight}');
  await question(2);
  expect(screen.getByText('Question 3 of 3 on this text').closest('details')?.open).toBe(false);
});

test('how a part of the point is earned is said where it can be, and only there', async () => {
  const room = await given(orderQuestion, { ...orderQuestion, partialCredit: false }, positionQuestion);
  const words = /^Parts count: each line out of sequence/;
  expect(screen.getByText(words)).toBeDefined();
  expect(group().getAttribute('aria-describedby')?.split(' ')).toContain(screen.getByText(words).id);
  await room.user.keyboard('{ArrowRight}');
  await question(2);
  expect(screen.queryByText(/^Parts count/)).toBeNull();
  await room.user.keyboard('{ArrowRight}');
  await question(3);
  expect(screen.queryByText(/^Parts count/)).toBeNull();
});

test("nothing of a real exam's answers can be copied either", async () => {
  await showRoom(new PaperServer({ items: [positionQuestion], purpose: 'real' }));
  await question(1);
  const copy = new Event('copy', { bubbles: true, cancelable: true });
  const taken: string[] = [];
  Object.assign(copy, { clipboardData: { setData: (_: string, text: string) => taken.push(text) } });
  group().dispatchEvent(copy);
  expect(copy.defaultPrevented).toBe(true);
  expect(taken).toEqual(['The questions of a real exam stay secret, so this program cannot be copied.']);
});

test.each([
  choiceQuestion,
  pickTwoQuestion,
  pickAllQuestion,
  positionQuestion,
  gapQuestion,
  matchQuestion,
  longMatchQuestion,
  orderQuestion,
  scenarioQuestion,
])('a question of the kind $kind ($answer.type) can be used with a screen reader, by what axe finds', async (item) => {
  await given(item);
  expect(await axeFindings()).toEqual([]);
});
