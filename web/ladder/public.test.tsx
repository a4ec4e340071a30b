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
  expect(screen.getAllByText('$59').map((fee) => fee.parentElement?.firstElementChild?.textContent)).toEqual([
    'Fee',
    'One attempt',
  ]);
  expect(screen.getByText(/Reckon with \$118/)).toBeDefined();
  expect(screen.getByRole('heading', { name: 'What it will not do' })).toBeDefined();
});

test('what there is to read on an objective is folded away until it is asked for', async () => {
  const reference = {
    kind: 'book' as const,
    title: 'A book of slices',
    author: 'Somebody',
    url: null,
    why: 'Explains where a slice ends.',
    accessed: null,
  };
  const objectives = [{ section: 'functions', objective: 'first', references: [reference] }];
  renderSite('/pcep', { 'GET /api/me': nobody, 'GET /api/ladder/pcep/references': { objectives } });
  const summary = await screen.findByText('1 to read');
  const details = summary.closest('details');
  expect(details?.open).toBe(false);
  expect(details?.textContent).toContain('A book of slices by Somebody');
  expect(screen.getByText(/last opened/)).toBeDefined();
});

test('the page of a rung stands without its list of what to read', async () => {
  renderSite('/pcep', { 'GET /api/me': nobody, 'GET /api/ladder/pcep/references': refusal(500, 'internal') });
  expect(await screen.findByRole('heading', { name: 'What it covers' }, { timeout: 10_000 })).toBeDefined();
});

test('the price of a rung counts what must be held first, and the hours', async () => {
  renderSite('/pcpp-32-1', { 'GET /api/me': nobody, 'GET /api/ladder/pcpp-32-1/references': { objectives: [] } });
  expect(await screen.findByText('$490 (PCAP $295 + PCPP 32-1 $195)')).toBeDefined();
  expect(screen.getByText('about 96 hours in 12 weeks')).toBeDefined();
  expect(screen.getByText('Weeks 2 to 4')).toBeDefined();
});

test.each(['/employers', '/organisations'])('%s is a page of text with its contents', async (address) => {
  renderSite(address, { 'GET /api/me': nobody });
  const contents = await screen.findByRole('navigation', { name: 'On this page' });
  for (const link of within(contents).getAllByRole<HTMLAnchorElement>('link')) {
    expect(document.getElementById(link.hash.slice(1))?.textContent).toBe(link.textContent);
  }
});

test('the first page asks whether to climb at all, and where to begin', async () => {
  renderSite('/', { 'GET /api/me': nobody });
  expect(await screen.findByRole('heading', { name: 'Is a certificate the right move?' })).toBeDefined();
  expect(screen.getByRole('heading', { name: 'Where to begin' })).toBeDefined();
});

test('the first page of another ladder is that ladder, in its own words', async () => {
  const [pcep] = ladder.credentials;
  const credentials = [{ ...pcep, id: 'baker-1', short: 'Baker 1', name: 'Certified Baker' }];
  renderSite('/', { 'GET /api/me': nobody, 'GET /api/ladder': { id: 'bakers', title: 'The bakers', credentials } });
  expect(await screen.findByRole('heading', { level: 1, name: 'The bakers' })).toBeDefined();
  expect(await screen.findByRole('link', { name: /Try a Baker 1 mock exam/ })).toBeDefined();
  expect(document.body.textContent).not.toContain('PCEP');
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
