import { decodeStatusList, namesHolder, verifyBadge } from '@pyladder/credentials';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Deps } from '../deps.ts';
import type { TestApp } from '../testing/test-app.ts';
import { ownIssuer, readOwnStatusList } from './credentials.actions.ts';
import { issueCredentials } from './issuing.actions.ts';
import { reconcileCredentials } from './reconciliation.ts';
import { drawSlot } from './slots.ts';
import { type Candidate, givenEarner, openExamApp } from './testing/given-passes.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openExamApp();
});
afterAll(() => server.close());

const rowsOf = ({ candidateId }: Candidate) =>
  server.deps.db
    .selectFrom('credentials')
    .selectAll()
    .where('candidate_id', '=', candidateId)
    .orderBy('generation')
    .execute();

async function verdictOn(document: string): Promise<string> {
  const { verdict, complete } = await verifyBadge(document, {
    trusted: [await ownIssuer(server.deps)],
    status: (address) => readOwnStatusList(server.deps, address),
    now: new Date(),
  });
  return complete ? verdict : `${verdict} as far as could be checked`;
}

/** The same server, with something done each time a credential has been signed and is not kept yet. */
function withSigning(afterwards: () => Promise<void>): Deps {
  const { credentialKey } = server.deps;
  const sign = async (bytes: Uint8Array) => {
    const signature = await credentialKey.sign(bytes);
    await afterwards();
    return signature;
  };
  return { ...server.deps, credentialKey: { ...credentialKey, sign } };
}

const { signal } = new AbortController();

test('ten nodes that issue at once give one credential, which verifies', async () => {
  const candidate = await givenEarner(server);
  await Promise.all(Array.from({ length: 10 }, () => issueCredentials(server.deps, candidate.candidateId)));
  const rows = await rowsOf(candidate);
  expect(rows).toHaveLength(1);
  expect(await verdictOn(rows[0]?.document ?? '')).toBe('valid');
  const entries = await server.deps.db
    .selectFrom('audit_entries')
    .select(['actor_id', 'detail'])
    .where('action', '=', 'credential_issued')
    .where('subject_id', '=', rows[0]?.id ?? '')
    .execute();
  expect(entries).toEqual([{ actor_id: null, detail: { credential: 'pcep', generation: 1 } }]);
});

test('a node that dies between signing and keeping leaves nothing behind, and the next try gives the credential', async () => {
  const candidate = await givenEarner(server);
  const dying = withSigning(() => Promise.reject(new Error('the power went')));
  await expect(issueCredentials(dying, candidate.candidateId)).rejects.toThrow('the power went');
  expect(await rowsOf(candidate)).toEqual([]);
  await issueCredentials(server.deps, candidate.candidateId);
  expect(await rowsOf(candidate)).toHaveLength(1);
});

test('a credential whose job was lost is found and given, and everybody else is left alone', async () => {
  const lacking = await givenEarner(server, ['pcap', 'pcpp-32-1', 'pcpp-32-2']);
  await reconcileCredentials(server.deps, signal);
  expect((await rowsOf(lacking)).map(({ credential }) => credential).toSorted()).toEqual([
    'cepp',
    'pcap',
    'pcpp-32-1',
    'pcpp-32-2',
  ]);
  const count = () => sql<{ n: number }>`SELECT count(*) AS n FROM credentials`.execute(server.deps.db);
  const before = await count();
  expect(await reconcileCredentials(server.deps, signal)).toBe(0);
  expect((await count()).rows).toEqual(before.rows);
});

test('somebody for whom issuing fails holds up nobody else', async () => {
  const people = [await givenEarner(server), await givenEarner(server), await givenEarner(server)];
  let failures = 0;
  const flaky = withSigning(async () => {
    failures += 1;
    if (failures === 1) throw new Error('only this time');
  });
  expect(await reconcileCredentials(flaky, signal)).toBe(3);
  const given = await Promise.all(people.map(rowsOf));
  expect(given.map((rows) => rows.length).toSorted()).toEqual([0, 1, 1]);
  expect(server.logged.join('\n')).toContain('credentials that were earned could not be issued');
});

test('an award that is revoked while its credential is being signed gets none', async () => {
  const candidate = await givenEarner(server);
  const { candidateId } = candidate;
  const award = await server.deps.db
    .selectFrom('awards')
    .select('id')
    .where('candidate_id', '=', candidateId)
    .executeTakeFirstOrThrow();
  const revoking = withSigning(async () => {
    await server.deps.db
      .insertInto('award_changes')
      .values({
        candidate_id: candidateId,
        award_id: award.id,
        type: 'revoked',
        public_reason: 'irregularity',
        reason: 'a test',
        actor_id: candidateId,
      })
      .execute();
  });
  await issueCredentials(revoking, candidateId);
  expect(await rowsOf(candidate)).toEqual([]);
});

