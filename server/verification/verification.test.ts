import { randomUUID } from 'node:crypto';
import {
  GetTrustedIssuers,
  ReinstateAward,
  RevokeAward,
  SuspendAward,
  type VerificationReport,
  Verify,
} from '@pyladder/contract';
import { bakePng } from '@pyladder/credentials';
import { publicNetwork } from '@pyladder/credentials/node';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { givenHolder, openIssuingApp, walletWith } from '../credentials/testing/given-passes.ts';
import type { TestApp } from '../testing/test-app.ts';
import { givenStranger } from './testing/given-stranger.ts';
import { verify } from './verification.actions.ts';
import { openVerification, type Verification } from './verification.ts';

let server: TestApp;
let stranger: Awaited<ReturnType<typeof givenStranger>>;
beforeAll(async () => {
  stranger = await givenStranger();
  server = await openIssuingApp({ settings: { trustedIssuers: [stranger.did, 'did:web:away.invalid'] } });
});
afterAll(() => server.close());

async function verdictOn(body: object): Promise<VerificationReport> {
  const { status, body: report, text } = await server.visitor().call(Verify, { body });
  expect([status, text]).toEqual([200, text]);
  return report;
}

const checksOf = ({ checks }: VerificationReport) =>
  Object.fromEntries(checks.map(({ name, result }) => [name, result]));

async function documentOf(id: string): Promise<string> {
  const { document } = await server.deps.db
    .selectFrom('credentials')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return document;
}

async function awardOf(candidateId: string): Promise<string> {
  const { id } = await server.deps.db
    .selectFrom('awards')
    .select('id')
    .where('candidate_id', '=', candidateId)
    .executeTakeFirstOrThrow();
  return id;
}

test('a credential of ours is valid however it is brought: as text, as a file, by its address', async () => {
  const { entry } = await givenHolder(server);
  const document = await documentOf(entry.id);
  const picture = bakePng(PNG.sync.write(new PNG({ width: 1, height: 1 })), document);
  for (const body of [
    { text: document },
    { file: Buffer.from(document).toString('base64') },
    { file: Buffer.from(picture).toString('base64') },
    { address: entry.address },
    { address: `${entry.address}.png` },
    { address: `${entry.address}/?from=mail#main` },
    { address: entry.address.replace('http://', 'HTTP://') },
  ]) {
    const report = await verdictOn(body);
    expect(report).toMatchObject({ verdict: 'valid', complete: true, change: null, replacedBy: null });
    expect(report.claims?.id).toBe(entry.address);
    expect(new Set(Object.values(checksOf(report)))).toEqual(new Set(['passed']));
  }
});

test('revoking shows at once, with its reason, and after a reinstatement with the credential that took its place', async () => {
  const { candidate, entry } = await givenHolder(server);
  const administrator = await server.staff('administrator');
  const params = { candidateId: candidate.candidateId, awardId: await awardOf(candidate.candidateId) };

  const suspended = await administrator.call(SuspendAward, {
    params,
    body: { note: 'somebody called', publicReason: 'under_review' },
  });
  expect(suspended.status).toBe(200);
  expect(await verdictOn({ address: entry.address })).toMatchObject({
    verdict: 'suspended',
    change: { reason: 'under_review' },
  });

  await administrator.call(RevokeAward, {
    params,
    body: { note: 'two phones', publicReason: 'irregularity' },
  });
  const revoked = await verdictOn({ text: await documentOf(entry.id) });
  expect(revoked).toMatchObject({ verdict: 'revoked', change: { reason: 'irregularity' }, replacedBy: null });
  expect(checksOf(revoked)).toMatchObject({ signature: 'passed', issuer: 'passed', status: 'failed' });
  expect(JSON.stringify(revoked)).not.toContain('two phones');

  await administrator.call(ReinstateAward, { params, body: { note: 'a mix-up' } });
  await expect.poll(async () => (await walletWith(candidate, ['pcep', 'pcep'])).length, { timeout: 30_000 }).toBe(2);
  const [newest] = await walletWith(candidate, ['pcep', 'pcep']);
  expect(await verdictOn({ address: entry.address })).toMatchObject({
    verdict: 'revoked',
    replacedBy: newest?.address,
  });
  expect(await verdictOn({ address: newest?.address ?? '' })).toMatchObject({ verdict: 'valid', change: null });
});

