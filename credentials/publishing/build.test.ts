import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenIssuer } from '../node/testing/given-issuer.ts';
import { buildPackage } from './build.ts';

const run = promisify(execFile);
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
let project: string;

/** A stranger's project that has installed the package and what it depends on, and nothing else. */
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'pyladder-consumer-'));
  const built = await buildPackage();
  const { dependencies } = JSON.parse(await readFile(join(built, 'package.json'), 'utf8'));
  await cp(built, join(project, 'node_modules', '@pyladder', 'credentials'), { recursive: true });
  await mkdir(join(project, 'node_modules', '@scure'), { recursive: true });
  for (const needed of Object.keys(dependencies)) {
    await symlink(join(modules, needed), join(project, 'node_modules', needed));
  }
  await writeFile(join(project, 'package.json'), '{ "type": "module" }');
}, 120_000);
afterAll(() => rm(project, { recursive: true }));

/** The package by its name, as only strangers call it. */
const name = '@pyladder/credentials';

const program = `
import { readFile } from 'node:fs/promises';
const { name, trusted, badge } = JSON.parse(await readFile('given.json', 'utf8'));
const { verifyBadge } = await import(name);
const { verifyMany } = await import(name + '/node');

const terms = { trusted: [trusted], status: null, now: new Date('2027-02-01T00:00:00Z') };
const one = await verifyBadge(badge, terms);
const forged = await verifyBadge(badge.replace('PCEP', 'PCAP'), terms);
const verdicts = [one.verdict, forged.verdict];
for await (const outcome of verifyMany([badge, 'hello'], async (text) => text, terms)) verdicts.push(outcome.report.verdict);
console.log(JSON.stringify(verdicts));
`;

test('the package that is published verifies badges in a project that has nothing else of ours, threads included', async () => {
  const issuer = await givenIssuer();
  await writeFile(
    join(project, 'given.json'),
    JSON.stringify({ name, trusted: issuer.trusted, badge: await issuer.badge() }),
  );
  await writeFile(join(project, 'program.js'), program);
  const { stdout } = await run(process.execPath, ['program.js'], { cwd: project });
  expect(JSON.parse(stdout)).toEqual(['valid', 'forged', 'valid', 'not_understood']);
});

test('whoever uses the published package with TypeScript gets its types', async () => {
  const imported = ['import', `(${JSON.stringify(name)})`].join('');
  await writeFile(
    join(project, 'typed.ts'),
    `export const verdict: ${imported}.Report['verdict'] = 'no such verdict';\n`,
  );
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--skipLibCheck', 'typed.ts'];
  const tsc = join(modules, 'typescript', 'bin', 'tsc');
  const { stdout } = await run(process.execPath, [tsc, ...options], { cwd: project }).catch((error) => error);
  expect(stdout).toContain('no such verdict');
  expect(stdout).not.toContain('TS2307');
});
