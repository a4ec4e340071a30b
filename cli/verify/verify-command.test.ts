import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { bakeSvg } from '@pyladder/credentials';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Finished, runCommandLine } from '../testing/given-clone.ts';
import { type GivenDemo, givenDemo, idAt, now } from './testing/given-demo.ts';

const command = join(import.meta.dirname, '..', 'bin', 'pyladder.mjs');

/** Each command is a process that starts threads of its own. */
vi.setConfig({ testTimeout: 120_000 });

function verify({ folder, origin }: GivenDemo, ...words: string[]): Promise<Finished> {
  return runCommandLine(folder, 'verify', '--now', now, '--trust', origin, ...words);
}

const firstLine = ({ stdout }: Finished) => stdout.split('\n')[0];

test('a genuine credential: exit code 0, and an account that begins with the verdict', async () => {
  const demo = await givenDemo();
  const done = await verify(demo, demo.file('badge.json', await demo.badge()));
  expect(done).toMatchObject({ code: 0, stderr: '' });
  expect(firstLine(done)).toBe('Genuine, and in force.');
  for (const words of [
    'What was checked',
    'Signature     in order',
    'What it says',
    'Ladder College',
    '1 January 2027',
  ]) {
    expect(done.stdout).toContain(words);
  }
  expect(done.stdout).toContain('It names nobody');
  expect(done.stdout).not.toContain('NOT in order');
});

test('a revoked credential: exit code 1, with the day and the reason from the issuer’s site', async () => {
  const demo = await givenDemo({ revoked: [3] });
  const page = { lastChange: { at: '2027-03-03T12:00:00.000Z', reason: 'irregularity' }, holderName: 'Ada' };
  const path = `/api/credentials/${idAt(3)}`;
  demo.documents.set(path, { type: 'application/json', body: JSON.stringify(page) });
  const file = demo.file('badge.json', await demo.badge({ index: 3 }));
  const told = await verify(demo, file);
  expect(told).toMatchObject({ code: 1, stderr: '' });
  expect(firstLine(told)).toBe('Genuine, but revoked on 3 March 2027 (reason: an irregularity in the exam).');
  expect(told.stdout).not.toContain('Ada');

  demo.documents.set(path, {
    type: 'application/json',
    body: '{"lastChange":{"at":"2027-03-03","reason":"\\u001b[2J"}}',
  });
  const untold = await verify(demo, file);
  expect(untold.code).toBe(1);
  expect(firstLine(untold)).toBe('Genuine, but revoked.');
});

test('a suspended credential and one outside its time: exit code 1', async () => {
  const demo = await givenDemo({ suspended: [2] });
  const suspended = await verify(demo, demo.file('suspended.json', await demo.badge({ index: 2 })));
  expect([suspended.code, firstLine(suspended)]).toEqual([1, 'Genuine, but suspended.']);
  const badge = await demo.badge({ validUntil: new Date('2027-02-01T00:00:00Z') });
  const file = demo.file('expired.json', badge);
  const expired = await verify(demo, file);
  expect([expired.code, firstLine(expired)]).toEqual([1, 'Genuine, but outside its time.']);
  const before = await runCommandLine(
    demo.folder,
    ...['verify', file, '--trust', demo.origin, '--now', '2027-01-31T23:59:59Z'],
  );
  expect([before.code, firstLine(before)]).toEqual([0, 'Genuine, and in force.']);
});

test('a letter changed: exit code 1, and nothing that it says is believed', async () => {
  const demo = await givenDemo();
  const forged = (await demo.badge()).replace('Entry-Level', 'Professional');
  const done = await verify(demo, demo.file('badge.json', forged));
  expect([done.code, firstLine(done)]).toEqual([1, 'Not genuine: changed, or never signed by whom it names.']);
  expect(done.stdout).toContain('What it says, and nobody confirms');
});

