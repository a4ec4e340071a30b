import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { liveSittingWith } from '../../gallery/staffFixtures.ts';
import { axeFindings } from '../../testing/axe.ts';
import { refusal, renderSite } from '../../testing/renderSite.tsx';
import { signedInAs } from '../../testing/staff.ts';

const LIST = 'GET /api/staff/sittings';
const sitting = liveSittingWith();
const GRANT = `POST /api/staff/sittings/${sitting.id}/grants` as const;
const PAUSE = `POST /api/staff/sittings/${sitting.id}/pause` as const;
const paused = liveSittingWith({ state: 'paused' });
const examiner = { 'GET /api/me': signedInAs('examiner') };

type Site = ReturnType<typeof renderSite>;
const bodies = ({ sent }: Site, wanted: string) => sent.filter(({ call }) => call === wanted).map(({ body }) => body);

function open(sittings: object[] = [sitting], answers: Parameters<typeof renderSite>[1] = {}): Site {
  return renderSite('/staff/sittings', { ...examiner, [LIST]: { sittings }, ...answers });
}

test('a live sitting says who, which exam, how it stands and what is left by the server’s clock', async () => {
  open();
  expect(await screen.findByRole('heading', { name: 'PCEP, real exam' })).toBeDefined();
  expect(screen.getByText(sitting.candidateId)).toBeDefined();
  expect(screen.getByText('Going on')).toBeDefined();
  expect(screen.getByText(/12 answers saved/)).toBeDefined();
  expect(screen.getByRole('timer').textContent).toMatch(/^23:0\d left$/);
  expect(await axeFindings()).toEqual([]);
});

test('nobody sitting an exam is said as such', async () => {
  open([]);
  expect(await screen.findByRole('heading', { name: 'Nobody is sitting an exam just now' })).toBeDefined();
});

test('time is given in minutes with a reason, after one has read where the end moves', async () => {
  const site = open([sitting], { [GRANT]: { state: 'running', clock: sitting.clock } });
  await userEvent.click(await screen.findByRole('button', { name: 'Give time' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Give more time for this PCEP exam?' });
  await userEvent.type(within(dialog).getByLabelText('Minutes more'), '10');
  const zone = new Date(sitting.clock.deadline ?? '');
  const at = (date: Date) => date.toLocaleTimeString('en-GB');
  const end = new Date(zone.getTime() + 600_000);
  expect(
    within(dialog).getByText(
      `The end moves from ${at(zone)} to ${at(end)} at once, and the candidate’s clock follows by itself.`,
    ),
  ).toBeDefined();
  await userEvent.type(within(dialog).getByLabelText('Reason'), 'the fire alarm went off');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Give the time' }));
  expect(await screen.findByText('The PCEP exam has 10 minutes more.')).toBeDefined();
  expect(bodies(site, GRANT)).toEqual([{ seconds: 600, reason: 'the fire alarm went off' }]);
});

test.each(['', '0', '241', '1.5', 'ten'])('“%s” minutes are not sent', async (text) => {
  const site = open();
  await userEvent.click(await screen.findByRole('button', { name: 'Give time' }));
  if (text !== '') await userEvent.type(await screen.findByLabelText('Minutes more'), text);
  await userEvent.type(await screen.findByLabelText('Reason'), 'fire');
  await userEvent.click(screen.getByRole('button', { name: 'Give the time' }));
  expect(await screen.findByText('Please write whole minutes, from 1 to 240.')).toBeDefined();
  expect(document.activeElement).toBe(screen.getByLabelText('Minutes more'));
  expect(bodies(site, GRANT)).toEqual([]);
});

test('a paused exam can be resumed where it was paused, and focus stays there', async () => {
  const site = open([sitting], { [PAUSE]: { state: 'paused', clock: paused.clock } });
  const button = await screen.findByRole('button', { name: 'Pause' });
  await userEvent.click(button);
  await userEvent.type(await screen.findByLabelText('Reason'), 'the fire alarm went off');
  site.answers[LIST] = { sittings: [paused] };
  await userEvent.click(screen.getByRole('button', { name: 'Pause the exam' }));
  expect(await screen.findByText('The PCEP exam is paused.')).toBeDefined();
  const resume = await screen.findByRole('button', { name: 'Resume' });
  await waitFor(() => expect(document.activeElement).toBe(resume));
});

test('an exam that ended while one was writing is told, and what was written stays', async () => {
  const site = open([sitting], { [PAUSE]: refusal(409, 'sitting_closed', { state: 'submitted' }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
  await userEvent.type(await screen.findByLabelText('Reason'), 'the fire alarm went off');
  site.answers[LIST] = { sittings: [] };
  await userEvent.click(screen.getByRole('button', { name: 'Pause the exam' }));
  const dialog = screen.getByRole('alertdialog');
  expect((await within(dialog).findByRole('alert')).textContent).toContain('This exam has ended meanwhile');
  expect(within(dialog).getByLabelText('Reason')).toHaveProperty('value', 'the fire alarm went off');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Do nothing' }));
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
});

test('an examiner decides nothing about an exam of their own', async () => {
  open([liveSittingWith({ candidateId: signedInAs('examiner').person?.candidateId ?? '' })]);
  expect(await screen.findByText(/Your own exam/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Give time' })).toBeNull();
});

test('records are open to administrators only, so an examiner is shown no way to them', async () => {
  const { unmount } = open();
  await screen.findByRole('timer');
  expect(screen.queryByRole('link', { name: 'Open their record' })).toBeNull();
  unmount();
  open([sitting], { 'GET /api/me': signedInAs('administrator') });
  expect(await screen.findByRole('link', { name: 'Open their record' })).toBeDefined();
});
