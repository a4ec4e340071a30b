import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded } from '../database/embedded/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { createPool } from '../database/pool.ts';
import { raise } from '../database/testing/template.ts';
import { makeTestFolder } from '../database/testing/test-server.ts';
import { listAuditKeys } from './chain-reading.queries.ts';
import { findHead } from './sealing.queries.ts';
import { sealAll } from './sealing.ts';
import { type GivenLog, openGivenLog } from './testing/given-log.ts';

const COMMAND = join(import.meta.dirname, '..', '..', 'cli', 'bin', 'pyladder.mjs');

let log: GivenLog;
let folder: string;
let head: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pyladder-test-'));
  log = await openGivenLog();
  for (let nth = 0; nth < 3; nth++) await log.write(`sealed ${nth}`);
  await sealAll(log);
  await log.write('sealed later');
  await sealAll(log);
  await log.write('not sealed');
  head = (await findHead(log.db, log.installation.issuerId))?.hash ?? '';
});
afterAll(async () => {
  await log.close();
  await rm(folder, { recursive: true });
});

type Outcome = { code: number | null; out: string; err: string };

/** Runs the real command, in an environment that has nothing but what it is given. */
async function pyladder(args: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [COMMAND, 'audit', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOME: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((settle) => child.once('close', settle));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

const ofDatabase = () => ({ DATABASE_URL: log.database.url });

test('a log that nobody touched verifies, and the head to note is told', async () => {
  const { code, out, err } = await pyladder(['verify'], ofDatabase());
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('5 entries in 2 seals verify; 1 entry is newer than the last seal.\n');
  expect(out).toContain(head);
  expect(out).toContain(log.auditKey.kid);
});

test('--database is taken before DATABASE_URL, and --json tells programs the same', async () => {
  const elsewhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' };
  const { code, out } = await pyladder(['verify', '--json', '--database', log.database.url], elsewhere);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ intact: true, seals: 2, entries: 5, unsealed: 1, head: { hash: head } });
});

test('a head that was noted is found in the log, and one that is not there makes the check fail', async () => {
  const noted = await pyladder(['verify', '--expect-head', head.toUpperCase()], ofDatabase());
  expect(noted).toMatchObject({ code: 0 });
  expect(noted.out).toContain('The head that was noted is seal 2 of 2');
  const other = await pyladder(['verify', '--expect-head', 'ab'.repeat(32)], ofDatabase());
  expect(other).toMatchObject({ code: 1 });
  expect(other.out).toContain('No seal has the head that was noted');
  expect(await pyladder(['verify', '--expect-head', 'abc'], ofDatabase())).toMatchObject({ code: 2 });
});

test('an exported log verifies without a database, and a changed line of it is named', async () => {
  const file = join(folder, 'log.jsonl');
  expect(await pyladder(['export', file], ofDatabase())).toMatchObject({ code: 0 });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const whole = await pyladder(['verify', '--file', file, '--expect-head', head]);
  expect(whole).toMatchObject({ code: 0, err: '' });
  expect(whole.out).toContain('5 entries in 2 seals verify; 1 entry is newer');

  const lines = await readFile(file, 'utf8');
  const changed = join(folder, 'changed.jsonl');
  await writeFile(changed, lines.replace('sealed 1', 'sealed 7'));
  const found = await pyladder(['verify', '--file', changed]);
  expect(found).toMatchObject({ code: 1 });
  const entry = await log.idOf('sealed 1');
  expect(found.out).toContain(`Entry ${entry} is not what seal 1 sealed: it was changed`);

  const again = await pyladder(['export', file], ofDatabase());
  expect(again).toMatchObject({ code: 2, err: `${file} is there already: name a new file.\n` });
  expect(await readFile(file, 'utf8')).toBe(lines);
});

