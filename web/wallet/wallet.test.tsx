import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CREDENTIAL_ID, walletEntryWith } from '../gallery/credentialFixtures.ts';
import { axeFindings } from '../testing/axe.ts';
import { nobody, refusal, renderSite } from '../testing/renderSite.tsx';

const walletOf = (...credentials: ReturnType<typeof walletEntryWith>[]) => ({ credentials, pending: [] });

test('who is not signed in signs in first and comes back to the wallet', async () => {
  const { router } = renderSite('/wallet', { 'GET /api/me': nobody });
  await waitFor(() => expect(router.state.location.href).toBe('/sign-in?next=%2Fwallet'));
});

test('an empty wallet says what will be there, and how it gets there', async () => {
  renderSite('/wallet', { 'GET /api/wallet': walletOf() });
  expect(await screen.findByRole('heading', { name: 'Nothing here yet' })).toBeDefined();
  expect(screen.getByText(/When you pass a real exam, its credential appears here by itself/)).toBeDefined();
});

test('a credential that is being made appears by itself once it is there', async () => {
  const site = renderSite('/wallet', { 'GET /api/wallet': { credentials: [], pending: ['pcep'] } });
  expect(await screen.findByText(/PCEP: your credential is being made just now/)).toBeDefined();
  site.answers['GET /api/wallet'] = walletOf(walletEntryWith());
  expect(
    await screen.findByRole('article', { name: 'Certified Entry-Level Python Programmer' }, { timeout: 5_000 }),
  ).toBeDefined();
  expect(screen.queryByText(/being made just now/)).toBeNull();
});

test('every form of a credential can be taken away, and none is fetched before it is asked for', async () => {
  const { sent } = renderSite('/wallet', { 'GET /api/wallet': walletOf(walletEntryWith()) });
  await screen.findByRole('article');
  for (const [name, format] of [
    ['Certificate (PDF)', 'pdf'],
    ['Picture (PNG)', 'png'],
    ['Picture (SVG)', 'svg'],
    ['Document (JSON)', 'json'],
  ] as const) {
    const link = screen.getByRole('link', { name });
    expect([link.getAttribute('href'), link.hasAttribute('download')]).toEqual([
      `/credentials/${CREDENTIAL_ID}.${format}`,
      true,
    ]);
  }
  expect(sent.map(({ call }) => call)).not.toContain(`GET /credentials/${CREDENTIAL_ID}.json`);
});

test('showing one’s name takes effect at once, and so does hiding it again', async () => {
  const share = `PUT /api/wallet/${CREDENTIAL_ID}/shares` as const;
  const site = renderSite('/wallet', {
    'GET /api/wallet': walletOf(walletEntryWith()),
    [share]: walletEntryWith({ shares: { name: true, profile: false } }),
  });
  const name = await screen.findByRole('switch', { name: 'My name' });
  await userEvent.click(name);
  expect(await screen.findByText('Others see your name.')).toBeDefined();
  expect(await screen.findByText('Saved.')).toBeDefined();
  site.answers[share] = walletEntryWith();
  await userEvent.click(name);
  expect(await screen.findByText(/Others do not see your name/)).toBeDefined();
  expect(site.sent.filter(({ call }) => call === share).map(({ body }) => body)).toEqual([
    { name: true, profile: false },
    { name: false, profile: false },
  ]);
});

test('the wallet can be used by whoever reads it with other means than eyes', async () => {
  const revoked = walletEntryWith({
    id: '0197a3f0-0000-7000-8000-00000000c0d3',
    standing: 'revoked',
    lastChange: { at: '2026-11-21T09:00:00.000Z', reason: 'issued_in_error' },
  });
  renderSite('/wallet', {
    'GET /api/wallet': { ...walletOf(walletEntryWith({ isDemo: true }), revoked), pending: ['pcap'] },
  });
  await screen.findAllByRole('article');
  expect(await axeFindings()).toEqual([]);
});

test('a share that could not be saved goes back to what others really see', async () => {
  renderSite('/wallet', {
    'GET /api/wallet': walletOf(walletEntryWith({ shares: { name: true, profile: false } })),
    [`PUT /api/wallet/${CREDENTIAL_ID}/shares`]: refusal(500, 'internal_error'),
  });
  const name: HTMLInputElement = await screen.findByRole('switch', { name: 'My name' });
  await userEvent.click(name);
  expect((await screen.findByRole('alert')).textContent).toContain('nothing has changed for others');
  expect(name.checked).toBe(true);
});

test('a granted rung has no points to share', async () => {
  renderSite('/wallet', { 'GET /api/wallet': walletOf(walletEntryWith({ hasProfile: false })) });
  await screen.findByRole('switch', { name: 'My name' });
  expect(screen.queryByRole('switch', { name: 'My points by topic' })).toBeNull();
});

test('a revoked credential says when and why, and is not offered for showing', async () => {
  const revoked = walletEntryWith({
    standing: 'revoked',
    lastChange: { at: '2026-11-21T09:00:00.000Z', reason: 'issued_in_error' },
  });
  renderSite('/wallet', { 'GET /api/wallet': walletOf(revoked) });
  const article = within(await screen.findByRole('article'));
  expect(article.getByText('Revoked on 21 November 2026: it was issued by mistake')).toBeDefined();
  expect(article.queryByRole('link', { name: /LinkedIn/ })).toBeNull();
  expect(article.queryByRole('link', { name: 'Picture (PNG)' })).toBeNull();
  expect(article.getByRole('link', { name: 'Document (JSON)' })).toBeDefined();
});

test('a demonstration is called one, so that nobody shows it as a qualification', async () => {
  renderSite('/wallet', { 'GET /api/wallet': walletOf(walletEntryWith({ isDemo: true })) });
  expect(await screen.findByText(/Please do not show them as a qualification/)).toBeDefined();
  expect(screen.getByText('For demonstration only')).toBeDefined();
});