test('two that drew the same place in a status list both get one', async () => {
  const [first, second] = [await givenEarner(server), await givenEarner(server)];
  let draws = 0;
  const random = (bytes: number) => {
    if (bytes !== 4) return server.deps.random(bytes);
    draws += 1;
    // Both draw place 77 and nothing else to begin with.
    return draws <= 128 ? Buffer.from([0, 0, 0, 77]) : server.deps.random(4);
  };
  const unlucky = { ...server.deps, random };
  await Promise.all([first, second].map(({ candidateId }) => issueCredentials(unlucky, candidateId)));
  const [one] = await rowsOf(first);
  const [other] = await rowsOf(second);
  expect([one?.status_index, other?.status_index].filter((index) => index === 77)).toHaveLength(1);
});

test('a status list more than half full is followed by the next', async () => {
  const { db, installation } = server.deps;
  const { candidateId } = await server.candidate();
  const { statusList } = await drawSlot(server.deps);
  await sql`
    INSERT INTO credentials (candidate_id, id, issuer_id, credential, basis, generation, status_list, status_index, kid,
      is_demo, document, issued_at)
    SELECT ${candidateId}, gen_random_uuid(), ${installation.issuerId}, 'pcep', ARRAY[gen_random_uuid()], 1, ${statusList},
      place, ${server.deps.credentialKey.publicKeyMultibase}, true, '{}', now()
    FROM generate_series(30000, 131071) AS place ON CONFLICT DO NOTHING`.execute(db);
  const drawn = await Promise.all([drawSlot(server.deps), drawSlot(server.deps), drawSlot(server.deps)]);
  expect(drawn.map((slot) => slot.statusList)).toEqual([statusList + 1, statusList + 1, statusList + 1]);
});

test('what is signed names nobody: neither name nor address nor any id of ours is in it, and each has a salt of its own', async () => {
  const candidate = await givenEarner(server, ['pcep', 'pcap']);
  await issueCredentials(server.deps, candidate.candidateId);
  const rows = await rowsOf(candidate);
  const ours = await sql<{ id: string }>`
    SELECT id::text FROM awards WHERE candidate_id = ${candidate.candidateId}
    UNION SELECT id::text FROM sittings WHERE candidate_id = ${candidate.candidateId}
    UNION SELECT user_id::text FROM identity.people WHERE candidate_id = ${candidate.candidateId}`.execute(
    server.deps.db,
  );
  const secrets = [candidate.candidateId, candidate.email, 'Ada', 'Example', ...ours.rows.map(({ id }) => id)];
  const documents = rows.map(({ document }) => document);
  expect(documents).toHaveLength(2);
  for (const document of documents) {
    for (const secret of secrets) expect(document).not.toContain(secret);
    expect(await namesHolder(JSON.parse(document), candidate.email)).toBe(true);
    expect(await namesHolder(JSON.parse(document), 'somebody.else@example.org')).toBe(false);
  }
  const hashes = documents.map((document) => /"identityHash":"([^"]+)"/.exec(document)?.[1]);
  expect(new Set(hashes).size).toBe(2);
});

test('what was earned and signed in one hour shares no instant by which it could be tied together', async () => {
  const candidate = await givenEarner(server, ['pcep', 'pcap']);
  await issueCredentials(server.deps, candidate.candidateId);
  const rows = await rowsOf(candidate);
  expect(rows).toHaveLength(2);
  for (const { document, id } of rows) {
    const page = await server.visitor().send({ url: `/api/credentials/${id}` });
    const certificate = await server.visitor().send({ url: `/credentials/${id}.pdf` });
    const instants = `${document}${page.text}`.match(/\d\d:\d\d:\d\d[^"]*/g) ?? [];
    expect(instants.filter((instant) => !/^00:00:00(\.000)?Z$/.test(instant))).toEqual([]);
    expect(certificate.text).toMatch(/\/CreationDate \(D:\d{8}000000Z\)/);
  }
});

test('without an address for the public, every credential says in itself that it is a demo', async () => {
  const candidate = await givenEarner(server);
  await issueCredentials(server.deps, candidate.candidateId);
  const [row] = await rowsOf(candidate);
  const { name, issuer, description, credentialSubject } = JSON.parse(row?.document ?? '');
  expect([name, issuer.name, credentialSubject.achievement.name].map((text) => text.startsWith('DEMO'))).toEqual([
    true,
    true,
    true,
  ]);
  expect(description).toContain('attests nothing');
  expect(row?.is_demo).toBe(true);
});

test('a status list says nothing of who is in it: as short as the standard allows, all bits unset', async () => {
  const { issuer } = server.deps;
  const text = await readOwnStatusList(server.deps, `${issuer.address}/status/1/revocation`);
  const { credentialSubject } = JSON.parse(text ?? '');
  const list = decodeStatusList(credentialSubject.encodedList);
  expect(list.length).toBe(131_072);
  expect(Array.from({ length: 131_072 }, (_, index) => list.isSet(index)).includes(true)).toBe(false);
});
