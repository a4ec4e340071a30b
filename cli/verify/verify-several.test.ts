import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Finished, runCommandLine, startCommand } from '../testing/given-clone.ts';
import { type GivenDemo, givenDemo, now } from './testing/given-demo.ts';

/** Each command is a process that starts threads of its own. */
vi.setConfig({ testTimeout: 120_000 });

function verify({ folder, origin }: GivenDemo, ...words: string[]): Promise<Finished> {
  return runCommandLine(folder, 'verify', '--now', now, '--trust', origin, ...words);
}

test('an address in a list leads to this machine only if a trusted issuer is there', async () => {
  const demo = await givenDemo();
  demo.documents.set('/a', { type: 'application/vc', body: await demo.badge() });
  const list = demo.file('list.txt', `# addresses\n\n${demo.origin}/a\n`);
  expect((await verify(demo, '--list', list)).code).toBe(0);
  const other = await givenDemo();
  const refused = await verify(other, '--list', list);
  expect(refused.code).toBe(3);
  expect(refused.stdout).toContain('neither named nor a trusted issuer’s');
});

test('of a folder each credential has its line, the sum is told, and the exit code is the worst of them', async () => {
  const demo = await givenDemo({ revoked: [2] });
  demo.file('1-valid.json', await demo.badge());
  demo.file('2-revoked.json', await demo.badge({ index: 2 }));
  demo.file('3-broken.json', '{');
  demo.file('notes.txt', 'left alone');
  demo.file('.hidden.json', 'left alone too');
  const done = await verify(demo, demo.folder);
  expect(done).toMatchObject({ code: 1, stderr: '' });
  const lines = done.stdout.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^valid +.*1-valid\.json {2}Certified Entry-Level Python Programmer, Ladder College$/);
  expect(lines[1]).toMatch(/^revoked +.*2-revoked\.json/);
  expect(lines[2]).toMatch(/^not understood +.*3-broken\.json/);
  expect(lines[3]).toMatch(/^3 credentials in .* 1 valid, 1 revoked, 1 not understood\.$/);
  expect(lines).toHaveLength(4);
});

test('of several the JSON has a line each, in the order in which they were named', async () => {
  const demo = await givenDemo();
  const badge = await demo.badge();
  const files = Array.from({ length: 12 }, (_, at) => demo.file(`${at}.json`, at % 3 === 0 ? 'x' : badge));
  const done = await verify(demo, '--json', ...files);
  const results = done.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(results.map(({ source }) => source)).toEqual(files);
  expect(results.map(({ verdict }) => verdict)).toEqual(
    files.map((_, at) => (at % 3 === 0 ? 'not_understood' : 'valid')),
  );
  expect(done.code).toBe(3);
  expect(done.stderr).toMatch(/^12 credentials in /);
});

test('Ctrl-C ends it cleanly, with what was found so far', async () => {
  const demo = await givenDemo();
  const silent = createServer(() => undefined);
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => {
    silent.closeAllConnections();
    silent.close();
  });
  const asked = once(silent, 'request');
  const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/x`;
  const file = demo.file('badge.json', await demo.badge());
  const { child, finished } = startCommand(
    demo.folder,
    ...['verify', file, address, '--now', now, '--trust', demo.origin],
  );
  await Promise.all([asked, once(child.stdout ?? child, 'data')]);
  child.kill('SIGINT');
  const done = await finished;
  expect(done.code).toBe(130);
  expect(done.stdout).toMatch(/^valid /);
  expect(done.stdout).toContain('1 credential in ');
  expect(done.stderr).toBe('Interrupted; the rest was not verified.\n');
});

test('a reader that has seen enough ends it without a fuss', async () => {
  const demo = await givenDemo();
  const file = demo.file('badge.json', await demo.badge());
  const { child, finished } = startCommand(
    demo.folder,
    ...['verify', ...new Array<string>(400).fill(file), '--now', now, '--trust', demo.origin],
  );
  child.stdout?.once('data', () => child.stdout?.destroy());
  expect((await finished).stderr).not.toMatch(/Error|EPIPE/);
});