test.each([
  [['verify'], 'Name a file'],
  [['verify', 'a.json', '--now', 'yesterday'], 'Write a date such as 2027-03-03'],
  [['verify', 'a.json', '--frobnicate'], 'unknown option'],
  [['verify', 'a.json', '--trust', 'exams.example.org'], 'did:web:exams.example.org'],
  [['verify', 'a.json', '--trust', 'http://10.0.0.1'], 'no issuer to trust'],
  [['verify', 'a.json', '--status', 'nowhere.json'], 'cannot be read'],
  [['verify', '--list', 'nowhere.txt'], 'cannot be read'],
  [['verify', '-', '-'], 'write - once'],
])('what was not understood is said in a line, with exit code 2: %j', async (words, said) => {
  const demo = await givenDemo();
  const done = await runCommandLine(demo.folder, ...words);
  expect(done).toMatchObject({ code: 2, stdout: '' });
  expect(done.stderr).toContain(said);
  expect(done.stderr).not.toMatch(/\n\s+at /);
});

test('what is not there: exit code 3, with the reason and no advice about credentials', async () => {
  const demo = await givenDemo();
  for (const [name, reason] of [
    ['nowhere.json', 'There is no such file.'],
    [`${demo.origin}/nothing-here`, 'Nothing could be fetched: there is nothing at this address (404).'],
    ['https://[::1]/badge.json', 'a private machine'],
    ['https://169.254.169.254/badge.json', 'a private machine'],
  ] as const) {
    const done = await verify(demo, name);
    expect([name, done.code, firstLine(done)?.startsWith(`${name} could not be read.`)]).toEqual([name, 3, true]);
    expect(done.stdout.replace(/\s+/g, ' ')).toContain(reason);
    expect(done.stdout).not.toContain('What this means');
  }
});