test('a letter changed in a credential of ours makes it forged, and nothing of its history is told', async () => {
  const { entry } = await givenHolder(server);
  const report = await verdictOn({ text: (await documentOf(entry.id)).replace('PCEP', 'PCAP') });
  expect(report).toMatchObject({ verdict: 'forged', change: null, replacedBy: null });
  expect(checksOf(report)).toMatchObject({ signature: 'failed', issuer: 'skipped', status: 'skipped' });
});

test('an issuer of the configuration is known; what nobody could look up is said', async () => {
  const report = await verdictOn({ text: await stranger.sign(null) });
  expect(report).toMatchObject({ verdict: 'valid', complete: false });
  expect(checksOf(report)).toMatchObject({ issuer: 'passed', status: 'unknown' });
});

test('a credential outside its time is genuine and expired', async () => {
  const report = await verdictOn({ text: await stranger.sign(new Date('2026-02-01T00:00:00Z')) });
  expect(report).toMatchObject({ verdict: 'expired' });
  expect(checksOf(report)).toMatchObject({ signature: 'passed', dates: 'failed' });
});

test('an issuer whom nobody named is unknown, however sound the signature', async () => {
  const other = await givenStranger();
  const report = await verdictOn({ text: await other.sign(null) });
  expect(report).toMatchObject({ verdict: 'unknown_issuer', claims: { issuerId: other.did } });
  expect(checksOf(report)).toMatchObject({ issuer: 'failed', status: 'skipped' });
});

