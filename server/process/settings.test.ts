import { expect, test } from 'vitest';
import { StartFault } from './faults.ts';
import { readSettings } from './settings.ts';

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof StartFault && error.fault.kind === 'settings_wrong') return error.fault.problems;
    throw error;
  }
  return [];
}

test('without any setting the server is for this machine only and brings its own database', () => {
  expect(readSettings({ HOME: '/home/a' })).toMatchObject({
    host: '127.0.0.1',
    port: 4400,
    databaseUrl: null,
    publicUrl: null,
    ladderFolder: null,
    examPacksFolder: null,
    credentialKeyFile: null,
    logLevel: 'warn',
  });
});

test('a variable that is set to nothing counts as not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '', HOST: '' })).toMatchObject({
    port: 4400,
    databaseUrl: null,
    host: '127.0.0.1',
  });
});

test('every wrong variable is named at once, with what to write instead', () => {
  const problems = problemsOf({
    PORT: '70000',
    PUBLIC_URL: 'exams.example.org',
    LADDER_DIR: '/nowhere/at/all',
    EXAM_PACKS_DIR: '/nowhere/at/all',
    LOG_LEVEL: 'loud',
  });
  expect(problems).toEqual([
    expect.stringMatching(/^PORT is "70000": set it to a port number from 1 to 65535/),
    expect.stringMatching(/^PUBLIC_URL is "exams.example.org": set it to an address without a path, such as https:/),
    expect.stringMatching(/^LADDER_DIR is "\/nowhere\/at\/all": set it to a folder that exists/),
    expect.stringMatching(/^EXAM_PACKS_DIR is "\/nowhere\/at\/all": set it to a folder that exists/),
    expect.stringMatching(/^LOG_LEVEL is "loud": set it to one of fatal, error/),
  ]);
});

test.each(['-1', '4400.5', '0x10', ' 80', '1e3', '4400;rm'])(
  'PORT=%j is refused rather than read as some number',
  (port) => {
    expect(problemsOf({ PORT: port })).toHaveLength(1);
  },
);

test.each(['mysql://a@b/c', 'localhost:5432', 'postgres://a@b', '/run/postgresql'])(
  'DATABASE_URL=%s is refused',
  (address) => {
    expect(problemsOf({ DATABASE_URL: address })).toHaveLength(1);
  },
);

test('a wrong database address is not repeated, for it may hold a password', () => {
  expect(problemsOf({ DATABASE_URL: 'mysql://root:secret-word@host/db' }).join()).not.toContain('secret-word');
});

test('a slash at the end of PUBLIC_URL does not end up in links', () => {
  expect(readSettings({ PUBLIC_URL: 'https://exams.example.org/' }).publicUrl).toBe('https://exams.example.org');
});

test.each(['https://[2001:db8::1]', 'https://exam_server.example.org'])(
  'PUBLIC_URL=%s is refused at the start rather than when the first credential is to be signed',
  (address) => {
    expect(problemsOf({ PUBLIC_URL: address })).toHaveLength(1);
  },
);

test('a relative data folder means the same place wherever the server works later', () => {
  expect(readSettings({ DATA_DIR: 'here' }).dataFolder).toBe(`${process.cwd()}/here`);
});

test('proxies are believed one by one or by network, and the name of who certifies is kept as it is written', () => {
  expect(
    readSettings({ TRUST_PROXY: 'loopback, 10.0.0.0/8,2001:db8::/32', ISSUER_NAME: ' Ladder College ' }),
  ).toMatchObject({
    trustedProxies: ['loopback', '10.0.0.0/8', '2001:db8::/32'],
    issuerName: 'Ladder College',
  });
  expect(readSettings({ TRUST_PROXY: '', ISSUER_NAME: '  ' })).toMatchObject({ trustedProxies: [], issuerName: null });
});

test.each(['true', '*', '10.0.0.0/33', '10.0.0', '10.0.0.1/8/8', '10.0.0.1,,10.0.0.2'])(
  'TRUST_PROXY=%j is refused: nobody may be believed by mistake',
  (proxies) => {
    expect(problemsOf({ TRUST_PROXY: proxies })).toHaveLength(1);
  },
);

test('a name of who certifies that would break a line is refused', () => {
  expect(problemsOf({ ISSUER_NAME: 'Ladder\nCollege' })).toHaveLength(1);
});

test.each(['allow', 'prefer', 'require', 'verify-ca', 'verify-full'])(
  'a database asked for with sslmode=%s must prove who it is, for passwords and answers go there',
  (mode) => {
    const { databaseUrl } = readSettings({ DATABASE_URL: `postgres://a:b%3F@db/exams?sslmode=${mode}&host=%2Frun` });
    expect(databaseUrl).toBe('postgres://a:b%3F@db/exams?sslmode=verify-full&host=%2Frun');
  },
);

test.each(['sslmode=disable', 'sslmode=no-verify', 'sslmode=require&uselibpqcompat=true'])(
  'whoever asks for less by name, %s, gets it',
  (asked) => {
    const address = `postgres://a@db/exams?${asked}`;
    expect(readSettings({ DATABASE_URL: address }).databaseUrl).toBe(address);
  },
);

test('a mistyped mode of encryption and a missing certificate are refused before anybody connects', () => {
  expect(problemsOf({ DATABASE_URL: 'postgres://a@db/exams?sslmode=verify_full' })).toEqual([
    expect.stringMatching(/^DATABASE_URL is not understood: set it to an address with sslmode=verify-full/),
  ]);
  expect(problemsOf({ DATABASE_URL: 'postgres://a@db/exams?sslrootcert=/nowhere/ca.pem' })).toEqual([
    expect.stringMatching(/sslrootcert are files that can be read/),
  ]);
});

test('issuers to trust are DIDs and https addresses, each taken once', () => {
  const issuers = 'did:web:exams.example.org, https://badges.example.com/issuer,did:web:exams.example.org';
  expect(readSettings({ TRUSTED_ISSUERS: issuers }).trustedIssuers).toEqual([
    'did:web:exams.example.org',
    'https://badges.example.com/issuer',
  ]);
  expect(readSettings({}).trustedIssuers).toEqual([]);
});

test.each([
  'exams.example.org',
  'http://127.0.0.1:4400',
  'HTTP://localhost',
  'did:key:z6Mk',
  'did:example:1',
  'did:web:a b',
  'https://user:secret@example.org',
  'https://[::1]/',
  'did:web:exams.example.org,,',
])('TRUSTED_ISSUERS=%j is refused rather than trusting nobody in silence', (issuers) => {
  expect(problemsOf({ TRUSTED_ISSUERS: issuers })).toHaveLength(1);
});
