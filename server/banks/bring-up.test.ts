import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { loadLadder, loadPacks, writeCompiledBank } from '@pyladder/bank';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing/test-database.ts';
import { createReadiness, type Readiness } from '../health/readiness.ts';
import { LADDER_FOLDER } from '../ladder/ladder.ts';
import { StartFault } from '../process/faults.ts';
import { createBanks } from './banks.ts';
import { bringUpBanks, bringUpPracticeBank } from './bring-up.ts';
import { makeItems } from './testing/given-bank.ts';

/** A build starts several interpreters, on a machine that may be busy. */
const PATIENCE_MS = 240_000;
const TEMPLATES = 2;

const ladder = loadLadder(LADDER_FOLDER);
let database: TestDatabase;
let folder: string;
let issuerId: string;
const examSeed = Buffer.alloc(32, 0x5e);

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'pyladder-packs-'));
  const row = { slug: 'example', name: 'Example', is_demo: true };
  issuerId = (await database.db.insertInto('issuers').values(row).returning('id').executeTakeFirstOrThrow()).id;
  await makeSmallPack();
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** The real ladder with two of its exam templates, and a made-up practice bank. */
async function makeSmallPack() {
  for (const file of ['ladder.yaml', 'pack.yaml']) await cp(join(LADDER_FOLDER, file), join(folder, file));
  const section = join('pcep', 'operators-expressions', 'items');
  await mkdir(join(folder, section), { recursive: true });
  const exam = readdirSync(join(LADDER_FOLDER, section))
    .filter((name) => /^pool: exam$/m.test(readFileSync(join(LADDER_FOLDER, section, name), 'utf8')))
    .slice(0, TEMPLATES);
  for (const name of exam) await cp(join(LADDER_FOLDER, section, name), join(folder, section, name));
  writeCompiledBank(join(folder, 'compiled', 'practice'), makeItems(ladder, 'practice'));
}

/** A node of the installation, bringing its banks up until it is stopped. */
function startNode(ladderFolder = folder, extraFolder: string | null = null) {
  const readiness: Readiness = createReadiness();
  const banks = createBanks(database.db, { issuerId, ladder });
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const sources = { db: database.db, issuerId, ladderFolder, extraFolder, examSeed, banks, readiness, log };
  const ending = new AbortController();
  const running = bringUpBanks(sources, ending.signal);
  const stop = async () => {
    ending.abort();
    await running;
  };
  return { readiness, banks, logged, stop };
}

/** What stops the start of a node whose practice bank is in this state. */
async function readRefusal(ladderFolder: string): Promise<unknown> {
  const readiness = createReadiness();
  const banks = createBanks(database.db, { issuerId, ladder });
  const log = pino({ level: 'silent' });
  const sources = { db: database.db, issuerId, ladderFolder, extraFolder: null, examSeed, banks, readiness, log };
  return bringUpPracticeBank(sources).catch((error: unknown) => error);
}

/** The small pack with a mistake in one template, and the name by which the log shall tell it. */
async function spoilPack(): Promise<{ spoilt: string; place: string }> {
  const { packs } = loadPacks(folder);
  const [template] = packs.flatMap((pack) => pack.templates);
  const file = template?.source.file ?? '';
  const spoilt = await mkdtemp(join(tmpdir(), 'pyladder-packs-'));
  await cp(folder, spoilt, { recursive: true });
  await writeFile(
    join(spoilt, relative(folder, file)),
    readFileSync(file, 'utf8').replace(/^objective: .*$/m, 'objective: no-such-thing'),
  );
  return { spoilt, place: `${join(basename(dirname(file)), basename(file))}:` };
}

async function countBanks() {
  const rows = await database.db.selectFrom('banks').select('digest').where('pool', '=', 'exam').execute();
  return rows.length;
}

/** The build of just this installation, among the processes of this machine. */
function findChildren(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter(
      (pid) =>
        readProcess(pid, 'cmdline').includes('exam-build.child.ts') &&
        readProcess(pid, 'stat').includes(` ${process.pid} `),
    );
}

