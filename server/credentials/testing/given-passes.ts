import { randomUUID } from 'node:crypto';
import { hashItem } from '@pyladder/bank';
import { GetWallet, Register, SaveProgress, StartSitting, SubmitSitting, type WalletEntry } from '@pyladder/contract';
import { type ExamCredential, type Item, isGranted, type Ladder } from '@pyladder/exam';
import { expect } from 'vitest';
import { enforce } from '../../banks/enforcement.ts';
import { makeItems } from '../../banks/testing/given-bank.ts';
import type { Deps } from '../../deps.ts';
import { loadInstalledLadder } from '../../ladder/ladder.ts';
import { scoringJobs } from '../../results/scoring.jobs.ts';
import { openTestApp, type TestApp, type TestAppOptions } from '../../testing/test-app.ts';
import { issuingJobs } from '../issuing.jobs.ts';

export type Candidate = Awaited<ReturnType<TestApp['candidate']>>;

/** The ladder's own rungs, each exam short: two sections of two items. */
export function shortLadder(): Ladder {
  const ladder = loadInstalledLadder();
  const short = (rung: ExamCredential): ExamCredential => {
    const sections = rung.sections.slice(0, 2).map((section) => ({ ...section, items: 2 }));
    return { ...rung, sections, exam: { ...rung.exam, items: 4 } };
  };
  return { ...ladder, credentials: ladder.credentials.map((rung) => (isGranted(rung) ? rung : short(rung))) };
}

/** A server with an exam bank for every rung, which scores what is handed in; credentials are issued when a test says so. */
export async function openExamApp(options: Omit<TestAppOptions, 'ladder'> = {}): Promise<TestApp> {
  const server = await openTestApp({ ...options, ladder: shortLadder() });
  await givenFullBank(server.deps);
  await scoringJobs(server.deps);
  return server;
}

/** The same, with credentials issued as they are earned. */
export async function openIssuingApp(options: Omit<TestAppOptions, 'ladder'> = {}): Promise<TestApp> {
  const server = await openExamApp(options);
  await issuingJobs(server.deps);
  return server;
}

async function givenFullBank({ db, installation, ladder, banks }: Deps): Promise<void> {
  const items = ladder.credentials.flatMap((rung) => (isGranted(rung) ? [] : itemsFor(ladder, rung)));
  await enforce(db, { issuerId: installation.issuerId, pool: 'exam', source: 'made up for every rung' }, items);
  await banks.refresh('exam');
}

function itemsFor(ladder: Ladder, rung: ExamCredential): Item[] {
  const posing = { ...ladder, credentials: [{ ...rung, id: 'pcep' }] };
  return makeItems(posing, 'exam').map(({ hash: _, ...item }) => {
    const content = { ...item, credential: rung.id, template: `${rung.id}.${item.template}` };
    return { hash: hashItem(content), ...content };
  });
}

/** Sits a real exam over the API with every answer right. @returns the sitting's id */
export async function passExam(server: TestApp, candidate: Candidate, credential: string): Promise<string> {
  const registered = await candidate.call(Register, { body: { credential, purpose: 'real' } });
  if (registered.status !== 200) throw new Error(`register: ${registered.text}`);
  const started = await candidate.call(StartSitting, { params: { registrationId: registered.body.id } });
  if (started.status !== 200) throw new Error(`start: ${started.text}`);
  const { sittingId } = started.body;
  const { body: view } = await candidate.send({ url: `/api/sittings/${sittingId}` });
  const params = { sittingId };
  const headers = { authorization: `Bearer ${view.token}` };
  const saves = (await keysOf(server, sittingId)).map((option, position) => ({
    type: 'answer',
    deviceSequence: position + 1,
    position,
    response: { type: 'choice', option },
  }));
  const saved = await server.visitor().call(SaveProgress, { params, headers, body: { deviceId: randomUUID(), saves } });
  if (saved.status !== 200) throw new Error(`save: ${saved.text}`);
  const submitted = await server.visitor().call(SubmitSitting, { params, headers });
  if (submitted.status !== 200) throw new Error(`submit: ${submitted.text}`);
  return sittingId;
}

async function keysOf({ deps }: TestApp, sittingId: string): Promise<string[]> {
  const { places } = await deps.db
    .selectFrom('forms')
    .select('places')
    .where('sitting_id', '=', sittingId)
    .executeTakeFirstOrThrow();
  const items = await deps.banks.getItems(
    deps.db,
    places.map(({ itemHash }) => itemHash),
  );
  return places.map(({ options }, at) => options.find(({ index }) => items[at]?.options[index]?.key)?.id ?? '');
}

/** The wallet, once it holds these rungs and nothing is being made any more. */
export async function walletWith(candidate: Candidate, rungs: readonly string[]): Promise<WalletEntry[]> {
  const held = async () => {
    const { body } = await candidate.call(GetWallet);
    return { rungs: body.credentials.map(({ credential }) => credential).toSorted(), pending: body.pending };
  };
  await expect.poll(held, { timeout: 30_000 }).toEqual({ rungs: [...rungs].toSorted(), pending: [] });
  return (await candidate.call(GetWallet)).body.credentials;
}

/** Somebody who has passed exams and holds no credential yet. */
export async function givenEarner(server: TestApp, rungs: readonly string[] = ['pcep']): Promise<Candidate> {
  const candidate = await server.candidate();
  for (const rung of rungs) {
    await passExam(server, candidate, rung);
    const pending = async () => (await candidate.call(GetWallet)).body.pending;
    await expect.poll(pending, { timeout: 30_000 }).toContain(rung);
  }
  return candidate;
}

/** Somebody who has just passed an exam, and the credential they got for it. */
export async function givenHolder(
  server: TestApp,
  credential = 'pcep',
): Promise<{ candidate: Candidate; entry: WalletEntry; sittingId: string }> {
  const candidate = await server.candidate();
  const sittingId = await passExam(server, candidate, credential);
  const [entry] = await walletWith(candidate, [credential]);
  if (entry === undefined) throw new Error('the wallet is empty');
  return { candidate, entry, sittingId };
}
