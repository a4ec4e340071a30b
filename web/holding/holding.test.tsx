import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test } from 'vitest';
import {
  CREDENTIAL_ID,
  credentialPageWith,
  grantedPage,
  profileShared,
  trustWith,
} from '../gallery/credentialFixtures.ts';
import { axeFindings } from '../testing/axe.ts';
import { type Answers, nobody, refusal, renderSite } from '../testing/renderSite.tsx';
import { stubWorkers } from '../verifier/testing/inProcessWorker.ts';
import { givenIssuer, type TestIssuer } from '../verifier/testing/issuer.ts';

let issuer: TestIssuer;
let document: string;
beforeAll(async () => {
  issuer = await givenIssuer();
  document = await issuer.issue({ email: 'ada@example.org' });
});

const ADDRESS = `/credentials/${CREDENTIAL_ID}`;

/** The page as somebody sees it who has no account. */
function open(page: object, answers: Answers = {}) {
  return renderSite(ADDRESS, {
    'GET /api/me': nobody,
    [`GET /api/credentials/${CREDENTIAL_ID}`]: page,
    'GET /api/trusted-issuers': trustWith({
      issuers: [{ ...issuer.trusted, keys: [...issuer.trusted.keys], isOwn: true, isDemo: false }],
    }),
    [`GET /credentials/${CREDENTIAL_ID}.json`]: JSON.parse(document) as object,
    ...answers,
  });
}

test('an employer without an account reads what it attests, by whom, since when, and that it is in force', async () => {
  open(credentialPageWith({ holderName: 'Ada Lovelace', profile: profileShared }));
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Certified Entry-Level Python Programmer' }),
  ).toBeDefined();
  expect(screen.getByText('The holder of this credential passed the PCEP exam.')).toBeDefined();
  for (const words of ['Ada Lovelace', 'Example Examination Board', '20 November 2026', 'In force']) {
    expect(screen.getByText(words)).toBeDefined();
  }
  const rows = within(screen.getByRole('table', { name: /Points by topic/ })).getAllByRole('row');
  expect(rows[2]?.textContent).toContain('Flow control6 of 7');
});

test('a name and points that the holder does not show are nowhere on the page', async () => {
  open(credentialPageWith());
  expect(await screen.findByText('Name kept private')).toBeDefined();
  expect(screen.queryByRole('table')).toBeNull();
});

test('with the holder’s e-mail address one learns whose it is, and the address goes nowhere', async () => {
  stubWorkers();
  const { sent } = open(credentialPageWith());
  const field = await screen.findByRole('textbox', { name: 'E-mail address of the person' });
  await userEvent.type(field, 'eve@example.org{Enter}');
  expect(await screen.findByText(/It does not fit/)).toBeDefined();
  await userEvent.clear(field);
  await userEvent.type(field, 'ada@example.org{Enter}');
  expect(await screen.findByText(/It fits: this credential was issued to the holder of ada@example.org/)).toBeDefined();
  expect(JSON.stringify(sent)).not.toContain('@example.org');
});

test('the page’s word need not be taken: the signed document is verified in the reader’s own browser', async () => {
  stubWorkers({ status: (address) => issuer.list(address, null) });
  open(credentialPageWith());
  await userEvent.click(await screen.findByRole('button', { name: 'Check it in this browser' }));
  expect(await screen.findByRole('heading', { name: 'Genuine, and in force' })).toBeDefined();
  expect(await axeFindings()).toEqual([]);
});

test('a page that lies about its document is found out', async () => {
  stubWorkers({ status: (address) => issuer.list(address, null) });
  const forged = JSON.parse(document.replace('PCEP exam', 'PCAP exam')) as object;
  open(credentialPageWith(), { [`GET /credentials/${CREDENTIAL_ID}.json`]: forged });
  await userEvent.click(await screen.findByRole('button', { name: 'Check it in this browser' }));
  expect(await screen.findByRole('heading', { name: 'Not genuine: do not rely on it' })).toBeDefined();
});

test('a revoked credential says so first, with the day and the reason, and leads to the one in its place', async () => {
  open(
    credentialPageWith({
      standing: 'revoked',
      lastChange: { at: '2026-11-21T09:00:00.000Z', reason: 'irregularity' },
      replacedBy: '0197a3f0-0000-7000-8000-00000000c0d2',
    }),
  );
  expect(await screen.findByText('This credential is revoked')).toBeDefined();
  expect(screen.getAllByText(/Revoked on 21 November 2026: irregularities in the exam/)).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'See the credential that took its place' }).getAttribute('href')).toBe(
    '/credentials/0197a3f0-0000-7000-8000-00000000c0d2',
  );
});

test('a granted rung names the exams that it rests on', async () => {
  open(grantedPage);
  expect(await screen.findByText(/passed PCAP, PCPP 32-1 and PCPP 32-2, which together make CEPP/)).toBeDefined();
  expect(screen.getByText('PCPP 32-1, passed on 19 August 2026')).toBeDefined();
});

test.each([
  [ADDRESS, refusal(404, 'not_found')],
  ['/credentials/mistyped', null],
])('at %s, where there is no credential, it says so and offers to check a file', async (address, answer) => {
  renderSite(address, { 'GET /api/me': nobody, [`GET /api/credentials/${CREDENTIAL_ID}`]: answer });
  expect(await screen.findByRole('heading', { name: 'No credential has this address' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Check a file instead' }).getAttribute('href')).toBe('/verify');
});
