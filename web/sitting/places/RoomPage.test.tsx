import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { memoryStore } from '../store/memoryStore.ts';
import { PaperServer } from '../testing/paperServer.ts';
import { SITTING_ID as id, optionId } from '../testing/sampleSitting.ts';
import { openPages, PATIENT, question, showRoom } from '../testing/shownRoom.tsx';
import { Mishap } from './Mishap.tsx';

openPages();

function Broken(): never {
  throw new Error('ours');
}

const radios = () => screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked);

test('code in the words of a question is set as code, in the room as in the debrief', async () => {
  const paper = new PaperServer({ size: 5 });
  const [first] = paper.view.items;
  if (first === undefined) throw new Error('a sample has questions');
  first.stem = 'What does `print(day)` print?';
  await showRoom(paper);
  const heading = await question(1);
  expect(heading.textContent).toBe('Question 1. What does print(day) print?');
  expect(heading.querySelector('code')?.textContent).toBe('print(day)');
});

test('a question can be answered, flagged, noted and left by keyboard alone', async () => {
  const { user, paper } = await showRoom();
  await question(1);
  await user.keyboard('2f');
  expect(radios()).toEqual([false, true, false, false]);
  expect(screen.getByRole('button', { name: /^Flagged/ }).getAttribute('aria-pressed')).toBe('true');
  await user.keyboard('n');
  await user.keyboard('f is not a key here{Escape}');
  expect(document.activeElement?.textContent).toContain('Notes');
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(await question(2));
  await vi.waitFor(() => {
    expect(paper.view.progress.places[0]).toMatchObject({
      response: { type: 'choice', option: optionId(0, 1) },
      flagged: true,
      note: 'f is not a key here',
    });
  }, PATIENT);
});

test('what a key did is told to those who cannot see it', async () => {
  const { user } = await showRoom();
  await question(1);
  for (const [keys, words] of [
    ['2', 'Option 2 chosen.'],
    ['{Shift>}[Digit4]{/Shift}', 'Option 4 struck out.'],
    ['{Shift>}[Digit4]{/Shift}', 'Option 4 is back.'],
    ['f', 'Question 1 flagged.'],
  ] as const) {
    await user.keyboard(keys);
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(words);
  }
});

test('an option struck out is said to be so, comes back, and is not struck once it is chosen', async () => {
  const { user } = await showRoom();
  await question(1);
  await user.click(screen.getByRole('button', { name: 'Strike out option 3' }));
  expect(screen.getByText('(struck out)')).toBeDefined();
  await user.keyboard('3');
  expect(radios()).toEqual([false, false, true, false]);
  expect(screen.queryByText('(struck out)')).toBeNull();
});

test('a choice made offline says that it is kept and will be sent', async () => {
  const { user, wire } = await showRoom();
  await question(1);
  wire.state = 'cut';
  await user.keyboard('1');
  await vi.waitFor(() => {
    const told = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(told).toContain('Offline. Kept on this computer, will be sent.');
  }, PATIENT);
});

test('a browser that cannot keep anything says so in words', async () => {
  const { wire, user } = await showRoom(new PaperServer({ size: 5 }), memoryStore());
  await question(1);
  expect(screen.getByText(/does not let us save on this computer/)).toBeDefined();
  wire.state = 'cut';
  await user.keyboard('1');
  expect(await screen.findAllByText(/Could not save on this computer: keep this page open/)).toHaveLength(2);
});

test('single keys can be switched off for people who speak to their computer, and stay off', async () => {
  const { user } = await showRoom();
  await question(1);
  await user.click(screen.getByRole('checkbox', { name: 'Shortcut keys' }));
  await user.keyboard('2f');
  expect(radios()).toEqual([false, false, false, false]);
  cleanup();
  await showRoom();
  await question(1);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Shortcut keys' }).checked).toBe(false);
});

test('the review tells what is missing and leads there, to the top of the question', async () => {
  const scrollTo = vi.fn();
  vi.stubGlobal('scrollTo', scrollTo);
  const { user } = await showRoom();
  await question(1);
  await user.keyboard('1{ArrowRight}f');
  await user.keyboard('r');
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Review' }));
  expect(location.pathname).toBe(`/sittings/${id}/review`);
  expect(screen.getByText('4 questions')).toBeDefined();
  await user.click(screen.getByRole('radio', { name: 'Flagged (1)' }));
  const rows = within(screen.getByRole('list', { name: 'Questions' })).getAllByRole('button');
  expect(rows.map(({ textContent }) => textContent)).toEqual(['2Control flowno answer, flagged']);
  scrollTo.mockClear();
  await user.click(screen.getByRole('button', { name: /^2Control flow/ }));
  expect(document.activeElement).toBe(await question(2));
  expect(scrollTo).toHaveBeenCalledWith({ top: 0 });
});

