import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { CREDENTIAL_ID, credentialPageWith, findingWith, trustWith } from '../gallery/credentialFixtures.ts';
import { axeFindings } from '../testing/axe.ts';
import { type Answers, nobody, refusal, renderSite } from '../testing/renderSite.tsx';
import { stubWorkers } from '../verifier/testing/inProcessWorker.ts';
import { givenIssuer, type TestIssuer } from '../verifier/testing/issuer.ts';

let issuer: TestIssuer;
let genuine: string;
beforeAll(async () => {
  issuer = await givenIssuer();
  genuine = await issuer.issue();
});
beforeEach(() => vi.unstubAllGlobals());

async function open(address = '/verify', answers: Answers = {}) {
  const site = renderSite(address, {
    'GET /api/me': nobody,
    'GET /api/trusted-issuers': trustWith({
      issuers: [{ ...issuer.trusted, keys: [...issuer.trusted.keys], isOwn: true, isDemo: false }],
    }),
    ...answers,
  });
  await screen.findByRole('heading', { level: 1, name: 'Verify a credential' });
  return site;
}

/** As dropped from a desktop. */
function drop(...files: File[]) {
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], items: [], files } });
}

async function paste(text: string) {
  fireEvent.change(screen.getByRole('textbox', { name: 'Or paste it' }), { target: { value: text } });
  await userEvent.click(screen.getByRole('button', { name: 'Verify' }));
}

const fileOf = (text: string, name: string) => new File([text], name);
const lists = (withdrawn: 'revocation' | null) => (address: string) => issuer.list(address, withdrawn);

test('a dropped badge is verified without anything being sent', async () => {
  stubWorkers({ status: lists(null) });
  const { sent } = await open();
  const before = sent.length;
  drop(fileOf(genuine, 'pcep.json'));
  const report = await screen.findByRole('region', { name: 'Genuine, and in force' });
  expect(document.activeElement).toBe(report);
  expect(within(report).getByText(/belongs to Example Examination Board, whose word is taken here/)).toBeDefined();
  expect(sent).toHaveLength(before);
  expect(await axeFindings()).toEqual([]);
});

test('with the server gone the page still tells a genuine badge from a forged one, and says what it could not ask', async () => {
  stubWorkers();
  const site = await open();
  for (const call of Object.keys(site.answers)) site.answers[call as keyof Answers] = null;
  await paste(genuine);
  expect(
    await screen.findByRole('heading', { name: 'Genuine, but nobody could be asked whether it still stands' }),
  ).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Verify another' }));
  await paste(genuine.replace('PCEP exam', 'PCAP exam'));
  expect(await screen.findByRole('heading', { name: 'Not genuine: do not rely on it' })).toBeDefined();
  expect(screen.getByRole('heading', { name: 'What it says of itself, and nobody confirms' })).toBeDefined();
});

test('a revoked credential of this site comes with the day and the reason', async () => {
  stubWorkers({ status: lists('revocation') });
  await open('/verify', {
    [`GET /api/credentials/${CREDENTIAL_ID}`]: credentialPageWith({
      standing: 'revoked',
      lastChange: { at: '2026-11-21T09:00:00.000Z', reason: 'irregularity' },
    }),
  });
  drop(fileOf(genuine, 'pcep.json'));
  expect(await screen.findByText('Revoked on 21 November 2026: irregularities in the exam.')).toBeDefined();
});

test('an address of this site is fetched and verified here; any other is left to the server', async () => {
  stubWorkers({ status: lists(null) });
  const unknown = findingWith({ verdict: 'unknown_issuer' });
  const { sent } = await open('/verify', {
    [`GET /credentials/${CREDENTIAL_ID}.json`]: JSON.parse(genuine) as object,
    'POST /api/verify': unknown,
  });
  await paste(`${window.location.origin}/credentials/${CREDENTIAL_ID}`);
  expect(await screen.findByRole('heading', { name: 'Genuine, and in force' })).toBeDefined();
  expect(sent.map(({ call }) => call)).not.toContain('POST /api/verify');
  await userEvent.click(screen.getByRole('button', { name: 'Verify another' }));
  await paste('https://badges.example.net/7');
  expect(await screen.findByRole('heading', { name: 'Nobody here vouches for this issuer' })).toBeDefined();
  expect(sent.at(-1)).toEqual({ call: 'POST /api/verify', body: { address: 'https://badges.example.net/7' } });
});

