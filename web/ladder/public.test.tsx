import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ladder } from '../gallery/fixtures.ts';
import { nobody, refusal, renderSite } from '../testing/renderSite.tsx';

test('the ladder is read out from the top, each rung with what it takes', async () => {
  renderSite('/', { 'GET /api/me': nobody });
  const rungs = within(await screen.findByRole('list', { name: 'The ladder, from the top' })).getAllByRole('listitem');
  expect(rungs.map((rung) => within(rung).getByRole('link').textContent)).toEqual([
    'CEPP',
    'PCPP 32-2',
    'PCPP 32-1',
    'PCAP',
    'PCEP',
  ]);
  expect(rungs[1]?.textContent).toContain('45 questions · 65 min · $195 · needs PCAP and PCPP\u00a032-1');
  expect(rungs[0]?.textContent).toContain('once you hold PCAP, PCPP\u00a032-1 and PCPP\u00a032-2');
});

test('the page of a credential tells its fee, its pass mark, and honestly what it will not do', async () => {
  renderSite('/pcep', { 'GET /api/me': nobody });
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Certified Entry-Level Python Programmer' }),
  ).toBeDefined();
  expect(screen.getByText('70%: 21 of 30 points')).toBeDefined();
  expect(screen.getByText('$59')).toBeDefined();
  expect(screen.getByText(/Reckon with \$118/)).toBeDefined();
  expect(screen.getByRole('heading', { name: 'What it will not do' })).toBeDefined();
});

test('an exam that this site does not hold is not offered', async () => {
  renderSite('/pcap', { 'GET /api/me': nobody });
  expect(await screen.findByText('This site does not hold PCAP exams yet.')).toBeDefined();
  expect(screen.queryByRole('link', { name: /mock exam/ })).toBeNull();
});

test('a credential of another ladder has a page of facts without new code', async () => {
  const [pcep] = ladder.credentials;
  const other = { ...ladder, credentials: [{ ...pcep, id: 'baker-1', short: 'Baker 1', name: 'Certified Baker' }] };
  renderSite('/baker-1', { 'GET /api/me': nobody, 'GET /api/ladder': other });
  expect(await screen.findByRole('heading', { name: 'Certified Baker' })).toBeDefined();
  expect(screen.getByText('70%: 21 of 30 points')).toBeDefined();
});

test('an address that does not exist says so and leads home', async () => {
  renderSite('/no-such-rung', { 'GET /api/me': nobody });
  expect(await screen.findByRole('heading', { name: 'This rung does not exist' })).toBeDefined();
});

test('a page that could not be fetched offline loads by itself when the network is back', async () => {
  const site = renderSite('/pcep', { 'GET /api/me': nobody, 'GET /api/ladder': null });
  expect(await screen.findByRole('heading', { name: 'You are offline' }, { timeout: 10_000 })).toBeDefined();
  site.answers['GET /api/ladder'] = ladder;
  fireEvent(window, new Event('online'));
  expect(await screen.findByRole('heading', { name: 'Certified Entry-Level Python Programmer' })).toBeDefined();
});

test('a fault of the server is called one, with a way to try again', async () => {
  renderSite('/pcep', { 'GET /api/me': nobody, 'GET /api/ladder': refusal(500, 'internal') });
  expect((await screen.findByRole('alert', {}, { timeout: 10_000 })).textContent).toContain('on our side');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});

test('who stands behind the site, and who does not, is said on every page', async () => {
  renderSite('/sign-in', { 'GET /api/me': nobody });
  expect((await screen.findByRole('contentinfo')).textContent).toContain('Neither the Python Institute nor OpenEDG');
});