test.each([
  ['words', { text: 'hello' }],
  ['JSON of something else', { text: '{"a":1}' }],
  ['a thing said twice', { text: '{"type":1,"type":2}' }],
  ['JSON without end', { text: '['.repeat(100_000) }],
  ['a broken picture', { file: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').toString('base64') }],
  ['a photograph', { file: Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64') }],
  ['nothing at all', { file: '' }],
])('%s is not understood, which is an answer and no failure', async (_what, body) => {
  const report = await verdictOn(body);
  expect(report).toMatchObject({ verdict: 'not_understood' });
  expect(checksOf(report)).toMatchObject({ format: 'failed', signature: 'skipped' });
});

test('a file of several megabytes is taken here, though nowhere else', async () => {
  const file = Buffer.alloc(5_900_000, 32).toString('base64');
  expect(await verdictOn({ file })).toMatchObject({ verdict: 'not_understood' });
  const larger = await server.visitor().call(Verify, { body: { file: `${file}${'A'.repeat(400_000)}` } });
  expect(larger).toMatchObject({ status: 413, body: { code: 'request_too_large' } });
});

test('an address of ours at which there is nothing is not found', async () => {
  const address = `${server.deps.issuer.address}/credentials/${randomUUID()}`;
  expect(await server.visitor().call(Verify, { body: { address } })).toMatchObject({
    status: 404,
    body: { code: 'not_found' },
  });
});

test.each([
  'https://example.com/badge.json',
  'http://127.0.0.1:4400/api/health',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost/',
  'file:///etc/passwd',
  'ftp://away.invalid/x',
  'https://away.invalid:8443/x',
  'http://away.invalid/x',
])('%s is not asked: nobody named it as an issuer’s', async (address) => {
  expect(await server.visitor().call(Verify, { body: { address } })).toMatchObject({
    status: 422,
    body: { code: 'address_not_allowed' },
  });
});

async function withNetwork<T>(resolve: typeof publicNetwork.resolve, use: (verification: Verification) => Promise<T>) {
  const { log } = server.deps;
  const network = { ...publicNetwork, resolve };
  const verification = openVerification({ trustedIssuers: ['did:web:issuer.example'], log, network });
  try {
    return await use(verification);
  } finally {
    await verification.close();
  }
}

test('a trusted issuer’s site that leads to a private machine is not asked, and one that is away is said to be away', async () => {
  const address = 'https://issuer.example/credentials/1';
  const ask = (verification: Verification) => verify(server.deps, verification, { address });
  await expect(withNetwork(async () => [{ address: '10.0.0.7', family: 4 }], ask)).rejects.toMatchObject({
    code: 'address_not_allowed',
    detail: { reason: 'private_address' },
  });
  const nowhere = () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
  await expect(withNetwork(nowhere, ask)).rejects.toMatchObject({
    code: 'address_not_reachable',
    detail: { reason: 'name_unknown' },
  });
});

test('only so many addresses are asked at once; who comes then is told to come again', async () => {
  const never = vi.fn(() => new Promise<never>(() => undefined));
  await withNetwork(never, async (verification) => {
    const asking = Array.from({ length: 9 }, (_, at) =>
      verification.fetchCredential(`https://issuer.example/${at}`).catch((error: unknown) => error),
    );
    expect(await Promise.race(asking)).toMatchObject({ statusCode: 503 });
    expect(never).toHaveBeenCalledTimes(8);
  });
});

test('a flood of credentials is answered for as many as may wait, and the rest are told to come again soon', async () => {
  const { entry } = await givenHolder(server);
  const payload = JSON.stringify({ text: await documentOf(entry.id) });
  const headers = { host: '127.0.0.1:4400', origin: 'http://127.0.0.1:4400', 'content-type': 'application/json' };
  const replies = await Promise.all(
    Array.from({ length: 200 }, () =>
      server.app.inject({ method: 'POST', url: Verify.path, payload, headers, remoteAddress: '198.51.100.1' }),
    ),
  );
  const verified = replies.filter(({ statusCode }) => statusCode === 200);
  const turnedAway = replies.filter(({ statusCode }) => statusCode === 503);
  expect(verified.length + turnedAway.length).toBe(200);
  expect(verified.every((reply) => reply.json().verdict === 'valid')).toBe(true);
  expect(turnedAway.length).toBeGreaterThan(0);
  expect(turnedAway.every((reply) => reply.json().code === 'unavailable')).toBe(true);
  expect(turnedAway.every((reply) => Number(reply.headers['retry-after']) >= 1)).toBe(true);
});

test('one address cannot have credentials verified without end, and is turned away before what it sends is read', async () => {
  const visitor = server.visitor('203.0.113.5');
  const ask = () => visitor.call(Verify, { body: { text: 'x' } });
  const statuses: number[] = [];
  for (let asked = 0; asked < 301; asked++) statuses.push((await ask()).status);
  expect(statuses.slice(0, 300).every((status) => status === 200)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
  const large = await visitor.call(Verify, { body: { text: 'x'.repeat(9_000_000) } });
  expect(large).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } });
  expect((await server.visitor('203.0.113.6').call(Verify, { body: { text: 'x' } })).status).toBe(200);
});

test('large files are taken in by the dozen only, and small ones still after that', async () => {
  const visitor = server.visitor('203.0.113.9');
  const large = { file: Buffer.alloc(600_000, 32).toString('base64') };
  const statuses: number[] = [];
  for (let asked = 0; asked < 21; asked++) statuses.push((await visitor.call(Verify, { body: large })).status);
  expect(statuses).toEqual([...new Array<number>(20).fill(200), 429]);
  expect((await visitor.call(Verify, { body: { text: 'x' } })).status).toBe(200);
});

test('a program may ask without pretending to be a page of ours; a page of another site may not', async () => {
  const ask = (headers: Record<string, string>) =>
    server.app.inject({
      method: 'POST',
      url: Verify.path,
      payload: '{"text":"x"}',
      headers: { host: '127.0.0.1:4400', 'content-type': 'application/json', ...headers },
    });
  expect((await ask({})).json()).toMatchObject({ verdict: 'not_understood' });
  expect((await ask({ origin: 'https://elsewhere.example' })).statusCode).toBe(403);
  expect((await ask({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
});

test('whose word is taken here is told with keys enough to verify without asking anybody', async () => {
  const { status, body } = await server.visitor().call(GetTrustedIssuers);
  expect(status).toBe(200);
  const { did } = server.deps.issuer;
  expect(body.issuers).toMatchObject([
    {
      id: did,
      isOwn: true,
      isDemo: true,
      keys: [{ publicKeyMultibase: server.deps.credentialKey.publicKeyMultibase }],
    },
    { id: stranger.did, isOwn: false },
  ]);
  expect(body.unreachable).toEqual(['did:web:away.invalid']);
});

test.each([
  {},
  { text: '' },
  { text: 'a', address: 'https://a.example' },
  { file: 'not base64!' },
  { address: 'x' },
  { other: 1 },
])('%j is no request to verify something', async (body) => {
  expect(await server.visitor().call(Verify, { body })).toMatchObject({
    status: 400,
    body: { code: 'invalid_request' },
  });
});