/** Empty for a process that has just ended. */
function readProcess(pid: string, file: 'cmdline' | 'environ' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

test(
  'a node that is stopped in the middle of a build leaves nothing half done, and no child behind',
  async () => {
    const node = startNode();
    await expect.poll(() => findChildren().length, { timeout: PATIENCE_MS }).toBe(1);
    await node.stop();
    expect(await countBanks()).toBe(0);
    await expect.poll(() => findChildren(), { timeout: PATIENCE_MS }).toEqual([]);
    expect(node.readiness).toMatchObject({ practiceBank: 'ready', examBank: { status: 'starting' } });
  },
  PATIENCE_MS,
);

test(
  'a database that fails while a node starts does not keep the node from ever being ready',
  async () => {
    await database.pool.query('ALTER TABLE banks RENAME TO banks_away');
    const node = startNode();
    await expect.poll(() => node.logged.join(''), { timeout: PATIENCE_MS }).toContain('trying again');
    expect(node.readiness.practiceBank).toBe('starting');
    await database.pool.query('ALTER TABLE banks_away RENAME TO banks');
    await expect.poll(() => node.readiness.practiceBank, { timeout: PATIENCE_MS }).toBe('ready');
    await node.stop();
  },
  PATIENCE_MS,
);

test('a practice bank that is damaged, empty or not there stops the start, in one line that says where and what to do', async () => {
  const place = await mkdtemp(join(tmpdir(), 'pyladder-packs-'));
  const practice = join(place, 'compiled', 'practice');
  const missing = await readRefusal(place);
  await mkdir(practice, { recursive: true });
  const empty = await readRefusal(place);
  await mkdir(join(practice, 'pcep'));
  await writeFile(join(practice, 'pcep', 'functions.jsonl'), '{"cut\n{}\n');
  const damaged = await readRefusal(place);
  await rm(place, { recursive: true });
  const remedy = 'Build it with "npx pyladder bank build" and start again.';
  for (const [refusal, what] of [
    [missing, 'compiled/practice:1:1: There is no compiled practice bank here.'],
    [empty, 'compiled/practice:1:1: There is no compiled practice bank here.'],
    [damaged, 'pcep/functions.jsonl:1:1: This line is not JSON. (1 more such.)'],
  ] as const) {
    expect(refusal).toBeInstanceOf(StartFault);
    expect(String(refusal)).toContain(`${what} ${remedy}`);
  }
});

test(
  'packs with a mistake before there is any exam bank: health says refused, the log says what that means, mocks go on',
  async () => {
    const { spoilt, place } = await spoilPack();
    const node = startNode(spoilt);
    await expect.poll(() => node.logged.join(''), { timeout: PATIENCE_MS }).toContain(place);
    expect(node.logged.join('')).toContain('no real exam can be taken');
    expect(node.readiness).toMatchObject({
      practiceBank: 'ready',
      examBank: { status: 'refused', reason: 'packs_have_mistakes' },
    });
    await node.stop();
    await rm(spoilt, { recursive: true });
  },
  PATIENCE_MS,
);

test(
  'a build that is killed, or cannot read its packs: health says refused and why, the log says that it is tried again',
  async () => {
    const killed = startNode();
    await expect.poll(() => findChildren().length, { timeout: PATIENCE_MS }).toBe(1);
    for (const pid of findChildren()) process.kill(Number(pid), 'SIGKILL');
    await expect.poll(() => killed.readiness.examBank.reason, { timeout: PATIENCE_MS }).toBe('build_failed');
    expect(killed.readiness.examBank.status).toBe('refused');
    expect(killed.logged.join('')).toContain('tried again every minute: its process ended early (SIGKILL)');
    await killed.stop();

    const notThere = startNode(folder, join(folder, 'packs-that-were-there-at-the-start'));
    await expect.poll(() => notThere.readiness.examBank.reason, { timeout: PATIENCE_MS }).toBe('build_failed');
    expect(notThere.logged.join('')).toMatch(/tried again every minute: ENOENT[^"]+packs-that-were-there/);
    await notThere.stop();
  },
  PATIENCE_MS,
);

test(
  'two nodes that start at once build the exam bank once, and the seed shows nowhere',
  async () => {
    const nodes = [startNode(), startNode()];
    const seen = new Set<string>();
    const look = () => {
      for (const pid of findChildren()) seen.add(`${readProcess(pid, 'cmdline')} ${readProcess(pid, 'environ')}`);
    };
    const looking = setInterval(look, 20);
    await expect
      .poll(() => nodes.map(({ readiness }) => readiness.examBank.status), { timeout: PATIENCE_MS })
      .toEqual(['ready', 'ready']);
    clearInterval(looking);
    expect(await countBanks()).toBe(1);
    const progress = nodes.map(({ readiness }) => readiness.examBank).find(({ total }) => total > 0);
    expect(progress).toMatchObject({ built: TEMPLATES, total: TEMPLATES });
    const variants = nodes.map(({ banks }) => banks.inForce('exam')?.variants.get('pcep') ?? []);
    expect(new Set(variants.flat().map(({ template }) => template)).size).toBe(TEMPLATES);
    expect(variants[0]).toEqual(variants[1]);
    expect(seen.size).toBeGreaterThan(0);
    for (const text of seen) {
      expect(text).not.toContain(examSeed.toString('hex'));
      expect(text).not.toContain('DATABASE_URL');
    }
    await Promise.all(nodes.map(({ stop }) => stop()));
  },
  PATIENCE_MS,
);

test(
  'the next start has the bank at once and builds nothing',
  async () => {
    const node = startNode();
    await expect.poll(() => node.readiness.examBank.status, { timeout: PATIENCE_MS }).toBe('ready');
    // The child says what the bank would be made of, hears that it is there, and ends.
    for (const children of [1, 0])
      await expect.poll(() => findChildren().length, { timeout: PATIENCE_MS }).toBe(children);
    await node.stop();
    expect(node.readiness.examBank).toEqual({ status: 'ready', built: 0, total: 0 });
    expect(await countBanks()).toBe(1);
  },
  PATIENCE_MS,
);

test(
  'packs with a mistake are refused by file and line, and the bank from before serves on',
  async () => {
    const { spoilt, place } = await spoilPack();
    const node = startNode(spoilt);
    await expect.poll(() => node.logged.join(''), { timeout: PATIENCE_MS }).toContain(place);
    expect(node.logged.join('')).toContain('the bank from before stays in use');
    expect(node.readiness.examBank.status).toBe('ready');
    expect(node.banks.inForce('exam')).not.toBeNull();
    await node.stop();
    await rm(spoilt, { recursive: true });
  },
  PATIENCE_MS,
);
