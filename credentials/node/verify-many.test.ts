import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { verifyBadge } from '../index.ts';
import type { StatusSource } from '../trust.ts';
import { givenIssuer } from './testing/given-issuer.ts';
import { openVerifiers, VerifiersBusy } from './verifiers.ts';
import { verifyMany } from './verify-many.ts';

const now = new Date('2027-02-01T00:00:00Z');

/** An issuer, and its lists with the credentials of these places withdrawn. */
async function givenTerms({ revoked = [], suspended = [] }: { revoked?: number[]; suspended?: number[] } = {}) {
  const issuer = await givenIssuer();
  const lists = new Map([
    [issuer.listAddress('revocation'), await issuer.statusList('revocation', revoked)],
    [issuer.listAddress('suspension'), await issuer.statusList('suspension', suspended)],
  ]);
  const status = vi.fn<StatusSource>(async (address) => lists.get(address) ?? null);
  return { issuer, terms: { trusted: [issuer.trusted], status, now } };
}

async function collect<T>(outcomes: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const outcome of outcomes) all.push(outcome);
  return all;
}

const asIs = async (text: string) => text;

test('threads say of each credential what is said without them, in the order in which they were given', async () => {
  const { issuer, terms } = await givenTerms({ revoked: [1], suspended: [2] });
  const valid = await issuer.badge();
  const kinds = [
    valid,
    await issuer.badge({ index: 1 }),
    await issuer.badge({ index: 2 }),
    await issuer.badge({ validUntil: new Date('2027-01-02T00:00:00Z') }),
    valid.replace('PCEP', 'PCAP'),
    await (await givenIssuer('https://other.example')).badge(),
    'hello',
    await issuer.badge({ isDemo: true }),
  ];
  const texts = Array.from({ length: 80 }, (_, at) => kinds[at % kinds.length] ?? '');
  const outcomes = await collect(verifyMany(texts, asIs, { ...terms, threads: 3 }));
  const alone = await Promise.all(texts.map((text) => verifyBadge(text, terms)));
  expect(outcomes).toEqual(texts.map((source, at) => ({ source, report: alone[at] })));
  expect(new Set(alone.map(({ verdict }) => verdict)).size).toBe(7);
});

test('what cannot be read is told as such, and the others are verified all the same', async () => {
  const { issuer, terms } = await givenTerms();
  const badge = await issuer.badge();
  const fault = new Error('gone');
  const read = async (at: number) => {
    if (at === 1) throw fault;
    return badge;
  };
  const outcomes = await collect(verifyMany([0, 1, 2], read, { ...terms, threads: 2 }));
  expect(outcomes).toMatchObject([
    { source: 0, report: { verdict: 'valid' } },
    { source: 1, unread: fault },
    { source: 2, report: { verdict: 'valid' } },
  ]);
});

test('of any number only a few are in memory at a time', async () => {
  const { issuer, terms } = await givenTerms();
  const badge = await issuer.badge();
  let read = 0;
  let told = 0;
  let furthest = 0;
  const sources = Array.from({ length: 60 }, (_, at) => at);
  const bring = async () => {
    read += 1;
    furthest = Math.max(furthest, read - told);
    return badge;
  };
  for await (const _ of verifyMany(sources, bring, { ...terms, threads: 1, readAhead: 4 })) told += 1;
  expect(told).toBe(60);
  expect(furthest).toBeLessThanOrEqual(5);
});

test('whoever has seen enough leaves nothing running', async () => {
  const { issuer, terms } = await givenTerms();
  const badge = await issuer.badge();
  const read = vi.fn(async () => badge);
  for await (const _ of verifyMany(Array.from({ length: 1000 }), read, { ...terms, threads: 1 })) break;
  const before = read.mock.calls.length;
  await pause(50);
  expect(read).toHaveBeenCalledTimes(before);
  expect(before).toBeLessThan(20);
});

