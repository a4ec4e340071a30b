import type { TrialQuestion } from '@pyladder/contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { choiceQuestion } from '../gallery/answerFixtures.ts';
import { debriefItemWith, ladder } from '../gallery/fixtures.ts';
import { axeFindings } from '../testing/axe.ts';
import { type Answers, nobody, refusal, renderSite } from '../testing/renderSite.tsx';

const hashOf = (number: number) => String(number).repeat(64).slice(0, 64);
const wrong = debriefItemWith('B');

/** A question whose options are those of the debrief. */
const questionOf = (number: number, section: string): TrialQuestion => ({
  item: hashOf(number),
  draw: 50_000,
  view: { ...choiceQuestion, ...wrong, position: 0, section },
});
const questions = [questionOf(1, 'Operators'), questionOf(2, 'Flow control'), questionOf(3, 'Functions')];
const [first] = questions;

const ROUND = 'GET /api/trials/pcep/50000' as const;
const ANSWER = `POST /api/trials/pcep/50000/answers/${hashOf(1)}` as const;
const offered = {
  ...ladder,
  credentials: ladder.credentials.map((one) => ('exam' in one ? { ...one, offers: { real: true, mock: true } } : one)),
};

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function openTrial(answers: Answers) {
  const user = userEvent.setup();
  const site = renderSite('/pcep', {
    'GET /api/me': nobody,
    'GET /api/ladder': offered,
    [ROUND]: { questions },
    ...answers,
  });
  await user.click(await screen.findByRole('button', { name: 'Try a question' }));
  return { user, site };
}

/** The options of the question; the footer has radio buttons, too. */
const findOptions = () => within(screen.getByRole('main')).findAllByRole<HTMLInputElement>('radio');

const choose = (user: ReturnType<typeof userEvent.setup>, index: number) =>
  findOptions().then((radios) => user.click(radios[index] as HTMLElement));

test('nothing is asked of the server before a visitor wants a question', async () => {
  const site = renderSite('/pcep', { 'GET /api/me': nobody, 'GET /api/ladder': offered });
  await screen.findByRole('button', { name: 'Try a question' });
  expect(site.sent.filter(({ call }) => call.includes('/trials/'))).toEqual([]);
});

test('a credential without practice questions offers none to try', async () => {
  renderSite('/pcap', { 'GET /api/me': nobody });
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('button', { name: 'Try a question' })).toBeNull();
});

test('an answer is checked by the server and explained in place, with the belief behind what was chosen', async () => {
  const { user, site } = await openTrial({ [ANSWER]: wrong });
  const place = await screen.findByText('Question 1 of 3 · Operators');
  await waitFor(() => expect(document.activeElement).toBe(place));
  await choose(user, 1);
  await user.click(screen.getByRole('button', { name: 'Check my answer' }));
  const debrief = await screen.findByRole('article', { name: 'Your answer, and why' });
  await waitFor(() => expect(document.activeElement).toBe(debrief));
  expect(debrief.textContent).toContain('A slice is a new list');
  const sent = site.sent.find(({ call }) => call === ANSWER);
  expect(sent?.body).toEqual({ response: { type: 'choice', option: first?.view.options[1]?.id } });
  expect(await axeFindings()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Next question' }));
  const next = await screen.findByText('Question 2 of 3 · Flow control');
  await waitFor(() => expect(document.activeElement).toBe(next));
});

test('who checks without an answer is told what is missing, and nothing is sent', async () => {
  const { user, site } = await openTrial({});
  await findOptions();
  await user.click(screen.getByRole('button', { name: 'Check my answer' }));
  expect((await screen.findByText(/Answer the question first/)).closest('[role="status"]')).not.toBeNull();
  expect(site.sent.some(({ call }) => call === ANSWER)).toBe(false);
});

test('with a dead network the answer stays where it is, and can be checked when the network is back', async () => {
  const { user, site } = await openTrial({ [ANSWER]: null });
  await choose(user, 1);
  await user.click(screen.getByRole('button', { name: 'Check my answer' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Your answer is still here');
  expect((await findOptions()).map(({ checked }) => checked)).toEqual([false, true, false, false]);
  site.answers[ANSWER] = wrong;
  await user.click(screen.getByRole('button', { name: 'Check my answer' }));
  expect(await screen.findByRole('article', { name: 'Your answer, and why' })).toBeDefined();
});

test('who asks too much is told how long to wait', async () => {
  const { user } = await openTrial({ [ANSWER]: refusal(429, 'too_many_attempts', { retryAfterSeconds: 12 }) });
  await choose(user, 0);
  await user.click(screen.getByRole('button', { name: 'Check my answer' }));
  expect((await screen.findByRole('alert')).textContent).toContain('in 12 seconds');
});

test('questions that could not be fetched are fetched when asked again', async () => {
  const { user, site } = await openTrial({ [ROUND]: null });
  expect((await screen.findByRole('alert')).textContent).toContain('there is no question yet');
  site.answers[ROUND] = { questions };
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Question 1 of 3 · Operators')).toBeDefined();
});

test('a reply that this page does not understand is told as a fault of ours, not waited for without end', async () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const { user, site } = await openTrial({ [ROUND]: { questions: [{ of: 'another version' }] } });
  expect((await screen.findByRole('alert')).textContent).toContain('a fault on our side');
  expect(screen.queryByText(/^Loading/)).toBeNull();
  site.answers[ROUND] = { questions };
  site.answers[ANSWER] = { of: 'another version' };
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await choose(user, 1);
  await user.click(screen.getByRole('button', { name: 'Check my answer' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Your answer is still here');
  expect(reported).toHaveBeenCalledTimes(2);
});

test('a question that a newer bank has replaced gives way to new ones', async () => {
  const gone = refusal(404, 'not_found');
  const variant = `GET /api/trials/pcep/50000/variants/${hashOf(1)}` as const;
  const { user, site } = await openTrial({ [variant]: gone });
  await screen.findByText('Question 1 of 3 · Operators');
  await user.click(screen.getByRole('button', { name: 'Another one like this' }));
  await screen.findByRole('alert');
  site.answers[ROUND] = { questions: [questionOf(4, 'Data collections')] };
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Question 1 of 1 · Data collections')).toBeDefined();
});

test('another one like this takes the place of the question, unanswered', async () => {
  const variant = `GET /api/trials/pcep/50000/variants/${hashOf(1)}` as const;
  const { user } = await openTrial({ [variant]: questionOf(5, 'Operators'), [ANSWER]: wrong });
  await choose(user, 1);
  await user.click(screen.getByRole('button', { name: 'Another one like this' }));
  await waitFor(async () => expect((await findOptions()).filter(({ checked }) => checked)).toEqual([]));
});
