import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactVerify, createLocalJWKSet } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { insertAuditEntry } from './audit.ts';
import { openInstallation } from './installation.ts';
import { openSealingKey } from './sealing-key.ts';

let server: TestApp;
let folder: string;
beforeAll(async () => {
  server = await openTestApp();
  folder = await mkdtemp(join(tmpdir(), 'pyladder-keys-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const publishedKeys = async () => (await server.visitor().send({ url: '/.well-known/jwks.json' })).body;

test('ten nodes that start at once share one installation and its secrets', async () => {
  const options = { db: server.database.db, random: randomBytes, issuerName: null, publicUrl: null };
  const opened = await Promise.all(Array.from({ length: 10 }, () => openInstallation(options)));
  for (const installation of opened) expect(installation).toEqual(server.deps.installation);
});

test('an installation without a public address says that it is a demo, one with an address bears its own name', async () => {
  expect(server.deps.installation).toMatchObject({ isDemo: true, issuerName: 'Pyladder demo' });
  const settings = { publicUrl: 'https://exams.example.org', issuerName: 'Ladder College' };
  const published = await openTestApp({ settings });
  expect(published.deps.installation).toMatchObject({ isDemo: false, issuerName: 'Ladder College' });
  await published.close();
});

test('anybody can check a receipt with the published keys, and a changed one does not hold', async () => {
  const signature = await server.deps.receiptKey.sign({ sittingId: 'one', answers: 30 });
  const keys = createLocalJWKSet(await publishedKeys());
  const { payload, protectedHeader } = await compactVerify(signature, keys);
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({ sittingId: 'one', answers: 30 });
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA', kid: server.deps.receiptKey.kid });
  const [head, , tail] = signature.split('.');
  const other = Buffer.from(JSON.stringify({ sittingId: 'one', answers: 29 })).toString('base64url');
  await expect(compactVerify(`${head}.${other}.${tail}`, keys)).rejects.toThrow('signature verification failed');
});

test('the private half of a key is published nowhere', async () => {
  const { keys } = await publishedKeys();
  expect(keys).toHaveLength(2);
  for (const key of keys) expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
});

test('a key is made once, even by ten starts at once, and can be read by its own account only', async () => {
  const { db } = server.database;
  const { issuerId } = server.deps.installation;
  const open = () => openSealingKey({ db, issuerId, dataFolder: folder, purpose: 'receipts' });
  const opened = await Promise.all(Array.from({ length: 10 }, open));
  expect(new Set(opened.map(({ kid }) => kid)).size).toBe(1);
  const entries = db
    .selectFrom('audit_entries')
    .select('action')
    .where('subject_id', '=', opened[0]?.kid ?? '');
  expect(await entries.execute()).toEqual([{ action: 'key_published' }]);
  expect(await readdir(join(folder, 'keys'))).toEqual(['receipts.pem']);
  expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'keys', 'receipts.pem')).mode & 0o777).toBe(0o600);
});

test('what an older node signed can be checked on every other', async () => {
  const elsewhere = await mkdtemp(join(folder, 'node-'));
  const { db } = server.database;
  const { issuerId } = server.deps.installation;
  const older = await openSealingKey({ db, issuerId, dataFolder: elsewhere, purpose: 'receipts' });
  const signature = await older.sign({ answers: 1 });
  await expect(compactVerify(signature, createLocalJWKSet(await publishedKeys()))).resolves.toBeDefined();
});

test('an act that is taken back leaves no entry, and an entry cannot be changed', async () => {
  const { db } = server.database;
  const entry = {
    issuerId: server.deps.installation.issuerId,
    actorId: null,
    action: 'sitting_swept',
    subject: 'sitting',
    subjectId: 'one',
  };
  const takenBack = db.transaction().execute(async (tx) => {
    await insertAuditEntry(tx, entry);
    throw new Error('taken back');
  });
  await expect(takenBack).rejects.toThrow('taken back');
  await insertAuditEntry(db, { ...entry, detail: { by: 'time' } });
  const rows = await db
    .selectFrom('audit_entries')
    .select(['action', 'detail'])
    .where('subject_id', '=', 'one')
    .execute();
  expect(rows).toEqual([{ action: 'sitting_swept', detail: { by: 'time' } }]);
  await expect(db.deleteFrom('audit_entries').execute()).rejects.toThrow('never changed');
});
