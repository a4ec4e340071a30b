import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { rulesWith, SITTING_ID } from '../gallery/fixtures.ts';
import { refusal, renderSite } from '../testing/renderSite.tsx';

test('pass mark, time and waiting time stand there before the clock starts', async () => {
  renderSite('/exams/pcep/real', { 'GET /api/exams/pcep/real': rulesWith({ purpose: 'real' }) });
  expect(await screen.findByRole('heading', { name: 'PCEP, real exam' })).toBeDefined();
  const facts = screen.getAllByRole('definition').map(({ textContent }) => textContent);
  expect(facts).toEqual(['30', '40', '21 of 30', '7 days']);
  expect(screen.getByText(/you may try again after 7 days/)).toBeDefined();
});

test('how a part of a point is earned is said for each way of answering before the clock starts, where it is given', async () => {
  renderSite('/exams/pcep/mock', { 'GET /api/exams/pcep/mock': rulesWith({ partialCredit: true }) });
  expect(await screen.findByText('One point for each question, or a part of it')).toBeDefined();
  for (const way of [
    /^One option to choose/,
    /^Several options/,
    /^Gaps to fill or things to match/,
    /^Lines to put/,
  ]) {
    expect(screen.getByText(way).tagName).toBe('LI');
  }
  expect(screen.queryByText('One point for each right answer')).toBeNull();
});

test('where no part of a point is given, that too is said', async () => {
  renderSite('/exams/pcep/mock', { 'GET /api/exams/pcep/mock': rulesWith() });
  expect(await screen.findByText(/A question with several parts counts if all of them are right/)).toBeDefined();
  expect(screen.queryByText(/earns a part of the point/)).toBeNull();
});

test('whoever has extra time sees their own minutes', async () => {
  renderSite('/exams/pcep/mock', { 'GET /api/exams/pcep/mock': rulesWith({ yourMinutes: 50 }) });
  expect(await screen.findByRole('button', { name: 'Start the 50 minutes' })).toBeDefined();
});

test('what stands in the way is said, and there is no button that would only refuse', async () => {
  const obstacles = [{ code: 'requirement_not_held' as const, credential: 'pcap' }];
  renderSite('/exams/pcep/real', {
    'GET /api/exams/pcep/real': rulesWith({ purpose: 'real', eligible: false, obstacles }),
  });
  expect(await screen.findByText(/This exam needs PCAP/)).toBeDefined();
  expect(screen.queryByRole('button', { name: /Start/ })).toBeNull();
});

test('whoever holds the credential is not told to wait for it, or to rehearse it first', async () => {
  const obstacles = [{ code: 'already_held' as const }];
  renderSite('/exams/pcep/real', {
    'GET /api/exams/pcep/real': rulesWith({ purpose: 'real', eligible: false, obstacles }),
  });
  expect(await screen.findByText('Nothing left to sit')).toBeDefined();
  expect(screen.queryByText('Not just yet')).toBeNull();
  expect(screen.getByRole('link', { name: 'Take a mock exam' })).toBeDefined();
});

test('an exam that this site does not hold leads to no mock exam of it', async () => {
  const obstacles = [{ code: 'exam_not_offered' as const }];
  renderSite('/exams/pcap/real', {
    'GET /api/exams/pcap/real': rulesWith({ credential: 'pcap', purpose: 'real', eligible: false, obstacles }),
  });
  expect(await screen.findByText('This site does not hold this exam yet.')).toBeDefined();
  expect(screen.queryByRole('link', { name: /mock exam/ })).toBeNull();
});

test('an exam that is going on is gone on with, not started twice', async () => {
  renderSite('/exams/pcep/mock', { 'GET /api/exams/pcep/mock': rulesWith({ runningSittingId: SITTING_ID }) });
  const goOn = await screen.findByRole('link', { name: 'Go on' });
  expect(goOn.getAttribute('href')).toBe(`/sittings/${SITTING_ID}`);
  expect(screen.queryByRole('button', { name: /Start/ })).toBeNull();
});

test('a start that fails says that nothing was used up, and can be tried again', async () => {
  const site = renderSite('/exams/pcep/real', {
    'GET /api/exams/pcep/real': rulesWith({ purpose: 'real' }),
    'POST /api/registrations': refusal(409, 'exam_bank_not_ready'),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Start the 40 minutes' }));
  expect((await screen.findByRole('alert')).textContent).toContain('still being prepared');
  expect(site.sent.find(({ call }) => call === 'POST /api/registrations')?.body).toEqual({
    credential: 'pcep',
    purpose: 'real',
  });
  expect(screen.getByRole('button', { name: 'Start the 40 minutes' })).toBeDefined();
});

test('while the questions are being prepared one is told so, and the start appears by itself', async () => {
  const obstacles = [{ code: 'exam_bank_not_ready' as const }];
  const site = renderSite('/exams/pcep/real', {
    'GET /api/exams/pcep/real': rulesWith({ purpose: 'real', eligible: false, obstacles }),
  });
  expect(await screen.findByText(/still being prepared/)).toBeDefined();
  site.answers['GET /api/exams/pcep/real'] = rulesWith({ purpose: 'real' });
  expect(await screen.findByRole('button', { name: /Start/ }, { timeout: 15_000 })).toBeDefined();
});
