import { GetMe, SignIn, SignUp } from '@pyladder/contract';
import { afterEach, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestAppOptions } from '../testing/test-app.ts';
import { mayHaveDemoAccounts, prepareDemoAccounts } from './demo-accounts.ts';

const opened: TestApp[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

async function start(settings: TestAppOptions['settings'] = {}) {
  const server = await openTestApp({ settings });
  opened.push(server);
  return server;
}

const passwordIn = (lines: string[]) => /password of each is (\S+)/.exec(lines[0] ?? '')?.[1] ?? '';

test('whoever tries Pyladder out is told how to sign in as each kind of person, and can', async () => {
  const server = await start();
  const lines = await prepareDemoAccounts(server.deps, true);
  const seen: Record<string, unknown> = {};
  for (const name of ['administrator', 'examiner', 'candidate', 'extra-time']) {
    const email = `${name}@pyladder.example`;
    expect(lines.join('\n')).toContain(email);
    const { body } = await server.visitor().call(SignIn, { body: { email, password: passwordIn(lines) } });
    seen[name] = [body.person?.roles, body.person?.extraTime];
  }
  expect(seen).toEqual({
    administrator: [['candidate', 'administrator'], 0],
    examiner: [['candidate', 'examiner'], 0],
    candidate: [['candidate'], 0],
    'extra-time': [['candidate'], 0.25],
  });
});

test('starting again, or twice at once, changes nothing: same accounts, same password, sessions go on', async () => {
  const server = await start();
  const [lines, other] = await Promise.all([
    prepareDemoAccounts(server.deps, true),
    prepareDemoAccounts(server.deps, true),
  ]);
  expect(other).toEqual(lines);
  const visitor = server.visitor();
  await visitor.call(SignIn, { body: { email: 'candidate@pyladder.example', password: passwordIn(lines) } });
  expect(await prepareDemoAccounts(server.deps, true)).toEqual(lines);
  expect((await visitor.call(GetMe)).body.person).not.toBeNull();
  expect(await server.database.db.selectFrom('identity.demo_accounts').select('user_id').execute()).toHaveLength(4);
});

test('each installation has a password of its own', async () => {
  const one = await prepareDemoAccounts((await start()).deps, true);
  const other = await prepareDemoAccounts((await start()).deps, true);
  expect(passwordIn(one)).not.toBe(passwordIn(other));
});

test('once others can reach the server, demo accounts are locked and their sessions are over', async () => {
  const server = await start();
  const password = passwordIn(await prepareDemoAccounts(server.deps, true));
  const visitor = server.visitor();
  const body = { email: 'administrator@pyladder.example', password };
  await visitor.call(SignIn, { body });
  const opened = { ...server.deps, settings: { ...server.deps.settings, host: '0.0.0.0' } };
  expect(await prepareDemoAccounts(opened, true)).toEqual([]);
  expect((await visitor.call(GetMe)).body.person).toBeNull();
  expect((await server.visitor().call(SignIn, { body })).status).toBe(401);
  await prepareDemoAccounts(server.deps, true);
  expect((await server.visitor().call(SignIn, { body })).status).toBe(200);
});

test('an account that somebody made for themselves is never turned into a demo account', async () => {
  const server = await start();
  const own = { name: 'Own', email: 'administrator@pyladder.example', password: 'a password of my own' };
  await server.visitor().call(SignUp, { body: own });
  const lines = await prepareDemoAccounts(server.deps, true);
  expect(lines.join('\n')).not.toContain(own.email);
  const { body } = await server.visitor().call(SignIn, { body: { email: own.email, password: own.password } });
  expect(body.person?.roles).toEqual(['candidate']);
});

test.each([
  [{ host: '127.0.0.1' }, true, true],
  [{ host: 'localhost' }, true, true],
  [{ host: '::1' }, true, true],
  [{ host: '0.0.0.0' }, true, false],
  [{ host: '192.168.1.5' }, true, false],
  [{ host: '127.0.0.1', publicUrl: 'https://exams.example.org' }, true, false],
  [{ host: '127.0.0.1', trustedProxies: ['loopback'] }, true, false],
  [{ host: '127.0.0.1' }, false, false],
])(
  'with settings %j and an embedded database: %s, demo accounts are allowed: %s',
  async (settings, isEmbedded, allowed) => {
    const { deps } = opened[0] ?? (await start());
    expect(mayHaveDemoAccounts({ ...deps.settings, ...settings }, isEmbedded)).toBe(allowed);
  },
);

test('the audit log tells when demo accounts were opened and locked, and what they may do', async () => {
  const server = await start();
  const told = async () => {
    const rows = await server.database.db
      .selectFrom('audit_entries')
      .select(['action', 'detail'])
      .where('subject', '=', 'candidate')
      .orderBy('id')
      .execute();
    return rows.map(({ action, detail }) => [action, ...Object.values(detail)].join(' '));
  };
  await prepareDemoAccounts(server.deps, true);
  await prepareDemoAccounts(server.deps, true);
  const opened = [
    'demo_account_opened',
    'role_granted administrator',
    'demo_account_opened',
    'role_granted examiner',
    'demo_account_opened',
    'demo_account_opened',
    'extra_time_granted 0.25',
  ];
  expect(await told()).toEqual(opened);
  const toOthers = { ...server.deps, settings: { ...server.deps.settings, host: '0.0.0.0' } };
  await prepareDemoAccounts(toOthers, true);
  await prepareDemoAccounts(toOthers, true);
  expect(await told()).toEqual([...opened, ...Array(4).fill('demo_account_locked')]);
});
