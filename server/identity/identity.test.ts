import { GetMe, SignIn, SignOut, SignUp } from '@pyladder/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

test('who makes an account is signed in, as a candidate, and stays so', async () => {
  const ada = await server.candidate();
  const { body } = await ada.call(GetMe);
  expect(body.person).toEqual({
    candidateId: ada.candidateId,
    name: 'Ada Example',
    email: ada.email,
    roles: ['candidate'],
    extraTime: 0,
  });
});

test('who has a role or extra time is told so', async () => {
  const examiner = await server.staff('examiner');
  const person = { candidate_id: examiner.candidateId, issuer_id: server.deps.installation.issuerId };
  for (const share of [0.5, 0.25]) {
    const grant = { ...person, extra_time_share: share, granted_by: examiner.candidateId, reason: 'certificate seen' };
    await server.database.db.insertInto('accommodations').values(grant).execute();
  }
  const { body } = await examiner.call(GetMe);
  expect(body.person).toMatchObject({ roles: ['candidate', 'examiner'], extraTime: 0.25 });
});

test('the same account opens from another browser, whatever the case of the address', async () => {
  const ada = await server.candidate();
  const elsewhere = server.visitor();
  const { body } = await elsewhere.call(SignIn, { body: { email: ada.email.toUpperCase(), password: ada.password } });
  expect(body.person?.candidateId).toBe(ada.candidateId);
  expect((await elsewhere.call(GetMe)).body.person?.candidateId).toBe(ada.candidateId);
});

test('signing out ends the session itself, not only the cookie, and other browsers stay signed in', async () => {
  const ada = await server.candidate();
  const other = server.visitor();
  await other.call(SignIn, { body: { email: ada.email, password: ada.password } });
  const thief = server.visitor();
  for (const [name, value] of ada.cookies) thief.cookies.set(name, value);
  expect((await ada.call(SignOut)).body).toEqual({ person: null });
  expect((await thief.call(GetMe)).body).toEqual({ person: null });
  expect((await other.call(GetMe)).body.person?.candidateId).toBe(ada.candidateId);
});

test('a session cookie that was made up or changed is nobody', async () => {
  const ada = await server.candidate();
  const value = ada.cookies.get('pyladder-session') ?? '';
  for (const forged of ['', 'x', `${value}x`, value.replace(/^./, 'é'), value.split('.')[0] ?? '', '%00', '%']) {
    const thief = server.visitor();
    thief.cookies.set('pyladder-session', forged);
    expect((await thief.call(GetMe)).body).toEqual({ person: null });
  }
});

test('a wrong password and an unknown address are answered with the same bytes', async () => {
  const ada = await server.candidate();
  const stranger = server.visitor();
  const wrong = await stranger.call(SignIn, { body: { email: ada.email, password: 'not hers at all' } });
  const unknown = await stranger.call(SignIn, { body: { email: 'nobody@example.org', password: 'not hers at all' } });
  expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_email_or_password']);
  expect(unknown).toMatchObject({ status: wrong.status, text: wrong.text });
});

test('an address has one account, also when ten ask for it at once', async () => {
  const body = { name: 'Ten', email: 'ten@example.org', password: 'correct horse' };
  const answers = await Promise.all(Array.from({ length: 10 }, () => server.visitor().call(SignUp, { body })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...new Array<number>(9).fill(409)]);
  const refused = answers.filter(({ status }) => status === 409);
  expect(refused.every(({ body: problem }) => problem.code === 'email_taken')).toBe(true);
});

test('an account never exists without its pseudonym, however it was made', async () => {
  const user = { name: 'Imported', email: 'imported@example.org', emailVerified: true };
  const { id } = await server.database.db
    .insertInto('identity.user')
    .values(user)
    .returning('id')
    .executeTakeFirstOrThrow();
  const person = await server.database.db
    .selectFrom('identity.people')
    .select('candidate_id')
    .where('user_id', '=', id)
    .execute();
  expect(person).toHaveLength(1);
});

test('erasing a person leaves their pseudonym, and nobody behind it', async () => {
  const ada = await server.candidate();
  await server.database.db.deleteFrom('identity.user').where('email', '=', ada.email).execute();
  expect((await ada.call(GetMe)).body).toEqual({ person: null });
  const kept = server.database.db.selectFrom('candidates').select('id').where('id', '=', ada.candidateId);
  expect(await kept.execute()).toHaveLength(1);
});

test.each(['<b>Ada</b> & "Söns"', "Robert'); DROP TABLE candidates;--", '𝒜da {{7*7}} <%= 7 %>', 'عائشة'])(
  'the name %s comes back as it was typed',
  async (name) => {
    const visitor = server.visitor();
    const account = { name, email: `${Buffer.from(name).toString('hex')}@example.org`, password: 'correct horse' };
    await visitor.call(SignUp, { body: account });
    expect((await visitor.call(GetMe)).body.person?.name).toBe(name);
  },
);

