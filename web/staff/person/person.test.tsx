import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import {
  AWARD_IDS,
  awardWith,
  CANDIDATE_ID,
  erasedPerson,
  personWith,
  revokedPcap,
  suspendedPcap,
  withAward,
} from '../../gallery/staffFixtures.ts';
import { axeFindings } from '../../testing/axe.ts';
import { refusal, renderSite } from '../../testing/renderSite.tsx';
import { signedInAs } from '../../testing/staff.ts';

const PAGE = `/staff/people/${CANDIDATE_ID}`;
const RECORD = `GET /api${PAGE}` as const;
const REVOKE = `POST /api${PAGE}/awards/${AWARD_IDS.pcap}/revoke` as const;
const REINSTATE = `POST /api${PAGE}/awards/${AWARD_IDS.pcap}/reinstate` as const;
const EXTRA_TIME = `POST /api${PAGE}/accommodations` as const;
const administrator = { 'GET /api/me': signedInAs('administrator') };

type Site = ReturnType<typeof renderSite>;
const bodies = ({ sent }: Site, wanted: string) => sent.filter(({ call }) => call === wanted).map(({ body }) => body);

function open(answers: Parameters<typeof renderSite>[1] = {}): Site {
  return renderSite(PAGE, { ...administrator, [RECORD]: personWith(), ...answers });
}

/** The button of an award, told apart by the award's heading. */
async function press(act: string, award = /^PCAP, passed/): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { name: award });
  const item = heading.closest('li');
  if (item === null) throw new Error('an award stands in a list');
  const button = within(item).getByRole('button', { name: act });
  await userEvent.click(button);
  return button;
}

async function fillAndConfirm(confirm: string): Promise<HTMLElement> {
  const dialog = await screen.findByRole('alertdialog');
  const reasons = within(dialog).queryByLabelText(/irregularities in the exam/);
  if (reasons !== null) await userEvent.click(reasons);
  await userEvent.type(within(dialog).getByLabelText('Note for the organisation'), 'second telephone');
  await userEvent.click(within(dialog).getByRole('button', { name: confirm }));
  return dialog;
}

