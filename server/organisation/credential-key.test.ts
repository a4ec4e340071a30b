import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDidDocument, verifyBadge } from '@pyladder/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDocument, ownIssuer, readOwnStatusList } from '../credentials/credentials.actions.ts';
import { issueCredentials } from '../credentials/issuing.actions.ts';
import { givenEarner, openExamApp, walletWith } from '../credentials/testing/given-passes.ts';
import { createDeps } from '../deps.ts';
import { StartFault } from '../process/faults.ts';
import type { TestApp } from '../testing/test-app.ts';
import { openCredentialKey } from './credential-key.ts';

let server: TestApp;
let folder: string;
beforeAll(async () => {
  server = await openExamApp();
  folder = await mkdtemp(join(tmpdir(), 'pyladder-credential-key-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const open = (file: string | null, dataFolder = join(folder, 'data')) =>
  openCredentialKey({ db: server.deps.db, issuerId: server.deps.installation.issuerId, dataFolder, file });

const didDocument = async () => (await server.visitor().send({ url: '/.well-known/did.json' })).body;

/** What stops the start when this is the key file. */
async function faultOf(content: string, mode = 0o600): Promise<string> {
  const file = join(folder, 'given.pem');
  await rm(file, { force: true });
  await writeFile(file, content);
  await chmod(file, mode);
  return open(file).then(
    () => 'none',
    (error: unknown) => (error instanceof StartFault ? `${error.fault.kind}: ${error.message}` : String(error)),
  );
}

const pem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

test('the key is made once, even by ten starts at once, and only its own account can read it', async () => {
  const dataFolder = join(folder, 'ten');
  const opened = await Promise.all(Array.from({ length: 10 }, () => open(null, dataFolder)));
  expect(new Set(opened.map(({ publicKeyMultibase }) => publicKeyMultibase)).size).toBe(1);
  expect((await stat(join(dataFolder, 'keys', 'credentials.pem'))).mode & 0o777).toBe(0o600);
});

test('a key file that others may read stops the start and says what to do', async () => {
  for (const mode of [0o644, 0o640, 0o604, 0o660]) {
    const fault = await faultOf(pem(), mode);
    expect(fault).toMatch(/^key_file_open: .*given\.pem can be read by other accounts .* run "chmod 600 /);
  }
  expect(await faultOf(pem(), 0o400)).toBe('none');
});

test('what is no Ed25519 key stops the start in one line that does not repeat it', async () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  const sealed = generateKeyPairSync('ed25519').privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'secret',
  });
  const other = generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  for (const content of ['', 'hello', other.toString(), rsa.toString(), sealed.toString(), pem().slice(0, 70)]) {
    const fault = await faultOf(content);
    expect(fault).toMatch(/^key_file_unusable: The key file .*given\.pem cannot be used/);
    expect(fault).not.toContain('\n');
    if (content.length > 60) expect(fault).not.toContain(content.slice(30, 60));
  }
});

test('a key file that is missing, or no file, stops the start', async () => {
  await expect(open(join(folder, 'nowhere.pem'))).rejects.toThrow('it is not there');
  await mkdir(join(folder, 'a-folder'), { mode: 0o700 });
  await expect(open(join(folder, 'a-folder'))).rejects.toThrow('it is not a file');
});

test('after a new key has taken its place, what the old one signed still verifies, by anybody', async () => {
  const before = await givenEarner(server);
  await issueCredentials(server.deps, before.candidateId);
  const [old] = await walletWith(before, ['pcep']);

  const { dataFolder } = server.deps.settings;
  const file = join(dataFolder, 'keys', 'credentials.pem');
  await rename(file, `${file}.old`);
  const restarted = await createDeps({ ...server.deps, address: server.deps.issuer.address });
  expect(restarted.credentialKey.publicKeyMultibase).not.toBe(server.deps.credentialKey.publicKeyMultibase);
  const after = await givenEarner(server);
  await issueCredentials(restarted, after.candidateId);
  const [young] = await walletWith(after, ['pcep']);

  const published = readDidDocument(await didDocument());
  expect(published?.keys.length).toBeGreaterThanOrEqual(2);
  const trusted = published === null ? [] : [{ name: 'as published', ...published }];
  for (const [entry, key] of [
    [old, server.deps.credentialKey],
    [young, restarted.credentialKey],
  ] as const) {
    const document = (await findDocument(server.deps, entry?.id ?? '')) ?? '';
    expect(document).toContain(`#${key.publicKeyMultibase}`);
    const status = (address: string) => readOwnStatusList(restarted, address);
    expect(await verifyBadge(document, { trusted, status, now: new Date() })).toMatchObject({
      verdict: 'valid',
      complete: true,
    });
  }
});

test('an organisation’s own key signs, and is published as its issuer’s', async () => {
  const file = join(folder, 'own.pem');
  await writeFile(file, pem(), { mode: 0o600 });
  const address = 'https://exams.example.org';
  const own = { publicUrl: address, issuerName: 'Ladder College', credentialKeyFile: file };
  const published = await createDeps({ ...server.deps, settings: { ...server.deps.settings, ...own }, address });
  const candidate = await givenEarner(server);
  await issueCredentials(published, candidate.candidateId);
  const [entry] = await walletWith(candidate, ['pcep']);
  const document = JSON.parse((await findDocument(published, entry?.id ?? '')) ?? '');
  expect(document.issuer).toMatchObject({ id: 'did:web:exams.example.org', name: 'Ladder College' });
  expect(document.id).toMatch(/^https:\/\/exams\.example\.org\/credentials\//);
  expect(JSON.stringify(document)).not.toMatch(/demo/i);
  const { publicKeyMultibase } = published.credentialKey;
  expect(document.proof.verificationMethod).toBe(`did:web:exams.example.org#${publicKeyMultibase}`);
  expect((await ownIssuer(published)).keys).toContainEqual({
    id: document.proof.verificationMethod,
    publicKeyMultibase,
  });
});

test('no private key is published anywhere, and receipts are checked with other keys than credentials', async () => {
  const secret = (await readFile(join(server.deps.settings.dataFolder, 'keys', 'credentials.pem'), 'utf8'))
    .split('\n')
    .slice(1, -2)
    .join('');
  const own = server.deps.credentialKey.publicKeyMultibase;
  const did = JSON.stringify(await didDocument());
  const { text } = await server.visitor().send({ url: '/.well-known/jwks.json' });
  expect(did).toContain(own);
  expect(did).not.toContain(secret.slice(20));
  expect(text).not.toContain(secret.slice(20));
  expect(JSON.parse(text).keys.every(({ kid }: { kid: string }) => kid !== own)).toBe(true);
});
