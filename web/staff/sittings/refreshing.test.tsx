import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveSittingWith } from '../../gallery/staffFixtures.ts';
import { renderSite } from '../../testing/renderSite.tsx';
import { signedInAs } from '../../testing/staff.ts';

const LIST = 'GET /api/staff/sittings';
const sitting = liveSittingWith();
const paused = liveSittingWith({ state: 'paused' });
const examiner = { 'GET /api/me': signedInAs('examiner') };

// What repeats is stood in for: a tick of the clock and a refresh come when a test says so.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Site = ReturnType<typeof renderSite>;

function open(sittings: object[] = [sitting], answers: Parameters<typeof renderSite>[1] = {}): Site {
  return renderSite('/staff/sittings', { ...examiner, [LIST]: { sittings }, ...answers });
}

/** Lets the page's clock, and with it the refresh, go on. */
const goOn = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

test('the time left ticks between two answers of the server, and stands still in a pause', async () => {
  const other = { ...paused, id: '0197a3f0-0000-7000-8000-000000000009' };
  open([sitting, other]);
  await screen.findAllByRole('timer');
  await goOn(3);
  expect(screen.getAllByRole('timer').map(({ textContent }) => textContent)).toEqual(['23:04 left', '23:07 left']);
});

test('the list keeps itself up to date without taking the focus from what one is about to press', async () => {
  const site = open();
  const button = await screen.findByRole('button', { name: 'Give time' });
  button.focus();
  const newcomer = liveSittingWith({
    id: '0197a3f0-0000-7000-8000-000000000009',
    credential: 'pcap',
    clock: { ...sitting.clock, startedAt: '2026-11-22T10:19:00.000Z', deadline: '2026-11-22T10:30:00.000Z' },
  });
  site.answers[LIST] = { sittings: [newcomer, { ...sitting, answers: 13 }] };
  await goOn(5);
  expect(await screen.findByText(/13 answers saved/)).toBeDefined();
  const exams = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(exams).toEqual(['PCEP, real exam', 'PCAP, real exam']);
  expect(document.activeElement).toBe(button);
});

test('when the server is not reached the last list stays, with a word on how old it is', async () => {
  const site = open();
  await screen.findByRole('timer');
  site.answers[LIST] = null;
  await goOn(5);
  expect((await screen.findByRole('alert', undefined, { timeout: 5_000 })).textContent).toMatch(
    /Not up to date.*The server could not be reached\. This page goes on trying by itself\./,
  );
  expect(screen.getByRole('heading', { name: 'PCEP, real exam' })).toBeDefined();
});
