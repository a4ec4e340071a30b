import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadPack, loadLadder, writeCompiledBank } from '@pyladder/bank';
import type { Item } from '@pyladder/exam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../database/testing/test-database.ts';
import { LADDER_FOLDER } from '../ladder/ladder.ts';
import { createBanks } from './banks.ts';
import { loadPracticeBank } from './practice-bank.ts';
import { makeItems } from './testing/given-bank.ts';

const ladder = loadLadder(LADDER_FOLDER);
const items = makeItems(ladder, 'practice');
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'pyladder-bank-'));
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** An installation of its own: its banks are nobody else's. */
async function givenIssuer() {
  const slug = `issuer-${crypto.randomUUID()}`;
  const { id } = await database.db
    .insertInto('issuers')
    .values({ slug, name: 'Example', is_demo: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function countRows(table: 'items' | 'banks' | 'bank_items') {
  const { count } = await database.db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

const hashesOf = (some: readonly Item[]) => some.map(({ hash }) => hash);

/** Digests of the banks that the audit log says came into force, in order. */
async function recordedBanks(issuerId: string): Promise<string[]> {
  const rows = await database.db
    .selectFrom('audit_entries')
    .select('subject_id as digest')
    .where('issuer_id', '=', issuerId)
    .where('action', '=', 'bank_in_force')
    .orderBy('id')
    .execute();
  return rows.map(({ digest }) => digest);
}

test('the compiled bank comes into the database whole, and forms can be drawn from it', async () => {
  const issuerId = await givenIssuer();
  writeCompiledBank(folder, items);
  const banks = createBanks(database.db, { issuerId, ladder });
  await banks.refresh('practice');
  expect(banks.inForce('practice')).toBeNull();
  await loadPracticeBank(database.db, issuerId, folder);
  await banks.refresh('practice');
  const bank = banks.inForce('practice');
  expect(bank?.variants.get('pcep')).toHaveLength(items.length);
  expect([...(bank?.offered ?? [])]).toEqual(['pcep']);
  expect(await banks.getItems(database.db, [items[5]?.hash ?? '', items[2]?.hash ?? ''])).toEqual([items[5], items[2]]);
});

test('loading the same bank again changes nothing, and ten nodes at once load it once', async () => {
  const issuerId = await givenIssuer();
  writeCompiledBank(folder, items);
  await Promise.all(Array.from({ length: 10 }, () => loadPracticeBank(database.db, issuerId, folder)));
  const before = [await countRows('items'), await countRows('banks'), await countRows('bank_items')];
  await loadPracticeBank(database.db, issuerId, folder);
  expect([await countRows('items'), await countRows('banks'), await countRows('bank_items')]).toEqual(before);
  expect(await recordedBanks(issuerId)).toHaveLength(1);
});

test('a bank that lost items stays whole for the forms that were drawn from the old one', async () => {
  const issuerId = await givenIssuer();
  writeCompiledBank(folder, items);
  await loadPracticeBank(database.db, issuerId, folder);
  const banks = createBanks(database.db, { issuerId, ladder });
  writeCompiledBank(folder, items.slice(0, 10));
  await loadPracticeBank(database.db, issuerId, folder);
  await banks.refresh('practice');
  expect(banks.inForce('practice')?.variants.get('pcep')).toHaveLength(10);
  expect(banks.inForce('practice')?.offered.size).toBe(0);
  expect(await banks.getItems(database.db, [items.at(-1)?.hash ?? ''])).toEqual([items.at(-1)]);
});

test('a request gets all its items, also where memory holds fewer than it asks for', async () => {
  const issuerId = await givenIssuer();
  writeCompiledBank(folder, items);
  await loadPracticeBank(database.db, issuerId, folder);
  const banks = createBanks(database.db, { issuerId, ladder, itemsInMemory: 3 });
  const some = items.slice(0, 3);
  expect(await banks.getItems(database.db, hashesOf(some))).toEqual(some);
  // What was in memory gives way to what is fetched beside it.
  expect(await banks.getItems(database.db, hashesOf(items))).toEqual(items);
  // And to what others fetch meanwhile.
  const groups = [items.slice(0, 4), items.slice(3, 8), items.slice(2, 12)];
  expect(await Promise.all(groups.map((group) => banks.getItems(database.db, hashesOf(group))))).toEqual(groups);
});

test('going back to an earlier bank puts that one in force again', async () => {
  const issuerId = await givenIssuer();
  const banks = createBanks(database.db, { issuerId, ladder });
  const sizes: (number | undefined)[] = [];
  for (const size of [20, 30, 20]) {
    writeCompiledBank(folder, items.slice(0, size));
    await loadPracticeBank(database.db, issuerId, folder);
    await banks.refresh('practice');
    sizes.push(banks.inForce('practice')?.variants.get('pcep')?.length);
  }
  expect(sizes).toEqual([20, 30, 20]);
  const [first, second, third, ...others] = await recordedBanks(issuerId);
  expect(first).not.toBe(second);
  expect(third).toBe(first);
  expect(others).toEqual([]);
});

test('a line that was changed by hand is refused with its file and line, and the bank in force stays', async () => {
  const issuerId = await givenIssuer();
  writeCompiledBank(folder, items);
  await loadPracticeBank(database.db, issuerId, folder);
  const file = join(folder, 'pcep', 'functions.jsonl');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"key":false', '"key":true'));
  const refused = loadPracticeBank(database.db, issuerId, folder);
  await expect(refused).rejects.toThrow(BadPack);
  await expect(refused).rejects.toThrow('functions.jsonl:1');
  const banks = createBanks(database.db, { issuerId, ladder });
  await banks.refresh('practice');
  expect(banks.inForce('practice')?.variants.get('pcep')).toHaveLength(items.length);
});

test('a clone without a compiled bank says so and how to build it', async () => {
  const issuerId = await givenIssuer();
  const refused = loadPracticeBank(database.db, issuerId, join(folder, 'nowhere'));
  await expect(refused).rejects.toThrow('There is no compiled practice bank here. Build it: pyladder bank build.');
});
