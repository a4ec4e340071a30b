import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { AWARD_IDS, auditEntryWith, auditPage, CANDIDATE_ID } from '../../gallery/staffFixtures.ts';
import { axeFindings } from '../../testing/axe.ts';
import { refusal, renderSite } from '../../testing/renderSite.tsx';
import { signedInAs } from '../../testing/staff.ts';

const LOG = 'POST /api/staff/audit/search';
const REVOKED = /Edsger Admin revoked an award of PCAP/;

type Site = ReturnType<typeof renderSite>;
const asked = ({ sent }: Site) => sent.filter(({ call }) => call === LOG).map(({ body }) => body);

function open(address = '/staff/audit', answer: object | null = auditPage): Site {
  return renderSite(address, { 'GET /api/me': signedInAs('administrator'), [LOG]: answer });
}

test('the log tells in sentences what was done and when, and which seal covers it', async () => {
  open();
  const entry = (await screen.findByText(REVOKED)).closest('li');
  const time = entry?.querySelector('time');
  expect(time?.getAttribute('title')).toBe('2026-11-22T10:20:07.123Z (UTC)');
  expect(entry?.textContent).toContain('Not sealed yet');
  expect(screen.getAllByText('Seal 17')).toHaveLength(4);
  expect(screen.getByText('5 entries. There are older ones.')).toBeDefined();
  expect(await axeFindings()).toEqual([]);
});

test('of an entry everything can be read and copied letter for letter', async () => {
  const user = userEvent.setup();
  open();
  await user.click(await screen.findByText(REVOKED));
  const entry = within(screen.getByText(REVOKED).closest('li') ?? document.body);
  expect(entry.getByText(/"publicReason": "irregularity"/)).toBeDefined();
  expect(entry.getByRole('link', { name: 'Their record' }).getAttribute('href')).toBe(`/staff/people/${CANDIDATE_ID}`);
  await user.click(entry.getByRole('button', { name: 'Copy the id of what it was done to' }));
  expect(await entry.findByText('Copied')).toBeDefined();
  expect(await navigator.clipboard.readText()).toBe(AWARD_IDS.pcap);
  expect(await axeFindings()).toEqual([]);
});

test('a browser that does not let the page copy is told so, not passed over', async () => {
  const user = userEvent.setup();
  open();
  await user.click(await screen.findByText(REVOKED));
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const entry = within(screen.getByText(REVOKED).closest('li') ?? document.body);
  await user.click(entry.getByRole('button', { name: 'Copy the time' }));
  expect(await entry.findByText(/does not let the page copy/)).toBeDefined();
});

test('the log is looked through by what was done and by id, and the address remembers it', async () => {
  const site = open();
  await screen.findByText(REVOKED);
  await userEvent.selectOptions(screen.getByLabelText('What was done'), 'Award revoked');
  await userEvent.type(screen.getByLabelText('About or by whom (id)'), `http://localhost/credentials/${CANDIDATE_ID}`);
  await userEvent.click(screen.getByRole('button', { name: 'Look' }));
  expect(await screen.findByRole('button', { name: 'Show everything' })).toBeDefined();
  expect(site.router.state.location.href).toBe(`/staff/audit?about=${CANDIDATE_ID}&action=award_revoked`);
  expect(asked(site)).toEqual([{}, { about: CANDIDATE_ID, action: 'award_revoked' }]);
  await userEvent.click(screen.getByRole('button', { name: 'Show everything' }));
  expect(site.router.state.location.href).toBe('/staff/audit');
});

test('a link into the log shows what it was about', async () => {
  const site = open(`/staff/audit?about=${CANDIDATE_ID}&action=award_revoked`);
  await screen.findByText(REVOKED);
  expect(screen.getByLabelText('About or by whom (id)')).toHaveProperty('value', CANDIDATE_ID);
  expect(asked(site)).toEqual([{ about: CANDIDATE_ID, action: 'award_revoked' }]);
});

test('nonsense in the address is left out, and asked of nobody', async () => {
  const site = open(`/staff/audit?about=Grace+Hopper&action=${encodeURIComponent("x'; --")}`);
  await screen.findByText(REVOKED);
  expect(asked(site)).toEqual([{}]);
});

test('a name in the place of an id is said to be none, and stays out of the address', async () => {
  const site = open();
  const field = await screen.findByLabelText('About or by whom (id)');
  await userEvent.type(field, 'Grace Hopper{Enter}');
  expect(await screen.findByText(/That is no id/)).toBeDefined();
  expect(document.activeElement).toBe(field);
  expect(site.router.state.location.href).toBe('/staff/audit');
  expect(asked(site)).toHaveLength(1);
});

test('older entries come below the ones that are there, and none of those is lost', async () => {
  const site = open();
  await screen.findByText(REVOKED);
  site.answers[LOG] = {
    ...auditPage,
    entries: [auditEntryWith({ id: '4706', action: 'record_read', subject: 'candidate', detail: {}, seal: 16 })],
    next: null,
  };
  await userEvent.click(screen.getByRole('button', { name: 'Show older ones' }));
  expect(await screen.findByText('6 entries.')).toBeDefined();
  expect(asked(site)).toEqual([{}, { before: '4707' }]);
  expect(screen.getByText(REVOKED)).toBeDefined();
  expect(screen.getByText('Edsger Admin read a person’s record.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull();
});

test('older entries that could not be had leave what is there, and can be asked for again', async () => {
  const site = open();
  await screen.findByText(REVOKED);
  site.answers[LOG] = refusal(403, 'not_allowed');
  await userEvent.click(screen.getByRole('button', { name: 'Show older ones' }));
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.getByText(REVOKED)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Show older ones' })).toBeDefined();
});

test('without network the page says so instead of showing an empty log', async () => {
  open('/staff/audit', null);
  expect(await screen.findByRole('heading', { name: 'You are offline' }, { timeout: 5_000 })).toBeDefined();
});

test('how far the log is sealed is said, with the command that checks it against the hash of now', async () => {
  open();
  expect((await screen.findByRole('region', { name: 'Sealed against rewriting' })).textContent).toContain(
    '4,710 entries are sealed, by seal 17',
  );
  await userEvent.click(screen.getByText('How to check that nobody rewrote it'));
  expect(screen.getByText(`npx pyladder audit verify --expect-head ${'3fb1c09d'.repeat(8)}`)).toBeDefined();
});

test('before the first seal that is said, and the command checks without a hash', async () => {
  open('/staff/audit', { ...auditPage, sealed: null });
  expect(await screen.findByText(/Nothing is sealed yet/)).toBeDefined();
  expect(screen.getByText('npx pyladder audit verify')).toBeDefined();
});
