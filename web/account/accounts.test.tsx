import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { recordWith } from '../gallery/fixtures.ts';
import { ada, nobody, refusal, renderSite } from '../testing/renderSite.tsx';

async function fill(fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await userEvent.type(await screen.findByLabelText(label), text);
}

test('somebody who signs up comes to their own dashboard', async () => {
  const site = renderSite('/sign-up', {
    'GET /api/me': nobody,
    'POST /api/accounts': ada,
    'GET /api/record': recordWith(),
  });
  await fill({ 'Your name': 'Ada Lovelace', 'E-mail address': 'ada@example.org', Password: 'analytical engine' });
  await userEvent.click(screen.getByRole('button', { name: 'Create my account' }));
  expect(await screen.findByRole('heading', { name: 'Hello, Ada Lovelace' })).toBeDefined();
  expect(site.sent.find(({ call }) => call === 'POST /api/accounts')?.body).toEqual({
    name: 'Ada Lovelace',
    email: 'ada@example.org',
    password: 'analytical engine',
  });
});

test('mistakes are said together at the top, each leading to its field, before anything is sent', async () => {
  const site = renderSite('/sign-up', { 'GET /api/me': nobody });
  await fill({ 'Your name': 'Ada', 'E-mail address': 'ada at example', Password: 'short' });
  await userEvent.click(screen.getByRole('button', { name: 'Create my account' }));
  const summary = await screen.findByRole('alert');
  expect(within(summary).getByRole('heading').textContent).toBe('2 things need your attention');
  await userEvent.click(within(summary).getByRole('link', { name: /choose a password/ }));
  expect(document.activeElement).toBe(screen.getByLabelText('Password'));
  expect(site.sent.map(({ call }) => call)).not.toContain('POST /api/accounts');
});

test('an address that has an account already is said at its field, and what was typed stays', async () => {
  renderSite('/sign-up', { 'GET /api/me': nobody, 'POST /api/accounts': refusal(409, 'email_taken') });
  await fill({ 'Your name': 'Ada', 'E-mail address': 'ada@example.org', Password: 'analytical engine' });
  await userEvent.click(screen.getByRole('button', { name: 'Create my account' }));
  const email = await screen.findByLabelText('E-mail address');
  await screen.findByRole('alert');
  expect(email.getAttribute('aria-invalid')).toBe('true');
  expect(email).toHaveProperty('value', 'ada@example.org');
});

test('a wrong password is told without saying which of the two was wrong', async () => {
  renderSite('/sign-in', { 'GET /api/me': nobody, 'POST /api/session': refusal(401, 'wrong_email_or_password') });
  await fill({ 'E-mail address': 'ada@example.org', Password: 'difference engine' });
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect((await screen.findByRole('alert')).textContent).toContain('do not belong together');
});

test('signing in while offline says so and loses nothing', async () => {
  renderSite('/sign-in', { 'GET /api/me': nobody, 'POST /api/session': null });
  await fill({ 'E-mail address': 'ada@example.org', Password: 'analytical engine' });
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect((await screen.findByRole('alert')).textContent).toContain('could not be reached');
  expect(screen.getByLabelText('Password')).toHaveProperty('value', 'analytical engine');
});

test('a page of one’s own sends somebody who is not signed in to sign in, and back afterwards', async () => {
  const site = renderSite('/dashboard', {
    'GET /api/me': nobody,
    'POST /api/session': ada,
    'GET /api/record': recordWith(),
  });
  await fill({ 'E-mail address': 'ada@example.org', Password: 'analytical engine' });
  expect(site.router.state.location.href).toBe('/sign-in?next=%2Fdashboard');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('heading', { name: 'Hello, Ada Lovelace' })).toBeDefined();
});

test('after signing out nothing of the person is left on the page', async () => {
  renderSite('/dashboard', { 'GET /api/record': recordWith(), 'DELETE /api/session': nobody });
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
  expect(await screen.findByRole('heading', { name: /Climb from your first/ })).toBeDefined();
  expect(await screen.findByRole('link', { name: 'Sign in' })).toBeDefined();
  expect(document.body.textContent).not.toContain('Ada Lovelace');
});

test('a session that ended meanwhile leads to signing in and back, not to an error', async () => {
  const site = renderSite('/dashboard', { 'GET /api/record': refusal(401, 'not_signed_in') });
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeDefined();
  expect(site.router.state.location.href).toBe('/sign-in?next=%2Fdashboard');
});
