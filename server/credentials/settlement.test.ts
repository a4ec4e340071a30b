import { GetCredentialPage, GetWallet, ReinstateAward, RevokeAward, SuspendAward } from '@pyladder/contract';
import { verifyBadge } from '@pyladder/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../testing/test-app.ts';
import { findChange, findDocument, findReplacement, ownIssuer, readOwnStatusList } from './credentials.actions.ts';
import { type Candidate, openIssuingApp, passExam, walletWith } from './testing/given-passes.ts';

let server: TestApp;
let administrator: Candidate;
beforeAll(async () => {
  server = await openIssuingApp();
  administrator = await server.staff('administrator');
});
afterAll(() => server.close());

const EXAMS = ['pcap', 'pcpp-32-1', 'pcpp-32-2'];

/** Somebody who has sat the three exams that make an expert, and their credentials by rung. */
async function givenExpert() {
  const candidate = await server.candidate();
  for (const exam of EXAMS) {
    await passExam(server, candidate, exam);
    if (exam !== EXAMS.at(-1)) await walletWith(candidate, EXAMS.slice(0, EXAMS.indexOf(exam) + 1));
  }
  const entries = await walletWith(candidate, [...EXAMS, 'cepp']);
  return { candidate, ids: Object.fromEntries(entries.map(({ credential, id }) => [credential, id])) };
}

async function act(
  endpoint: typeof RevokeAward | typeof SuspendAward | typeof ReinstateAward,
  { candidateId }: Candidate,
  credential: string,
) {
  const award = await server.deps.db
    .selectFrom('awards')
    .select('id')
    .where('candidate_id', '=', candidateId)
    .where('credential', '=', credential)
    .executeTakeFirstOrThrow();
  const body = { note: 'as a test wants it', ...(endpoint !== ReinstateAward && { publicReason: 'irregularity' }) };
  const reply = await administrator.call(endpoint, { params: { candidateId, awardId: award.id }, body });
  expect(reply.status, reply.text).toBe(200);
}

async function verdictOn(id: string | undefined): Promise<string> {
  const { verdict } = await verifyBadge((await findDocument(server.deps, id ?? '')) ?? '', {
    trusted: [await ownIssuer(server.deps)],
    status: (address) => readOwnStatusList(server.deps, address),
    now: new Date(),
  });
  return verdict;
}

const standingsOf = async (candidate: Candidate) =>
  (await candidate.call(GetWallet)).body.credentials
    .map(({ credential, standing }) => `${credential} ${standing}`)
    .toSorted();

test('three exams passed make an expert; one of them revoked, and the expert is gone while the other two stand', async () => {
  const { candidate, ids } = await givenExpert();
  expect(await verdictOn(ids.cepp)).toBe('valid');
  await act(RevokeAward, candidate, 'pcap');
  expect(await standingsOf(candidate)).toEqual([
    'cepp revoked',
    'pcap revoked',
    'pcpp-32-1 standing',
    'pcpp-32-2 standing',
  ]);
  expect(await verdictOn(ids.pcap)).toBe('revoked');
  expect(await verdictOn(ids.cepp)).toBe('revoked');
  expect(await verdictOn(ids['pcpp-32-1'])).toBe('valid');
  expect(await findChange(server.deps, ids.cepp ?? '')).toMatchObject({ reason: 'irregularity' });
});

test('a reinstated award gets new credentials, the expert too; the old ones stay revoked and lead to them', async () => {
  const { candidate, ids } = await givenExpert();
  await act(RevokeAward, candidate, 'pcpp-32-1');
  await act(ReinstateAward, candidate, 'pcpp-32-1');
  const entries = await walletWith(candidate, [...EXAMS, 'cepp', 'cepp', 'pcpp-32-1']);
  for (const rung of ['pcpp-32-1', 'cepp']) {
    const [newer, older] = entries.filter(({ credential }) => credential === rung);
    expect(older).toMatchObject({ id: ids[rung], standing: 'revoked', replacedBy: newer?.id });
    expect(newer).toMatchObject({ standing: 'standing', replacedBy: null, lastChange: null });
    expect([await verdictOn(older?.id), await verdictOn(newer?.id)]).toEqual(['revoked', 'valid']);
    expect(await findReplacement(server.deps, older?.id ?? '')).toBe(newer?.id);
  }
  const { body } = await server.visitor().call(GetCredentialPage, { params: { id: ids.cepp ?? '' } });
  expect(body).toMatchObject({ standing: 'revoked', lastChange: { reason: 'irregularity' } });
  expect(entries.map(({ id }) => id)).toContain(body.replacedBy);
});

test('a suspension takes effect at once and can be lifted: the same credentials stand again', async () => {
  const { candidate, ids } = await givenExpert();
  await act(SuspendAward, candidate, 'pcpp-32-2');
  expect(await verdictOn(ids['pcpp-32-2'])).toBe('suspended');
  expect(await verdictOn(ids.cepp)).toBe('suspended');
  await act(ReinstateAward, candidate, 'pcpp-32-2');
  expect(await verdictOn(ids['pcpp-32-2'])).toBe('valid');
  expect(await verdictOn(ids.cepp)).toBe('valid');
  expect(await findChange(server.deps, ids.cepp ?? '')).toBeNull();
  const entries = await walletWith(candidate, [...EXAMS, 'cepp']);
  expect(entries.map(({ id }) => id).toSorted()).toEqual(Object.values(ids).toSorted());
});

test('with one exam suspended and another revoked, the expert is revoked, and lifting the suspension does not bring it back', async () => {
  const { candidate, ids } = await givenExpert();
  await act(SuspendAward, candidate, 'pcap');
  await act(RevokeAward, candidate, 'pcpp-32-1');
  expect(await verdictOn(ids.cepp)).toBe('revoked');
  await act(ReinstateAward, candidate, 'pcap');
  expect(await standingsOf(candidate)).toEqual([
    'cepp revoked',
    'pcap standing',
    'pcpp-32-1 revoked',
    'pcpp-32-2 standing',
  ]);
});

test('nobody can set a revoked credential upright again, not even in the database', async () => {
  const { candidate, ids } = await givenExpert();
  await act(RevokeAward, candidate, 'pcap');
  const upright = server.deps.db
    .updateTable('credential_standings')
    .set({ standing: 'standing', public_reason: null, changed_at: null })
    .where('credential_id', '=', ids.pcap ?? '')
    .execute();
  await expect(upright).rejects.toThrow('a revoked credential stays revoked');
});

test('each move of a credential is in the audit log, with who did it and the reason that is for everybody', async () => {
  const { candidate, ids } = await givenExpert();
  await act(SuspendAward, candidate, 'pcap');
  await act(RevokeAward, candidate, 'pcap');
  const entries = await server.deps.db
    .selectFrom('audit_entries')
    .select(['action', 'actor_id as actorId', 'detail'])
    .where('subject_id', '=', ids.cepp ?? '')
    .orderBy('id')
    .execute();
  const { candidateId: actorId } = administrator;
  expect(entries).toMatchObject([
    { action: 'credential_issued', actorId: null },
    { action: 'credential_suspended', actorId, detail: { publicReason: 'irregularity' } },
    { action: 'credential_revoked', actorId, detail: { publicReason: 'irregularity' } },
  ]);
  expect(JSON.stringify(entries)).not.toContain('as a test wants it');
});
