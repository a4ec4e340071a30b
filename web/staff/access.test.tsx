import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CANDIDATE_ID } from '../gallery/staffFixtures.ts';
import { axeFindings } from '../testing/axe.ts';
import { nobody, refusal, renderSite } from '../testing/renderSite.tsx';
import { signedInAs } from '../testing/staff.ts';

const asked = ({ sent }: ReturnType<typeof renderSite>) => sent.map(({ call }) => call);
const administrator = { 'GET /api/me': signedInAs('administrator') };

test('somebody who is not signed in signs in first and comes to the staff’s page they wanted', async () => {
  const site = renderSite('/staff/sittings', {
    'GET /api/me': nobody,
    'POST /api/session': signedInAs('examiner'),
    'GET /api/staff/sittings': { sittings: [] },
  });
  await userEvent.type(await screen.findByLabelText('E-mail address'), 'edsger@example.org');
  await userEvent.type(screen.getByLabelText('Password'), 'go to considered harmful');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Sittings now' })).toBeDefined();
  expect(site.router.state.location.href).toBe('/staff/sittings');
});

test('a candidate reads calmly that the page is for the staff, and nothing is asked of the server', async () => {
  const site = renderSite(`/staff/people/${CANDIDATE_ID}`);
  expect(await screen.findByRole('heading', { level: 1, name: 'These pages are for the staff' })).toBeDefined();
  expect(asked(site).filter((call) => call.includes('/staff/'))).toEqual([]);
  expect(screen.queryByRole('link', { name: 'Staff' })).toBeNull();
  expect(await axeFindings()).toEqual([]);
});

test('an examiner is shown the sittings only, and told whose the rest is', async () => {
  const site = renderSite('/staff/audit', { 'GET /api/me': signedInAs('examiner') });
  expect(await screen.findByRole('heading', { level: 1, name: 'This page is for administrators' })).toBeDefined();
  const places = within(screen.getByRole('navigation', { name: 'Staff' })).getAllByRole('link');
  expect(places.map(({ textContent }) => textContent)).toEqual(['Overview', 'Sittings now']);
  expect(asked(site).filter((call) => call.includes('/staff/'))).toEqual([]);
});

test('an administrator comes from the header to all that there is to do', async () => {
  renderSite('/', administrator);
  await userEvent.click(await screen.findByRole('link', { name: 'Staff' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Staff' })).toBeDefined();
  expect(screen.getByText('You are here as administrator.')).toBeDefined();
  const main = within(screen.getByRole('main'));
  expect(main.getByRole('heading', { name: 'Audit log' })).toBeDefined();
  expect(await axeFindings()).toEqual([]);
});

test('a role that was taken away meanwhile is said in words, not as a fault', async () => {
  renderSite('/staff/sittings', { ...administrator, 'GET /api/staff/sittings': refusal(403, 'not_allowed') });
  expect(await screen.findByText('Your account may not do this.')).toBeDefined();
});