test('passwords are kept as argon2id hashes and never logged, and neither are addresses and names', async () => {
  const ada = await server.candidate();
  await server.visitor().call(SignIn, { body: { email: ada.email, password: 'a wrong password' } });
  const account = await server.database.db
    .selectFrom('identity.account')
    .innerJoin('identity.user', 'identity.user.id', 'identity.account.userId')
    .select('password')
    .where('email', '=', ada.email)
    .executeTakeFirstOrThrow();
  expect(account.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const log = server.logged.join('\n');
  for (const secret of [ada.password, 'a wrong password', ada.email, 'Ada Example', '127.0.0.1'])
    expect(log).not.toContain(secret);
});

test('a password is the same typed on any keyboard: composed and decomposed letters are one', async () => {
  const visitor = server.visitor();
  await visitor.call(SignUp, { body: { name: 'É', email: 'accent@example.org', password: 'caf\u00e9 au lait' } });
  const again = await server
    .visitor()
    .call(SignIn, { body: { email: 'accent@example.org', password: 'cafe\u0301 au lait' } });
  expect(again.status).toBe(200);
});

describe('cookies', () => {
  const flagsOf = (cookies: unknown, name: string) =>
    [cookies]
      .flat()
      .map(String)
      .find((cookie) => cookie.startsWith(`${name}=`))
      ?.split('; ')
      .slice(1)
      .toSorted();

  test('cannot be read by scripts or sent along by other sites', async () => {
    const body = { name: 'Flags', email: 'flags@example.org', password: 'correct horse' };
    const { headers } = await server.visitor().call(SignUp, { body });
    const flags = ['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax'];
    expect(flagsOf(headers['set-cookie'], 'pyladder-session')).toEqual(flags);
    expect(flagsOf(headers['set-cookie'], 'pyladder-known')).toEqual([
      'HttpOnly',
      'Max-Age=31536000',
      'Path=/',
      'SameSite=Lax',
    ]);
  });

  test('behind TLS are for TLS and this host only', async () => {
    const published = await openTestApp({ settings: { publicUrl: 'https://exams.example.org' } });
    const body = { name: 'Flags', email: 'flags@example.org', password: 'correct horse' };
    const origin = { origin: 'https://exams.example.org' };
    const visitor = published.visitor();
    const { headers } = await visitor.call(SignUp, { body, headers: origin });
    for (const name of ['__Host-pyladder-session', '__Host-pyladder-known']) {
      expect(flagsOf(headers['set-cookie'], name)).toEqual(
        expect.arrayContaining(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']),
      );
    }
    expect((await visitor.call(GetMe)).body.person?.name).toBe('Flags');
    await published.close();
  });
});

test('a session ends after a week without use, is lengthened by use, and does not stay in the database', async () => {
  const ada = await server.candidate();
  const { db } = server.database;
  const userOf = db.selectFrom('identity.user').select('id').where('email', '=', ada.email);
  const session = () =>
    db.selectFrom('identity.session').select(['id', 'expiresAt']).where('userId', '=', userOf).executeTakeFirst();
  const endIn = (days: number) => {
    const expiresAt = new Date(Date.now() + days * 86_400_000);
    return db.updateTable('identity.session').set({ expiresAt }).where('userId', '=', userOf).execute();
  };
  await endIn(3);
  const { headers } = await ada.call(GetMe);
  expect(String(headers['set-cookie'])).toContain('pyladder-session=');
  expect((await session())?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000);
  await endIn(-1);
  const other = await server.candidate();
  await server.visitor().call(SignIn, { body: { email: other.email, password: other.password } });
  expect(await session()).toBeUndefined();
  expect((await ada.call(GetMe)).body).toEqual({ person: null });
});

test('finding out who is signed in takes two queries', async () => {
  const ada = await server.candidate();
  const { pool } = server.database;
  const asked: unknown[] = [];
  const watch = (client: { query: unknown }) => {
    const { query } = client as { query: (...parts: unknown[]) => unknown };
    client.query = (...parts: unknown[]) => {
      asked.push(parts[0]);
      return query.apply(client, parts);
    };
  };
  const client = await pool.connect();
  watch(client);
  client.release();
  const cookie = `pyladder-session=${ada.cookies.get('pyladder-session')}`;
  expect((await server.deps.identity.findPerson({ cookie }))?.candidateId).toBe(ada.candidateId);
  expect(asked).toHaveLength(2);
});

test('staff who sign in, and who try to as one of them, are in the audit log; candidates are not', async () => {
  const { db } = server.database;
  const examiner = await server.staff('examiner');
  const ada = await server.candidate();
  for (const { email, password } of [examiner, ada]) {
    for (const tried of ['wrong password', password]) {
      await server.visitor().call(SignIn, { body: { email, password: tried } });
    }
  }
  const entriesAbout = ({ candidateId }: { candidateId: string }) =>
    db
      .selectFrom('audit_entries')
      .select(['action', 'actor_id'])
      .where('subject_id', '=', candidateId)
      .orderBy('id')
      .execute();
  expect(await entriesAbout(examiner)).toEqual([
    { action: 'staff_sign_in_refused', actor_id: null },
    { action: 'staff_signed_in', actor_id: examiner.candidateId },
  ]);
  expect(await entriesAbout(ada)).toEqual([]);
});
