import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CANDIDATE_ID, foundPeople, personWith } from '../../gallery/staffFixtures.ts';
import { axeFindings } from '../../testing/axe.ts';
import { refusal, renderSite } from '../../testing/renderSite.tsx';
import { signedInAs } from '../../testing/staff.ts';

const SEARCH = 'POST /api/staff/people/search';
const administrator = { 'GET /api/me': signedInAs('administrator') };

async function search(text: string): Promise<void> {
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Name, e-mail address or id' }), `${text}{Enter}`);
}

const searches = ({ sent }: ReturnType<typeof renderSite>) => sent.filter(({ call }) => call === SEARCH);

test('people are found with what they hold, and how many is read out', async () => {
  const site = renderSite('/staff/people', { ...administrator, [SEARCH]: foundPeople });
  await search('  grace ');
  expect(await screen.findByText('3 people found for “grace”.')).toBeDefined();
  expect(screen.getByRole('status').textContent).toContain('3 people found');
  expect(searches(site).map(({ body }) => body)).toEqual([{ text: 'grace' }]);
  const link = screen.getByRole('link', { name: 'Grace Hopper' });
  expect(link.getAttribute('href')).toBe(`/staff/people/${CANDIDATE_ID}`);
  expect(screen.getByText('CEPP')).toBeDefined();
  expect(screen.getByText('Holds nothing yet')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Erased person' })).toBeDefined();
  expect(await axeFindings()).toEqual([]);
});

test('what is searched for never comes into the address, and the way back leads to what was found', async () => {
  const site = renderSite('/staff/people', {
    ...administrator,
    [SEARCH]: foundPeople,
    [`GET /api/staff/people/${CANDIDATE_ID}`]: personWith(),
  });
  await search('grace');
  await userEvent.click(await screen.findByRole('link', { name: 'Grace Hopper' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Grace Hopper' })).toBeDefined();
  site.router.history.back();
  expect(await screen.findByText('3 people found for “grace”.')).toBeDefined();
  expect(site.router.state.location.href).toBe('/staff/people');
  // Searches are recorded: going back is none.
  expect(searches(site)).toHaveLength(1);
});

test('a link that is only pointed at opens no record, for every reading is recorded', async () => {
  const site = renderSite('/staff/people', { ...administrator, [SEARCH]: foundPeople });
  await search('grace');
  await userEvent.hover(await screen.findByRole('link', { name: 'Grace Hopper' }));
  screen.getByRole('link', { name: 'Grace Hopper' }).focus();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(site.sent.map(({ call }) => call)).not.toContain(`GET /api/staff/people/${CANDIDATE_ID}`);
});

test('nobody found says what else to try', async () => {
  renderSite('/staff/people', { ...administrator, [SEARCH]: { people: [], more: false } });
  await search('nobody at all');
  expect(await screen.findByText('Nobody found for “nobody at all”.')).toBeDefined();
  expect(screen.getByText(/Try a shorter part of the name/)).toBeDefined();
});

test('more than twenty says that there are more and how to narrow it down', async () => {
  renderSite('/staff/people', { ...administrator, [SEARCH]: { ...foundPeople, more: true } });
  await search('a@');
  expect(await screen.findByText(/There are more. These are the first 3/)).toBeDefined();
});

test('one letter is too little: that is said at the field before anything is sent', async () => {
  const site = renderSite('/staff/people', administrator);
  await search('g');
  expect(await screen.findByText(/Please write at least two characters/)).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  expect(searches(site)).toEqual([]);
});

test('a search that fails says so, keeps what was typed, and can be made again', async () => {
  const site = renderSite('/staff/people', { ...administrator, [SEARCH]: refusal(429, 'too_many_attempts') });
  await search('grace');
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.getByRole('searchbox')).toHaveProperty('value', 'grace');
  site.answers[SEARCH] = foundPeople;
  await userEvent.click(screen.getByRole('button', { name: 'Search' }));
  expect(await screen.findByText('3 people found for “grace”.')).toBeDefined();
});
