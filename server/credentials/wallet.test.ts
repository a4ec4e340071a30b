import { randomUUID } from 'node:crypto';
import { EraseAccount, GetCredentialPage, GetWallet, ShareCredential } from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../testing/test-app.ts';
import { type Candidate, givenHolder, openIssuingApp, passExam, walletWith } from './testing/given-passes.ts';
import { shareCredential } from './wallet.actions.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openIssuingApp();
});
afterAll(() => server.close());

const pageOf = async (id: string) => (await server.visitor().call(GetCredentialPage, { params: { id } })).body;
const share = (candidate: Candidate, id: string, body: { name: boolean; profile: boolean }) =>
  candidate.call(ShareCredential, { params: { id }, body });

test('the page says what was examined, by whom and when, and nothing about the holder until they say so', async () => {
  const { entry } = await givenHolder(server);
  const page = await pageOf(entry.id);
  const sections = server.deps.ladder.credentials.flatMap((rung) =>
    rung.id === 'pcep' && 'sections' in rung ? rung.sections : [],
  );
  expect(page).toMatchObject({
    id: entry.id,
    address: `http://127.0.0.1:4400/credentials/${entry.id}`,
    credential: 'pcep',
    short: 'PCEP',
    name: 'Certified Entry-Level Python Programmer',
    isDemo: true,
    issuer: { id: 'did:web:127.0.0.1%3A4400', name: expect.stringContaining('Pyladder demo') },
    standing: 'standing',
    lastChange: null,
    replacedBy: null,
    expiresAt: null,
    basis: [{ credential: 'pcep', short: 'PCEP' }],
    holderName: null,
    profile: null,
  });
  expect(page.topics.map(({ title, items }) => ({ title, items }))).toEqual(
    sections.map(({ title, items }) => ({ title, items })),
  );
  expect(page.topics[0]?.objectives).toContain('Structure of a simple script');
});

test('name and profile appear when the holder shares them, each by itself, and go at once when they take it back', async () => {
  const { candidate, entry } = await givenHolder(server);
  expect(entry.shares).toEqual({ name: false, profile: false });
  await share(candidate, entry.id, { name: true, profile: false });
  expect(await pageOf(entry.id)).toMatchObject({ holderName: 'Ada Example', profile: null });
  await share(candidate, entry.id, { name: false, profile: true });
  const page = await pageOf(entry.id);
  expect(page.holderName).toBeNull();
  expect(page.profile?.map(({ points, max }) => [points, max])).toEqual([
    [2, 2],
    [2, 2],
  ]);
  await share(candidate, entry.id, { name: false, profile: false });
  expect(await pageOf(entry.id)).toMatchObject({ holderName: null, profile: null });
});

test('what is shared of one credential says nothing about another', async () => {
  const { candidate, entry } = await givenHolder(server);
  await passExam(server, candidate, 'pcap');
  await walletWith(candidate, ['pcep', 'pcap']);
  await share(candidate, entry.id, { name: true, profile: true });
  const { body } = await candidate.call(GetWallet);
  const other = body.credentials.find(({ credential }) => credential === 'pcap');
  expect(other?.shares).toEqual({ name: false, profile: false });
  expect((await pageOf(other?.id ?? '')).holderName).toBeNull();
});

test('a granted rung has no profile, even if its holder shares one', async () => {
  const candidate = await server.candidate();
  for (const [nth, exam] of ['pcap', 'pcpp-32-1', 'pcpp-32-2'].entries()) {
    await passExam(server, candidate, exam);
    if (nth < 2) await walletWith(candidate, ['pcap', 'pcpp-32-1'].slice(0, nth + 1));
  }
  const entries = await walletWith(candidate, ['pcap', 'pcpp-32-1', 'pcpp-32-2', 'cepp']);
  const cepp = entries.find(({ credential }) => credential === 'cepp');
  expect(cepp?.hasProfile).toBe(false);
  await share(candidate, cepp?.id ?? '', { name: true, profile: true });
  const page = await pageOf(cepp?.id ?? '');
  expect(page).toMatchObject({ profile: null, topics: [], holderName: 'Ada Example' });
  expect(page.basis.map(({ short }) => short)).toEqual(['PCAP', 'PCPP 32-1', 'PCPP 32-2']);
});

test("nobody shares what is somebody else's, or finds out that it exists", async () => {
  const { entry } = await givenHolder(server);
  const other = await server.candidate();
  const refused = await share(other, entry.id, { name: true, profile: true });
  const unknown = await share(other, randomUUID(), { name: true, profile: true });
  expect([refused.status, refused.text]).toEqual([404, unknown.text]);
  expect((await other.call(GetWallet)).body).toEqual({ credentials: [], pending: [] });
});

test('who is erased between asking to share and being let is shown to nobody, and no error is left behind', async () => {
  const { candidate, entry } = await givenHolder(server);
  const { user_id: userId } = await server.deps.db
    .selectFrom('identity.people')
    .select('user_id')
    .where('candidate_id', '=', candidate.candidateId)
    .executeTakeFirstOrThrow();
  await candidate.call(EraseAccount, { body: { password: candidate.password } });
  const holder = { ...candidate, userId, name: 'Ada Example', roles: [], extraTime: 0 };
  const shared = shareCredential(server.deps, holder, { id: entry.id, shares: { name: true, profile: true } });
  await expect(shared).rejects.toMatchObject({ code: 'not_found' });
  expect((await pageOf(entry.id)).holderName).toBeNull();
});

test('the form of LinkedIn is filled in with what was signed, and leads to the page', async () => {
  const { entry } = await givenHolder(server);
  const { origin, pathname, searchParams } = new URL(entry.addToProfile);
  expect([origin, pathname]).toEqual(['https://www.linkedin.com', '/profile/add']);
  const issued = new Date(entry.issuedAt);
  expect(Object.fromEntries(searchParams)).toEqual({
    startTask: 'CERTIFICATION_NAME',
    name: 'DEMO: Certified Entry-Level Python Programmer',
    organizationName: 'DEMO: Pyladder demo',
    issueYear: String(issued.getUTCFullYear()),
    issueMonth: String(issued.getUTCMonth() + 1),
    certUrl: entry.address,
    certId: entry.id,
  });
});

test.each(['not-an-id', '00000000-0000-4000-8000-000000000000', "'; DROP TABLE credentials; --", '%00'])(
  'a page that does not exist, %s, is no fault of ours',
  async (id) => {
    const { status } = await server.visitor().send({ url: `/api/credentials/${encodeURIComponent(id)}` });
    expect([400, 404]).toContain(status);
  },
);