test('it can be stopped in the middle, while something is waited for that never comes', async () => {
  const { issuer, terms } = await givenTerms();
  const badge = await issuer.badge();
  const stop = new AbortController();
  const status: StatusSource = () => {
    stop.abort(new Error('enough'));
    return new Promise(() => undefined);
  };
  const all = collect(verifyMany([badge, badge], asIs, { ...terms, status, threads: 1, signal: stop.signal }));
  await expect(all).rejects.toThrow('enough');
});

test('a status list made by a clock that is ahead a little is believed', async () => {
  const { issuer, terms } = await givenTerms();
  const badge = await issuer.badge();
  const early = new Date('2026-12-31T23:58:00Z');
  const [outcome] = await collect(verifyMany([badge], asIs, { ...terms, now: early, threads: 1 }));
  expect(outcome).toMatchObject({ report: { verdict: 'valid', complete: true } });
});

test('while a list is waited for, a credential’s time does not run out', async () => {
  const { issuer, terms } = await givenTerms();
  const badge = await issuer.badge();
  const verifiers = openVerifiers({ threads: 1, limitMs: 300 });
  // The thread has started, and reading is quick from here on.
  await verifiers.verify(badge, terms);
  const status: StatusSource = async (address) => {
    await pause(1500);
    return terms.status(address);
  };
  expect(await verifiers.verify(badge, { ...terms, status })).toMatchObject({ verdict: 'valid', complete: true });
  await verifiers.close();
});

test('a credential that takes all its time is not understood, and those behind it have their turn', async () => {
  const { terms } = await givenTerms();
  const program = new URL('./testing/stuck-worker.ts', import.meta.url);
  const verifiers = openVerifiers({ threads: 1, limitMs: 50, program });
  const texts = ['before', 'endless', 'behind', 'endless', 'last'];
  const reports = await Promise.all(texts.map((text) => verifiers.verify(text, terms)));
  expect(reports.map(({ checks }) => checks[0]?.code)).toEqual([
    'stand_in',
    'too_demanding',
    'stand_in',
    'too_demanding',
    'stand_in',
  ]);
  expect(new Set(reports.map(({ verdict }) => verdict))).toEqual(new Set(['not_understood']));
  await verifiers.close();
});

test('a credential that takes all the memory costs a thread and not the process', async () => {
  const { issuer, terms } = await givenTerms();
  const verifiers = openVerifiers({ threads: 1, heapMegabytes: 12 });
  const large = `{"a":[${'[[],{"b":1}],'.repeat(70_000)}0]}`;
  const reports = await Promise.all([large, large].map((text) => verifiers.verify(text, terms)));
  expect(reports.map(({ verdict }) => verdict)).toEqual(['not_understood', 'not_understood']);
  await verifiers.close();
  const roomy = openVerifiers({ threads: 1 });
  expect(await roomy.verify(await issuer.badge(), terms)).toMatchObject({ verdict: 'valid' });
  await roomy.close();
});

test('when too many wait, the next is told so instead of waiting longer still', async () => {
  const { issuer, terms } = await givenTerms();
  const badge = await issuer.badge();
  const verifiers = openVerifiers({ threads: 1, mostWaiting: 3 });
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => verifiers.verify(badge, terms)));
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused).toHaveLength(5);
  expect(refused.every(({ reason }) => reason instanceof VerifiersBusy)).toBe(true);
  await verifiers.close();
});

test('closing ends what waits with a word, and later questions too', async () => {
  const { issuer, terms } = await givenTerms();
  const badge = await issuer.badge();
  const verifiers = openVerifiers({ threads: 1 });
  const asked = [1, 2, 3, 4].map(() => verifiers.verify(badge, terms));
  const ended = Promise.allSettled(asked);
  await verifiers.close();
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  await expect(verifiers.verify(badge, terms)).rejects.toThrow('closed');
});

test('a bug in asking for a list is not taken for an unknown status', async () => {
  const { issuer, terms } = await givenTerms();
  const status: StatusSource = () => Promise.reject(new Error('a bug'));
  const verifiers = openVerifiers({ threads: 1 });
  await expect(verifiers.verify(await issuer.badge(), { ...terms, status })).rejects.toThrow('a bug');
  await verifiers.close();
});