test('with --keys only those are believed, whatever keys the log brings along', async () => {
  const keys = join(folder, 'jwks.json');
  await writeFile(keys, JSON.stringify({ keys: await listAuditKeys(log.db, log.installation.issuerId) }));
  const pinned = await pyladder(['verify', '--keys', keys], ofDatabase());
  expect(pinned).toMatchObject({ code: 0 });
  const made = 'this does not show that nobody made it anew';
  expect([pinned.out.includes(made), (await pyladder(['verify'], ofDatabase())).out.includes(made)]).toEqual([
    false,
    true,
  ]);
  await writeFile(keys, JSON.stringify({ keys: [] }));
  const stranger = await pyladder(['verify', '--keys', keys], ofDatabase());
  expect(stranger).toMatchObject({ code: 1 });
  expect(stranger.out).toContain('Seal 1 was signed with a key that is not among those to believe.');
  await writeFile(keys, 'no keys');
  expect(await pyladder(['verify', '--keys', keys], ofDatabase())).toMatchObject({ code: 2, out: '' });
});

test('an export that was cut off is one line, and so is one that is not there', async () => {
  const whole = join(folder, 'whole.jsonl');
  await pyladder(['export', whole], ofDatabase());
  const cut = join(folder, 'cut.jsonl');
  await writeFile(cut, (await readFile(whole, 'utf8')).slice(0, -30));
  const [early, missing] = await Promise.all([
    pyladder(['verify', '--file', cut]),
    pyladder(['verify', '--file', join(folder, 'nowhere.jsonl')]),
  ]);
  expect(early).toMatchObject({ code: 1, out: '' });
  expect(early.err.trimEnd().split('\n')).toHaveLength(1);
  expect(missing).toMatchObject({ code: 2, out: '' });
  expect(missing.err).toContain('nowhere.jsonl cannot be read (ENOENT).');
});

test('a change behind the triggers makes the command fail and name the entry', async () => {
  const tampered = await openGivenLog();
  await tampered.write('changed');
  await sealAll(tampered);
  const entry = await tampered.idOf('changed');
  await tampered.tamper(sql`UPDATE audit_entries SET action = 'sitting_released' WHERE id = ${entry}`);
  const { code, out } = await pyladder(['verify'], { DATABASE_URL: tampered.database.url });
  expect(code).toBe(1);
  expect(out).toContain('The audit log does not verify: 1 fault.');
  expect(out).toContain(`Entry ${entry} is not what seal 1 sealed`);
  await tampered.close();
});

test('a database that cannot be reached is told in one line', async () => {
  const { code, out, err } = await pyladder(['verify', '--database', 'postgres://nobody@127.0.0.1:1/nothing']);
  expect({ code, out }).toEqual({ code: 75, out: '' });
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('the embedded database is checked while its server runs, and started for the check when it does not', async () => {
  const dataFolder = makeTestFolder();
  const nothing = await pyladder(['verify'], { DATA_DIR: dataFolder });
  expect(nothing).toMatchObject({ code: 2, out: '' });
  expect(nothing.err).toContain(`There is no database in ${dataFolder}`);

  const embedded = await startEmbedded({ dataFolder, log: () => undefined, durability: 'none' });
  const pool = createPool(embedded.connection, raise);
  const early = await pyladder(['verify'], { DATA_DIR: dataFolder });
  expect(early).toMatchObject({ code: 2 });
  expect(early.err).toContain('no audit chain yet');
  await migrate(pool);
  await pool.query("INSERT INTO issuers (slug, name, is_demo) VALUES ('main', 'Ladder College', true)");
  await pool.end();

  const running = await pyladder(['verify'], { DATA_DIR: dataFolder });
  expect(running).toMatchObject({ code: 0, err: '' });
  expect(running.out).toContain('0 entries in 0 seals verify');
  await embedded.stop();
  const stopped = await pyladder(['verify'], { DATA_DIR: dataFolder });
  expect(stopped).toEqual(running);

  // It was stopped again: the folder is free.
  const again = await startEmbedded({ dataFolder, log: () => undefined, durability: 'none' });
  await again.stop();
  await rm(dataFolder, { recursive: true });
});
