import { EraseAccount, GetCredentialPage, GetMe, ShareCredential, SignIn } from '@pyladder/contract';
import { namesHolder, verifyBadge } from '@pyladder/credentials';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenBank } from '../banks/testing/given-bank.ts';
import { findDocument, ownIssuer, readOwnStatusList } from '../credentials/credentials.actions.ts';
import { issueCredentials } from '../credentials/issuing.actions.ts';
import { givenEarner, openExamApp, walletWith } from '../credentials/testing/given-passes.ts';
import { givenRunningSitting } from '../sittings/testing/given-sitting.ts';
import type { TestApp } from '../testing/test-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openExamApp();
});
afterAll(() => server.close());

/** Every text in every table, so that no place is forgotten. */
async function findEverywhere(words: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`.execute(server.deps.db);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql`
      SELECT 1 FROM ${sql.raw(name)} AS line WHERE line::text LIKE ${`%${words}%`} LIMIT 1`.execute(server.deps.db);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test('an erased person is nowhere to be found, their credential still verifies, and its page names nobody', async () => {
  const candidate = await givenEarner(server);
  await issueCredentials(server.deps, candidate.candidateId);
  const [entry] = await walletWith(candidate, ['pcep']);
  const id = entry?.id ?? '';
  const params = { id };
  await candidate.call(ShareCredential, { params, body: { name: true, profile: true } });
  const page = async () => (await server.visitor().call(GetCredentialPage, { params })).body;
  expect((await page()).holderName).toBe('Ada Example');
  expect(await findEverywhere(candidate.email)).toEqual(['identity."user"']);

  const erased = await candidate.call(EraseAccount, { body: { password: candidate.password } });
  expect([erased.status, erased.body]).toEqual([200, { person: null }]);
  expect(await findEverywhere(candidate.email)).toEqual([]);
  expect((await candidate.call(GetMe)).body).toEqual({ person: null });
  expect(await page()).toMatchObject({ holderName: null, profile: null, standing: 'standing' });
  const document = (await findDocument(server.deps, id)) ?? '';
  const report = await verifyBadge(document, {
    trusted: [await ownIssuer(server.deps)],
    status: (address) => readOwnStatusList(server.deps, address),
    now: new Date(),
  });
  expect(report).toMatchObject({ verdict: 'valid', complete: true });
  expect(await namesHolder(JSON.parse(document), candidate.email)).toBe(true);
});

test('erasing needs the password, and guessing at it is limited as at signing in', async () => {
  const ada = await server.candidate();
  const guess = () => ada.call(EraseAccount, { body: { password: 'not hers at all' } });
  expect(await guess()).toMatchObject({ status: 401, body: { code: 'wrong_email_or_password' } });
  for (let tries = 1; tries < 10; tries++) await guess();
  expect(await guess()).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } });
  const { status } = await server
    .visitor('198.51.100.7')
    .call(SignIn, { body: { email: ada.email, password: ada.password } });
  expect(status).toBe(200);
});

test('nobody erases themselves in the middle of a real exam, which would lose what it earns', async () => {
  const { candidate, key } = await givenRunningSitting(server, 'real');
  const refused = await candidate.call(EraseAccount, { body: { password: candidate.password } });
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'exam_under_way', detail: { sittingId: key.sittingId } },
  });
  expect((await candidate.call(GetMe)).body.person).not.toBeNull();
});

test('a mock exam holds up nobody who wants to be erased', async () => {
  await givenBank(server.deps, 'practice');
  const { candidate } = await givenRunningSitting(server, 'mock');
  expect((await candidate.call(EraseAccount, { body: { password: candidate.password } })).status).toBe(200);
});

test('erasing is recorded once, also when asked for ten times at once, and the record names nobody', async () => {
  const ada = await server.candidate();
  const erase = () => ada.send({ method: 'DELETE', url: '/api/account', payload: { password: ada.password } });
  await Promise.all(Array.from({ length: 10 }, erase));
  const entries = await server.deps.db
    .selectFrom('audit_entries')
    .select(['action', 'detail'])
    .where('subject_id', '=', ada.candidateId)
    .where('action', '=', 'person_erased')
    .execute();
  expect(entries).toEqual([{ action: 'person_erased', detail: {} }]);
});

test('for somebody erased before their credential was signed nothing is signed, and nothing fails', async () => {
  const ada = await givenEarner(server);
  await ada.call(EraseAccount, { body: { password: ada.password } });
  await issueCredentials(server.deps, ada.candidateId);
  const { rows } = await sql`
    SELECT 1 FROM credentials WHERE candidate_id = ${ada.candidateId}`.execute(server.deps.db);
  expect(rows).toEqual([]);
});