test.each([
  [422, 'address_not_allowed', 'This address is not fetched'],
  [422, 'address_not_reachable', 'Nothing usable came from this address'],
  [429, 'too_many_attempts', 'has much to do just now'],
  [500, 'internal_error', 'Something went wrong on our side'],
])('an address that the server answers with %s %s is told as that, with no verdict', async (status, code, words) => {
  stubWorkers();
  await open('/verify', { 'POST /api/verify': refusal(status, code) });
  await paste('https://somewhere.example/badge');
  expect((await screen.findByRole('alert')).textContent).toContain(words);
  expect(screen.queryByRole('button', { name: 'Copy the report as text' })).toBeNull();
});

test('a link that names a credential verifies it at once', async () => {
  stubWorkers({ status: lists(null) });
  await open(`/verify?of=${CREDENTIAL_ID}`, {
    [`GET /credentials/${CREDENTIAL_ID}.json`]: JSON.parse(genuine) as object,
  });
  expect(await screen.findByRole('heading', { name: 'Genuine, and in force' })).toBeDefined();
});

test('many files become a list that counts each verdict, can be narrowed, and opens each report', async () => {
  stubWorkers({ status: lists(null) });
  await open();
  drop(
    fileOf(genuine, 'one.json'),
    fileOf(genuine.replace('PCEP exam', 'PCAP exam'), 'two.json'),
    fileOf('no badge', 'three.txt'),
    fileOf(genuine, 'four.json'),
  );
  expect(await screen.findByText('4 looked at')).toBeDefined();
  const counts = within(screen.getByRole('list', { name: 'How many of each' }));
  expect(counts.getAllByRole('button').map((button) => button.textContent)).toEqual([
    'All4',
    'Not genuine1',
    'Not a credential1',
    'Genuine, in force2',
  ]);
  await userEvent.click(counts.getByRole('button', { name: /Not genuine/ }));
  expect(await axeFindings()).toEqual([]);
  const rows = within(screen.getByRole('list', { name: 'Credentials looked at' })).getAllByRole('button');
  expect(rows).toHaveLength(1);
  await userEvent.click(rows[0] ?? document.body);
  expect(await screen.findByRole('heading', { name: 'Not genuine: do not rely on it' })).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Back to the list' }));
  expect(screen.getByRole('list', { name: 'Credentials looked at' })).toBeDefined();
});

test('a long list can be stopped, and what was found out by then stays', async () => {
  let asked = 0;
  // The third one's list never comes.
  stubWorkers({ status: (address) => (++asked > 4 ? new Promise(() => undefined) : issuer.list(address, null)) });
  vi.stubGlobal('navigator', { ...navigator, hardwareConcurrency: 1 });
  await open();
  drop(...['one', 'two', 'three', 'four'].map((name) => fileOf(genuine, `${name}.json`)));
  await waitFor(() => expect(asked).toBeGreaterThan(4));
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(await screen.findByText('Stopped after 2 of 4.')).toBeDefined();
});

test('a browser that cannot check signatures says so before anything is sent, and the server checks', async () => {
  vi.stubGlobal('crypto', { subtle: undefined });
  stubWorkers();
  const { sent } = await open('/verify', { 'POST /api/verify': findingWith({}) });
  expect(await screen.findByText(/This browser cannot check signatures by itself/)).toBeDefined();
  await paste(genuine);
  expect(await screen.findByRole('heading', { name: 'Genuine, and in force' })).toBeDefined();
  expect(sent.at(-1)).toEqual({ call: 'POST /api/verify', body: { text: genuine } });
});

test('when the checking part could not be loaded, no verdict is given and one may try again', async () => {
  stubWorkers({ isMissing: true });
  await open();
  await paste(genuine);
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
  stubWorkers({ status: lists(null) });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Genuine, and in force' })).toBeDefined();
});

test('pressing Verify with nothing to verify says what is missing', async () => {
  stubWorkers();
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Verify' }));
  expect(screen.getByText('Please paste a credential or its address first.')).toBeDefined();
});