test('what holds no credential: exit code 3', async () => {
  const demo = await givenDemo();
  for (const file of [
    demo.file('photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])),
    demo.file('notes.txt', 'hello'),
    demo.file('empty.json', ''),
  ]) {
    const done = await verify(demo, file);
    expect([file, done.code, firstLine(done)]).toEqual([
      file,
      3,
      'Not understood: no credential that could be verified.',
    ]);
  }
});

test('an issuer who is not trusted: exit code 4, with what to write if one trusts them', async () => {
  const demo = await givenDemo();
  const file = demo.file('badge.json', await demo.badge());
  const done = await runCommandLine(demo.folder, 'verify', file, '--now', now);
  expect(done).toMatchObject({ code: 4, stderr: '' });
  expect(firstLine(done)).toBe('A credential of an issuer whose word could not be taken here.');
  expect(done.stdout).toContain('Nobody is trusted yet.');
  const advised = /--trust (\S+)/.exec(done.stdout)?.[1] ?? '';
  expect((await runCommandLine(demo.folder, 'verify', file, '--now', now, '--trust', advised)).code).toBe(0);
});

test('with the issuer away: exit code 5, and the keys from a file; with saved lists 0 again', async () => {
  const demo = await givenDemo();
  const file = demo.file('badge.json', await demo.badge());
  const trusted = demo.file('issuer.json', demo.didDocument);
  const lists = [
    ...['--status', demo.file('revocation.json', await demo.list('revocation'))],
    ...['--status', demo.file('suspension.json', await demo.list('suspension'))],
  ];
  await demo.stop();
  const how = ['verify', file, '--now', now, '--trust', trusted];
  const offline = await runCommandLine(demo.folder, ...how, '--offline');
  expect([offline.code, firstLine(offline)]).toEqual([
    5,
    'Genuine, but whether it still stands could not be found out.',
  ]);
  expect((await runCommandLine(demo.folder, ...how)).code).toBe(5);
  const withLists = await runCommandLine(demo.folder, ...how, '--offline', ...lists);
  expect([withLists.code, firstLine(withLists)]).toEqual([0, 'Genuine, and in force.']);
});

test('an issuer that was named and cannot be asked is said to be so, and is not known', async () => {
  const demo = await givenDemo();
  const file = demo.file('badge.json', await demo.badge());
  await demo.stop();
  const away = await verify(demo, file);
  expect(away.code).toBe(4);
  expect(away.stderr).toContain(`The keys of ${demo.origin} could not be had: the site cannot be reached`);
  expect(away.stdout).toContain('You trust this issuer, but its keys could not be had');
  expect(away.stdout).not.toContain('Nobody is trusted');
  const offline = await verify(demo, file, '--offline');
  expect(offline.code).toBe(4);
  expect(offline.stderr).toContain('--offline asks nobody');
});

test('a file of keys that was saved long ago makes no forgery of what was signed with a newer key', async () => {
  const demo = await givenDemo();
  const file = demo.file('badge.json', await demo.badge());
  const older = `${demo.did}#z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp`;
  const saved = { issuers: [{ id: demo.did, keys: [{ id: older, publicKeyMultibase: older.split('#')[1] }] }] };
  expect(await verify(demo, file, '--trust', demo.file('issuer.json', saved))).toMatchObject({ code: 0, stderr: '' });
});

test('whom one trusts can stand in the environment', async () => {
  const demo = await givenDemo();
  vi.stubEnv('PYLADDER_TRUSTED_ISSUERS', `did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp, ${demo.origin}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const file = demo.file('badge.json', await demo.badge());
  expect(await runCommandLine(demo.folder, 'verify', file, '--now', now)).toMatchObject({ code: 0, stderr: '' });
});

test('a demonstration is genuine and no qualification', async () => {
  const demo = await givenDemo();
  const done = await verify(demo, demo.file('badge.json', await demo.badge({ isDemo: true })));
  expect([done.code, firstLine(done)]).toEqual([0, 'Genuine, but from a demonstration: it attests nothing.']);
});

test('a credential can be piped in, and comes out as one JSON object for programs', async () => {
  const demo = await givenDemo();
  const words = ['verify', '-', '--json', '--now', now, '--trust', demo.origin];
  const child = execFile(process.execPath, [command, ...words]);
  child.stdin?.end(await demo.badge());
  const [stdout, [code]] = await Promise.all([text(child.stdout ?? Readable.from([])), once(child, 'close')]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    source: '-',
    verdict: 'valid',
    complete: true,
    checkedAt: '2027-03-05T00:00:00.000Z',
    change: null,
    claims: { issuerId: demo.did },
  });
});

test('a credential is verified at its address, and a picture that holds it too', async () => {
  const demo = await givenDemo();
  const badge = await demo.badge();
  demo.documents.set('/credentials/1', { type: 'application/vc', body: badge });
  const picture = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', badge);
  demo.documents.set('/badge.svg', { type: 'image/svg+xml', body: picture });
  for (const path of ['/credentials/1', '/badge.svg']) {
    expect(await verify(demo, `${demo.origin}${path}`)).toMatchObject({ code: 0, stderr: '' });
  }
});

test('whoever wrote a credential cannot play with the terminal of who verifies it', async () => {
  const demo = await givenDemo();
  const hostile = (await demo.badge()).replaceAll(
    'Entry-Level',
    '\\u001b[2J\\u202e\\u0007\\r\\nGenuine, and in force.',
  );
  const file = demo.file('badge.json', hostile);
  for (const words of [[file], [file, file]]) {
    const done = await verify(demo, ...words);
    expect(done.code).toBe(1);
    expect(done.stdout).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    expect(done.stdout).not.toMatch(/^Genuine, and in force/m);
  }
});

test('the help tells the exit codes and how to trust somebody', async () => {
  const demo = await givenDemo();
  const done = await runCommandLine(demo.folder, 'verify', '--help');
  expect(done.code).toBe(0);
  expect(done.stdout).toMatch(/Exit codes[\s\S]*0 {2}valid[\s\S]*5 {2}valid as far as/);
  expect(done.stdout).toContain('--trust did:web:exams.example.org');
});
