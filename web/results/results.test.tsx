import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { debriefItemWith, resultWith, SITTING_ID } from '../gallery/fixtures.ts';
import { refusal, renderSite } from '../testing/renderSite.tsx';

const RESULT = `GET /api/sittings/${SITTING_ID}/result` as const;
const DEBRIEF = `GET /api/sittings/${SITTING_ID}/debrief` as const;

test('a failed exam says how many points were missing and when it may be tried again', async () => {
  const result = resultWith({ purpose: 'real', hasDebrief: false, retakeFrom: '2026-11-27T10:42:07.000Z' });
  renderSite(`/results/${SITTING_ID}`, { [RESULT]: result });
  expect(await screen.findByRole('heading', { name: 'Not passed this time' })).toBeDefined();
  expect(screen.getByText(/19 of 30 points; 21 were needed, so 2 points were missing/)).toBeDefined();
  expect(screen.getByText(/You may sit PCEP again from .*27 November/)).toBeDefined();
  expect(screen.queryByRole('link', { name: 'Go through the questions' })).toBeNull();
});

test('parts of points are told with one decimal, and never rounded up to a pass that it is not', async () => {
  const sections = resultWith().sections.map((section) => ({ ...section, points: section.max - 1 / 3 }));
  renderSite(`/results/${SITTING_ID}`, { [RESULT]: resultWith({ purpose: 'real', points: 20 + 29 / 30, sections }) });
  expect(await screen.findByText(/20\.9 of 30 points; 21 were needed, so 0\.1 points were missing/)).toBeDefined();
  expect(screen.getByRole('row', { name: 'Flow control 6.6 of 7' })).toBeDefined();
});

test('thirds that add up to a whole point are shown as that point', async () => {
  renderSite(`/results/${SITTING_ID}`, { [RESULT]: resultWith({ passed: true, points: 21 - 1e-9 }) });
  expect(await screen.findByText(/^21 of 30 points/)).toBeDefined();
});

test('the result by topic can be read as a table without seeing the bars', async () => {
  renderSite(`/results/${SITTING_ID}`, { [RESULT]: resultWith() });
  const table = await screen.findByRole('table', { name: /most to gain in Data types/ });
  expect(within(table).getByRole('row', { name: 'Flow control 3 of 7' })).toBeDefined();
});

test('a real exam has no debrief: that is said under a heading, with a way on', async () => {
  renderSite(`/results/${SITTING_ID}/debrief`, { [DEBRIEF]: refusal(404, 'no_debrief') });
  expect(await screen.findByRole('heading', { level: 1, name: 'That did not work' })).toBeDefined();
  expect(screen.getByText(/There is no debrief of a real exam/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'To my dashboard' }).getAttribute('href')).toBe('/dashboard');
});

test('a result that is still being worked out appears by itself', async () => {
  const site = renderSite(`/results/${SITTING_ID}`, { [RESULT]: refusal(409, 'not_released', { state: 'submitted' }) });
  expect(await screen.findByRole('heading', { name: 'Your answers are in' })).toBeDefined();
  site.answers[RESULT] = resultWith({ passed: true, points: 24 });
  expect(
    await screen.findByRole('heading', { name: 'This would have been a pass' }, { timeout: 10_000 }),
  ).toBeDefined();
});

test('who asks for the result too early is led back into the exam, which is still going on', async () => {
  renderSite(`/results/${SITTING_ID}`, { [RESULT]: refusal(409, 'not_released', { state: 'running' }) });
  expect(await screen.findByRole('heading', { name: 'This exam is not over yet' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Go on' }).getAttribute('href')).toBe(`/sittings/${SITTING_ID}`);
});

test('a result that is held back says that a person is looking at it', async () => {
  renderSite(`/results/${SITTING_ID}`, { [RESULT]: refusal(409, 'not_released', { state: 'held' }) });
  expect(await screen.findByRole('heading', { name: 'Your result is being looked at' })).toBeDefined();
});

test('somebody else’s result looks as if it did not exist', async () => {
  renderSite(`/results/${SITTING_ID}`, { [RESULT]: refusal(404, 'not_found') });
  expect(await screen.findByRole('heading', { name: 'This rung does not exist' })).toBeDefined();
});

function renderDebrief(chosen: Parameters<typeof debriefItemWith>[0][], question = 1) {
  const items = chosen.map((option, position) => debriefItemWith(option, { position }));
  return renderSite(`/results/${SITTING_ID}/debrief?question=${question}`, {
    [DEBRIEF]: { sittingId: SITTING_ID, credential: 'pcep', items },
  });
}

test('a wrong answer is met with the belief behind it and what is so instead', async () => {
  renderDebrief(['A']);
  const belief = await screen.findByRole('heading', { name: /You may be thinking that a slice is a window/ });
  expect(belief.parentElement?.textContent).toContain('A slice is a new list');
  expect(belief.parentElement?.textContent).toContain(
    'Others come to the same answer by thinking that a slice leaves out',
  );
});

test('code words of a belief, of what is so instead and of the reasons are set as code, not read as English', async () => {
  const { options } = debriefItemWith('A');
  const [wrong, ...rest] = options;
  if (wrong === undefined) throw new Error('a sample has options');
  const belief = { belief: '`and` goes before `not`', correction: '`not` goes first.' };
  const item = debriefItemWith('A', {
    explanation: '`not` is applied first.',
    options: [{ ...wrong, beliefs: [[belief], [belief]], because: 'It leaves `and` out.' }, ...rest],
  });
  const debrief = { sittingId: SITTING_ID, credential: 'pcep', items: [item] };
  const { container } = renderSite(`/results/${SITTING_ID}/debrief`, { [DEBRIEF]: debrief });
  await screen.findByRole('heading', { name: 'You may be thinking that and goes before not.' });
  expect(container.textContent).not.toContain('`');
  expect([...container.querySelectorAll('section code')].map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['and', 'not']),
  );
});

test('every other wrong option says where it comes from', async () => {
  renderDebrief(['B']);
  expect(await screen.findByText('Right.')).toBeDefined();
  expect(screen.getByText('Comes from thinking that a slice leaves out its first item.')).toBeDefined();
  expect(screen.getByText('The loop runs once for each item, not once in all.')).toBeDefined();
});

test('which option was mine and which is right is told in words, not by colour alone', async () => {
  renderDebrief(['A']);
  expect((await screen.findByText('Your answer')).closest('li')?.textContent).toContain('Mon\nTue');
  expect(screen.getByText('What Python prints').closest('li')?.textContent).toContain('Tue\nWed');
});

test('from one missed question one goes straight to the next, and the address says which', async () => {
  const site = renderDebrief(['A', 'B', null]);
  await userEvent.click(await screen.findByRole('link', { name: 'Next one you missed: 3' }));
  expect(await screen.findByText('You left this one out.')).toBeDefined();
  expect(site.router.state.location.search).toEqual({ question: 3 });
});

test('an address with a question that does not exist shows the first one', async () => {
  renderDebrief(['A', 'B'], 99);
  expect(await screen.findByRole('heading', { name: 'Question 1 of 2' })).toBeDefined();
});
