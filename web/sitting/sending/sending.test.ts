// @vitest-environment node
import { afterEach, expect, test, vi } from 'vitest';
import { waitAfter } from './backoff.ts';
import { nextBatch } from './batch.ts';
import { openRoomApi } from './roomApi.ts';
import { takeTurn } from './turn.ts';

afterEach(() => vi.unstubAllGlobals());

const entry = (deviceId: string, deviceSequence: number) => ({
  deviceId,
  save: { type: 'viewed' as const, deviceSequence, position: 0 },
});

test('a batch never mixes devices and never overtakes', () => {
  const outbox = [entry('a', 1), entry('a', 2), entry('b', 1), entry('a', 3)];
  expect(nextBatch(outbox, 100)).toMatchObject({
    deviceId: 'a',
    saves: [{ deviceSequence: 1 }, { deviceSequence: 2 }],
  });
  expect(nextBatch(outbox.slice(2), 100)).toMatchObject({ deviceId: 'b', saves: [{ deviceSequence: 1 }] });
  expect(nextBatch(outbox, 1)?.saves).toHaveLength(1);
  expect(nextBatch([], 100)).toBeNull();
});

test('waiting doubles, stays below half a minute, and is spread out', () => {
  expect([1, 2, 3, 9].map((failures) => waitAfter(failures, 1))).toEqual([1000, 2000, 4000, 30_000]);
  expect(waitAfter(9, 0)).toBe(15_000);
});

test('a network that takes a request and never answers is given up', async () => {
  const silent = (_: unknown, { signal }: RequestInit) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  vi.stubGlobal('fetch', silent);
  expect(await openRoomApi(10).getSitting('x')).toEqual({ type: 'unreachable' });
});

test('an answer that breaks off in the middle is no answer', async () => {
  const headers = { 'content-type': 'application/json' };
  vi.stubGlobal('fetch', async () => new Response('{"outcomes": [', { headers }));
  const saves = [{ type: 'viewed' as const, deviceSequence: 1, position: 0 }];
  expect(await openRoomApi().save('x', 't', { deviceId: 'd', saves })).toEqual({ type: 'unreachable' });
});

test('JSON of somebody else is not taken for a receipt', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ status: 'ok' }));
  expect(await openRoomApi().getClock('x', 't')).toEqual({ type: 'unreachable' });
});

test("the server's reason for a no is kept", async () => {
  vi.stubGlobal('fetch', async () => Response.json({ code: 'sitting_paused', detail: {} }, { status: 409 }));
  expect(await openRoomApi().submit('x', 't')).toEqual({ type: 'refused', status: 409, code: 'sitting_paused' });
});

test('where there are no locks, work is done all the same', async () => {
  vi.stubGlobal('navigator', {});
  expect(await takeTurn('room', () => Promise.resolve('done'))).toBe('done');
});

test('another tab that is stuck does not keep this one from sending', async () => {
  const locks = { request: () => Promise.reject(new DOMException('waited too long', 'TimeoutError')) };
  vi.stubGlobal('navigator', { locks });
  expect(await takeTurn('room', () => Promise.resolve('done'))).toBe('done');
});