test('handing in asks once, says what is unanswered, and ends with the receipt and the way to the result', async () => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  const { user, paper } = await showRoom();
  await question(1);
  await user.keyboard('1r');
  await user.click(screen.getByRole('button', { name: 'Hand in' }));
  const dialog = screen.getByRole('dialog', { name: 'Hand in your exam?' });
  expect(within(dialog).getByText('4 questions have no answer.')).toBeDefined();
  await user.click(within(dialog).getByRole('button', { name: 'Go on working' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(paper.receipt).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Hand in' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Hand in' }));
  await screen.findByRole('heading', { level: 1, name: 'Handed in' });
  expect(screen.getByText('Everything has arrived.')).toBeDefined();
  expect(screen.getByRole('link', { name: 'See the result' }).getAttribute('href')).toBe(`/results/${id}`);
});

test('a paused exam says so and lets nothing be chosen', async () => {
  const paper = new PaperServer({ size: 5 });
  paper.pause();
  const { user } = await showRoom(paper);
  await question(1);
  expect(screen.getByText('Your exam is paused')).toBeDefined();
  await user.keyboard('1');
  expect(radios()).toEqual([false, false, false, false]);
  expect(screen.getByRole('group', { name: 'Choose one.' })).toHaveProperty('disabled', true);
});

test('who is signed out in the middle is offered to sign in elsewhere and come back', async () => {
  const { user, paper } = await showRoom();
  await question(1);
  paper.renewToken();
  paper.signedIn = false;
  await user.keyboard('1');
  const link = await screen.findByRole('link', { name: 'Sign in (new tab)' });
  expect(link.getAttribute('href')).toBe(`/sign-in?next=${encodeURIComponent(`/sittings/${id}`)}`);
  expect(link.getAttribute('target')).toBe('_blank');
});

test('an answer that was not accepted is told with its question and the way to it', async () => {
  const { room: open } = await showRoom();
  await question(1);
  act(() => open.act({ type: 'answer', position: 3, response: { type: 'choice', option: 'no-such-option' } }));
  await screen.findByText(/Your answer to question 4 was not accepted/);
  await userEvent.click(screen.getByRole('button', { name: 'Go to question 4' }));
  await question(4);
});

test.each([
  [401, 'not_signed_in', 'Please sign in'],
  [404, 'not_found', 'There is no such exam here'],
  [503, 'starting', 'The exam server does not answer'],
])('%i on opening is told in words: %s', async (status, code, title) => {
  const paper = new PaperServer();
  paper.fault = { on: /./, reply: { status, body: { code, detail: {} } } };
  await showRoom(paper);
  await screen.findByRole('heading', { level: 1, name: title });
});

test('leaving asks once while the clock runs, always while something is unsent, and not after the end', async () => {
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const { user, wire, room: open } = await showRoom();
  await question(1);
  await screen.findByText(/^Saved/);
  expect([leave(), leave()]).toEqual([true, false]);
  wire.state = 'cut';
  await user.keyboard('1');
  expect([leave(), leave()]).toEqual([true, true]);
  wire.state = 'whole';
  act(() => open.wake());
  await screen.findByText(/^Saved/);
  act(() => open.handIn('candidate'));
  await screen.findByRole('heading', { level: 1, name: 'Handed in' });
  expect(leave()).toBe(false);
});

test('a mistake of ours on the screen leaves a way back in', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  render(
    <Mishap>
      <Broken />
    </Mishap>,
  );
  expect(screen.getByRole('button', { name: 'Load the page again' })).toBeDefined();
});

test("a real exam's program cannot be copied, a mock's can", async () => {
  for (const [purpose, isStopped] of [
    ['real', true],
    ['mock', false],
  ] as const) {
    await showRoom(new PaperServer({ size: 5, purpose }));
    await question(1);
    const copy = new Event('copy', { bubbles: true, cancelable: true });
    Object.assign(copy, { clipboardData: { setData() {} } });
    screen.getByText('"Mon"').dispatchEvent(copy);
    expect(copy.defaultPrevented).toBe(isStopped);
    cleanup();
  }
});