test('a record shows who it is, what they hold and did, and where each award stands', async () => {
  open({ [RECORD]: withAward(suspendedPcap) });
  expect(await screen.findByRole('heading', { level: 1, name: 'Grace Hopper' })).toBeDefined();
  expect(screen.getByText('25% more in every exam.')).toBeDefined();
  expect(
    screen.getByText(/Suspended on 22 Nov 2026.* by Edsger Admin: the exam is being looked at again./),
  ).toBeDefined();
  expect(screen.getByText(/second telephone; hearing on Friday/)).toBeDefined();
  expect(screen.getByText('Passed, 34 of 40')).toBeDefined();
  expect(screen.getByRole('link', { name: 'CEPP: public page' }).getAttribute('href')).toMatch(/^\/credentials\//);
  expect(screen.getByRole('link', { name: /audit log says/ }).getAttribute('href')).toBe(
    `/staff/audit?about=${CANDIDATE_ID}`,
  );
  expect(await axeFindings()).toEqual([]);
});

test('before PCAP is revoked one reads what goes for good, what stays, and what everybody will read', async () => {
  open();
  await press('Revoke');
  const dialog = await screen.findByRole('alertdialog', { name: 'Revoke PCAP of Grace Hopper?' });
  const sentences = within(dialog)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(sentences).toContain('The credentials of PCAP and CEPP are revoked for good. They can never be brought back.');
  expect(sentences).toContain(
    'The award of PCPP 32-1 and PCPP 32-2 stay: what was passed stays passed.'.replace('award', 'awards'),
  );
  expect(sentences).toContain(
    'The award can be reinstated later. Then new credentials are issued; the ones revoked now stay revoked.',
  );
  await userEvent.click(within(dialog).getByLabelText(/issued by mistake/));
  expect(within(dialog).getByText(/Everybody will read: “Revoked on .*: it was issued by mistake.”/)).toBeDefined();
  expect(within(dialog).getByText(/It stays inside/)).toBeDefined();
  expect(await axeFindings()).toEqual([]);
});

test('a revoked award is shown as such at once, said aloud, and focus goes on where one was', async () => {
  const site = open({ [REVOKE]: withAward(revokedPcap) });
  await press('Revoke');
  await fillAndConfirm('Revoke PCAP for good');
  expect(
    await screen.findByText('PCAP is revoked. The credentials of PCAP and CEPP are revoked for good.'),
  ).toBeDefined();
  expect(bodies(site, REVOKE)).toEqual([{ publicReason: 'irregularity', note: 'second telephone' }]);
  const heading = screen.getByRole('heading', { name: /^PCAP, passed/ });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(screen.queryByRole('alertdialog')).toBeNull();
  // The record came with the answer; it is not read, and so recorded, once more.
  expect(bodies(site, RECORD)).toHaveLength(1);
});

test('nothing is sent without a reason and a note, and each is asked for at its place', async () => {
  const site = open();
  await press('Revoke');
  const dialog = await screen.findByRole('alertdialog');
  const confirm = within(dialog).getByRole('button', { name: 'Revoke PCAP for good' });
  await userEvent.click(confirm);
  expect(within(dialog).getByText('Please choose a reason.')).toBeDefined();
  expect((document.activeElement as HTMLInputElement | null)?.type).toBe('radio');
  await userEvent.click(within(dialog).getByLabelText(/holder asked for it/));
  await userEvent.click(confirm);
  expect(document.activeElement).toBe(within(dialog).getByLabelText('Note for the organisation'));
  expect(bodies(site, REVOKE)).toEqual([]);
});

test('Enter in a field decides nothing: the act happens by its button alone', async () => {
  const site = open();
  await press('Revoke');
  const dialog = await screen.findByRole('alertdialog');
  await userEvent.type(within(dialog).getByLabelText('Note for the organisation'), 'second telephone');
  await userEvent.click(within(dialog).getByLabelText(/holder asked for it/));
  await userEvent.keyboard('{Enter}');
  expect(bodies(site, REVOKE)).toEqual([]);
});

test('when somebody was quicker, that is said, the record is fetched anew, and what was typed stays', async () => {
  const site = open({ [REVOKE]: refusal(409, 'award_already_withdrawn', { standing: 'revoked' }) });
  await press('Revoke');
  site.answers[RECORD] = withAward(revokedPcap);
  const dialog = await fillAndConfirm('Revoke PCAP for good');
  expect((await within(dialog).findByRole('alert')).textContent).toContain('Somebody was quicker');
  expect(within(dialog).getByLabelText('Note for the organisation')).toHaveProperty('value', 'second telephone');
  await waitFor(() => expect(bodies(site, RECORD)).toHaveLength(2));
});

test('an act whose answer never came is not said to have failed, and can be tried again', async () => {
  const site = open({ [REVOKE]: null });
  await press('Revoke');
  const dialog = await fillAndConfirm('Revoke PCAP for good');
  expect((await within(dialog).findByRole('alert')).textContent).toContain('not certain that anything was done');
  site.answers[REVOKE] = withAward(revokedPcap);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Revoke PCAP for good' }));
  expect(await screen.findByText(/^PCAP is revoked\./)).toBeDefined();
});

test('doing nothing returns to the button one came from', async () => {
  open();
  const button = await press('Suspend');
  await userEvent.click(await screen.findByRole('button', { name: 'Do nothing' }));
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test('a slip of the hand beside the dialogue does not throw away what was typed', async () => {
  open();
  await press('Suspend');
  const note = await screen.findByLabelText('Note for the organisation');
  await userEvent.type(note, 'half a sentence');
  await userEvent.click(document.body);
  expect(screen.getByLabelText('Note for the organisation')).toHaveProperty('value', 'half a sentence');
});

test('reinstating a revoked award promises new credentials and says that the old ones stay revoked', async () => {
  const site = open({ [RECORD]: withAward(revokedPcap), [REINSTATE]: personWith() });
  await press('Reinstate');
  const dialog = await screen.findByRole('alertdialog', { name: 'Reinstate PCAP of Grace Hopper?' });
  expect(within(dialog).getByText('New credentials are issued for PCAP and CEPP.')).toBeDefined();
  expect(within(dialog).getByText(/Credentials that were revoked do not come back/)).toBeDefined();
  expect(within(dialog).queryByRole('radio')).toBeNull();
  await fillAndConfirm('Reinstate PCAP');
  expect(await screen.findByText(/New credentials of PCAP and CEPP are being issued/)).toBeDefined();
  expect(bodies(site, REINSTATE)).toEqual([{ note: 'second telephone' }]);
});

test('a credential that is still being made is said to be, and asked for only by hand', async () => {
  const site = open({ [RECORD]: personWith({ credentials: [] }) });
  expect(await screen.findByText(/Being issued just now: PCAP, PCPP 32-1, PCPP 32-2, CEPP/)).toBeDefined();
  site.answers[RECORD] = personWith();
  await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
  expect(await screen.findByRole('link', { name: 'CEPP: public page' })).toBeDefined();
});

test('extra time says what it means and from when it counts, and is sent as a share', async () => {
  const site = open({ [EXTRA_TIME]: personWith() });
  await userEvent.click(await screen.findByRole('button', { name: 'Change extra time' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Extra time for Grace Hopper' });
  expect(within(dialog).getByText(/It counts for exams that start from now on/)).toBeDefined();
  const percent = within(dialog).getByLabelText('Per cent more');
  await userEvent.clear(percent);
  await userEvent.type(percent, '29');
  expect(within(dialog).getByText('For example, PCEP takes 52 minutes instead of 40.')).toBeDefined();
  await userEvent.type(within(dialog).getByLabelText('Note for the organisation'), 'letter seen');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Give the extra time' }));
  expect(await screen.findByText('Grace Hopper has 29% more time in exams that start from now on.')).toBeDefined();
  expect(bodies(site, EXTRA_TIME)).toEqual([{ extraTimeShare: 0.29, note: 'letter seen' }]);
});

test.each(['', '301', '-5', '12.5', 'much'])('“%s” is no extra time, and is not sent', async (text) => {
  const site = open();
  await userEvent.click(await screen.findByRole('button', { name: 'Change extra time' }));
  const percent = await screen.findByLabelText('Per cent more');
  await userEvent.clear(percent);
  if (text !== '') await userEvent.type(percent, text);
  await userEvent.type(screen.getByLabelText('Note for the organisation'), 'letter seen');
  await userEvent.click(screen.getByRole('button', { name: 'Give the extra time' }));
  expect(await screen.findByText('Please write a whole number from 0 to 300.')).toBeDefined();
  expect(bodies(site, EXTRA_TIME)).toEqual([]);
});

test('nobody decides about themselves: one’s own record has no buttons and says why', async () => {
  const own = signedInAs('administrator');
  const id = own.person?.candidateId ?? '';
  renderSite(`/staff/people/${id}`, {
    'GET /api/me': own,
    [`GET /api/staff/people/${id}`]: personWith({ candidateId: id, awards: [awardWith('pcap')] }),
  });
  expect(await screen.findByText(/This is your own record/)).toBeDefined();
  for (const name of ['Suspend', 'Revoke', 'Change extra time']) {
    expect(screen.queryByRole('button', { name })).toBeNull();
  }
});

test('of somebody who erased their account the record says so and names nobody', async () => {
  open({ [RECORD]: erasedPerson });
  expect(await screen.findByRole('heading', { level: 1, name: 'Erased person' })).toBeDefined();
  expect(screen.getByText(/This person has erased their account/)).toBeDefined();
});

test('a candidate id that nobody has is said to be one, with the way to the search', async () => {
  open({ [RECORD]: refusal(404, 'not_found') });
  expect(await screen.findByRole('heading', { level: 1, name: 'Nobody has this candidate id' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Search people' }).getAttribute('href')).toBe('/staff/people');
});
