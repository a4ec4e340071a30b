// @vitest-environment node
import { bakeSvg, type StatusSource } from '@pyladder/credentials';
import { beforeAll, expect, test } from 'vitest';
import { givenIssuer, type TestIssuer } from './testing/issuer.ts';
import { createAnswerer } from './worker/answer.ts';
import type { Job, JobResult } from './worker/protocol.ts';

const now = new Date('2026-11-22T16:40:00Z');
let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await givenIssuer();
});

/** What a worker answers that trusts the issuer. */
async function ask(job: Job, status: StatusSource = async () => null): Promise<JobResult> {
  const answer = createAnswerer({ status, now: () => now });
  await answer({ kind: 'trust', issuers: [issuer.trusted] });
  const reply = await answer({ kind: 'job', id: 3, job });
  if (reply?.kind !== 'done') throw new Error(`the worker said ${JSON.stringify(reply)}`);
  expect(reply.id).toBe(3);
  return reply.result;
}

async function reportOn(badge: string | Blob, status?: StatusSource) {
  const result = await ask({ kind: 'verify', badge }, status);
  if (result.kind !== 'verify') throw new Error(`the worker did ${result.kind}`);
  return result.report;
}

test('a genuine badge is valid, and complete once the issuer’s list was read', async () => {
  const badge = await issuer.issue();
  expect(await reportOn(badge, (address) => issuer.list(address, null))).toMatchObject({
    verdict: 'valid',
    complete: true,
  });
});

test('with the server gone a genuine badge stays valid, and it is said that its status is not known', async () => {
  expect(await reportOn(await issuer.issue())).toMatchObject({ verdict: 'valid', complete: false });
});

test('a badge that was withdrawn is not taken for a valid one', async () => {
  const badge = await issuer.issue();
  expect(await reportOn(badge, (address) => issuer.list(address, 'revocation'))).toMatchObject({ verdict: 'revoked' });
  expect(await reportOn(badge, (address) => issuer.list(address, 'suspension'))).toMatchObject({
    verdict: 'suspended',
  });
});

test('a picture with a badge in it is read as a file', async () => {
  const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', await issuer.issue());
  expect(await reportOn(new Blob([svg]))).toMatchObject({ verdict: 'valid' });
});

test('a film of many gigabytes is refused without being read whole', async () => {
  let read = 0;
  const film = new Blob(['']);
  film.slice = (start = 0, end = 0) => {
    read = end - start;
    return new Blob([new Uint8Array(end - start)]);
  };
  const { verdict, checks } = await reportOn(film);
  expect([verdict, checks[0]?.code]).toEqual(['not_understood', 'too_large']);
  expect(read).toBeLessThan(60 * 1024 * 1024);
});

test('whose badge it is can be found out with the right e-mail address only', async () => {
  const badge = await issuer.issue({ email: 'ada@example.org' });
  const compare = async (email: string, one: string | Blob = badge) =>
    ask({ kind: 'names-holder', badge: one, email }).then((result) => 'isTheirs' in result && result.isTheirs);
  expect(await compare(' Ada@Example.org')).toBe(true);
  expect(await compare('eve@example.org')).toBe(false);
  expect(await compare('ada@example.org', 'no credential at all')).toBeNull();
});

test('this browser says that it can check signatures', async () => {
  expect(await ask({ kind: 'probe' })).toEqual({ kind: 'probe', isAble: true });
});
