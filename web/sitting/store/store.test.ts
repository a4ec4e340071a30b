import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { chosenOf } from '../testing/givenRoom.ts';
import { SITTING_ID as id, optionId, sampleView } from '../testing/sampleSitting.ts';
import { openDiskStore } from './diskStore.ts';
import { openEnduringStore } from './enduringStore.ts';
import { type Deed, type Kept, NOTHING_KEPT, progressOf, type Settlement } from './kept.ts';
import { memoryStore } from './memoryStore.ts';
import type { RoomStore } from './roomStore.ts';

const view = sampleView({ size: 3 });
const shown = { revision: 0, arrivedAt: 1000 };
const bearing = { state: view.state, clock: view.clock };
let names = 0;
const openStores: RoomStore[] = [];

afterEach(() => {
  for (const store of openStores.splice(0)) store.close();
});

function choice(position: number, option: number): Deed {
  return { type: 'answer', position, response: { type: 'choice', option: optionId(position, option) } };
}

/** A store on a disk of its own, and a way to open it again as another tab or after a restart does. */
async function givenDisk(): Promise<{ store: RoomStore; again: () => Promise<RoomStore> }> {
  names += 1;
  const name = `room-${names}`;
  const again = async () => {
    const store = await openDiskStore(name);
    openStores.push(store);
    return store;
  };
  return { store: await again(), again };
}

/** The option chosen at a position, as the room shows it. */
function shownAt(position: number, kept: Pick<Kept, 'view' | 'outbox'>): string | null {
  return chosenOf(progressOf(kept, []).places[position]?.response ?? null);
}

function receipts(deviceId: string, ...sequences: number[]): Settlement {
  const receivedAt = '2026-01-01T10:00:00.000Z';
  const outcomes = sequences.map((deviceSequence) => ({ outcome: 'kept' as const, deviceSequence, receivedAt }));
  return { deviceId, outcomes, bearing, arrivedAt: 2000 };
}

function refusal(deviceId: string, code: string, ...sequences: number[]): Settlement {
  const outcomes = sequences.map((deviceSequence) => ({ outcome: 'refused' as const, deviceSequence, code }));
  return { deviceId, outcomes, bearing, arrivedAt: 2000 };
}

test('what was written down is still there, in order, when the browser is opened again', async () => {
  const { store, again } = await givenDisk();
  await store.adopt(id, view, shown);
  await store.keep(id, choice(0, 1));
  await store.keep(id, { type: 'flagged', position: 2, on: true });
  store.close();
  const kept = await (await again()).read(id);
  expect(kept.outbox.map(({ save }) => [save.deviceSequence, save.type])).toEqual([
    [1, 'answer'],
    [2, 'flagged'],
  ]);
  expect(shownAt(0, kept)).toBe(optionId(0, 1));
});

test('a room that an older version kept is shown anew by the server, and what waits in it is still sent', async () => {
  names += 1;
  const name = `room-${names}`;
  const old = await openDB(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('device');
      fresh.createObjectStore('sittings');
      fresh.createObjectStore('outbox', { keyPath: ['sittingId', 'order'] });
      fresh.createObjectStore('refused');
    },
  });
  const save = { ...choice(0, 1), deviceSequence: 1 };
  await old.put('sittings', { ...NOTHING_KEPT, view: { id, items: [{ position: 0 }] }, revision: 4 }, id);
  await old.put('outbox', { deviceId: 'old device', save, sittingId: id, order: 1 });
  old.close();
  const store = await openDiskStore(name);
  openStores.push(store);
  expect(await store.read(id)).toMatchObject({ view: null, revision: 4, outbox: [{ deviceId: 'old device', save }] });
});

test('ten tabs that write at once never give the same number twice', async () => {
  const { store, again } = await givenDisk();
  const tabs = await Promise.all(Array.from({ length: 10 }, again));
  await Promise.all(tabs.flatMap((tab) => [tab.keep(id, choice(0, 0)), tab.keep(id, choice(1, 0))]));
  const { outbox } = await store.read(id);
  expect(outbox.map(({ save }) => save.deviceSequence)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(new Set(outbox.map(({ deviceId }) => deviceId)).size).toBe(1);
});

test('a number is not used again after everything was sent, nor in another sitting', async () => {
  const { store } = await givenDisk();
  const { outbox } = await store.keep(id, choice(0, 0));
  await store.settle(id, receipts(outbox[0]?.deviceId ?? '', 1));
  const other = await store.keep('0e0e0e0e-0000-4000-8000-000000000000', choice(0, 0));
  expect(other.outbox[0]?.save.deviceSequence).toBe(2);
});

test('an answer is forgotten only on its own receipt, and shows in the room before and after it', async () => {
  const { store } = await givenDisk();
  await store.adopt(id, view, shown);
  await store.keep(id, choice(0, 1));
  const waiting = await store.keep(id, choice(1, 2));
  const kept = await store.settle(id, receipts(waiting.outbox[0]?.deviceId ?? '', 1));
  expect(kept.outbox.map(({ save }) => save.deviceSequence)).toEqual([2]);
  for (const each of [waiting, kept]) expect(shownAt(0, each)).toBe(optionId(0, 1));
  expect(shownAt(1, await store.read(id))).toBe(optionId(1, 2));
});

test("another device's receipt for the same number removes nothing", async () => {
  const { store } = await givenDisk();
  await store.keep(id, choice(0, 1));
  const kept = await store.settle(id, receipts('00000000-0000-4000-8000-000000000000', 1));
  expect(kept.outbox).toHaveLength(1);
});

test('a refused answer is set aside with its reason, and no longer shown as chosen', async () => {
  const { store } = await givenDisk();
  await store.adopt(id, view, shown);
  const { outbox } = await store.keep(id, choice(0, 1));
  await store.settle(id, refusal(outbox[0]?.deviceId ?? '', 'response_not_in_item', 1));
  const kept = await store.read(id);
  expect(kept.outbox).toEqual([]);
  expect(kept.refused.map(({ code, save }) => [code, save.position])).toEqual([['response_not_in_item', 0]]);
  expect(shownAt(0, kept)).toBeNull();
});

test('an answer that met a pause waits in its place until the exam goes on', async () => {
  const { store } = await givenDisk();
  const { outbox } = await store.keep(id, choice(0, 1));
  const kept = await store.settle(id, refusal(outbox[0]?.deviceId ?? '', 'sitting_paused', 1));
  expect(kept.outbox).toEqual(outbox);
});

test('after a disk was rolled back, answers under numbers used before go out under a new identity, and the last choice still wins', async () => {
  const { store } = await givenDisk();
  await store.adopt(id, view, shown);
  await store.keep(id, choice(0, 1));
  await store.keep(id, choice(1, 3));
  const { outbox } = await store.keep(id, choice(0, 2));
  const device = outbox[0]?.deviceId ?? '';
  const kept = await store.settle(id, refusal(device, 'sequence_conflict', 1, 2));
  // Answer 1 is said again by answer 3, so only answer 2 needs a new number.
  expect(kept.outbox.map(({ save }) => [save.position, save.deviceSequence])).toEqual([
    [0, 3],
    [1, 1],
  ]);
  expect(kept.outbox[1]?.deviceId).not.toBe(device);
  const next = await store.keep(id, choice(2, 0));
  expect(next.outbox.at(-1)).toMatchObject({ deviceId: kept.outbox[1]?.deviceId, save: { deviceSequence: 2 } });
});

test('a view that was on its way while answers were settled does not undo them', async () => {
  const { store } = await givenDisk();
  await store.adopt(id, view, shown);
  const { outbox, revision } = await store.keep(id, choice(0, 1));
  await store.settle(id, receipts(outbox[0]?.deviceId ?? '', 1));
  const kept = await store.adopt(id, view, { revision, arrivedAt: 3000 });
  expect(shownAt(0, kept)).toBe(optionId(0, 1));
});

test('after the receipt, and only when nothing waits, the questions leave this computer', async () => {
  const { withoutQuestions } = await import('./kept.ts');
  const { store } = await givenDisk();
  const receipt = {
    sittingId: id,
    submittedAt: view.clock.now,
    endedBy: 'candidate' as const,
    answers: 1,
    chainHead: view.formSeal,
    signature: 's',
  };
  await store.adopt(id, view, shown);
  const { outbox } = await store.keep(id, choice(0, 1));
  await store.amend(id, (kept) => ({ ...kept, receipt }));
  expect((await store.amend(id, withoutQuestions)).view).not.toBeNull();
  await store.settle(id, receipts(outbox[0]?.deviceId ?? '', 1));
  expect(await store.amend(id, withoutQuestions)).toMatchObject({ view: null, receipt });
});

test('when the disk fails in the middle, the page goes on in memory with all it had read, under a new identity', async () => {
  const { store: disk } = await givenDisk();
  const store = await openEnduringStore(() => Promise.resolve(disk));
  await store.adopt(id, view, shown);
  const before = await store.keep(id, choice(0, 1));
  vi.spyOn(disk, 'keep').mockRejectedValue(new DOMException('disk full', 'QuotaExceededError'));
  const after = await store.keep(id, choice(1, 2));
  expect(store.lasting).toBe('memory');
  expect(after.outbox.map(({ save }) => save.position)).toEqual([0, 1]);
  expect(after.outbox[0]).toEqual(before.outbox[0]);
  expect(after.outbox[1]?.deviceId).not.toBe(before.outbox[0]?.deviceId);
});

test('a disk that never answers counts as broken, so that the page does not hang', async () => {
  const store = await openEnduringStore(() => new Promise(() => {}), 20);
  expect(store.lasting).toBe('memory');
  expect((await store.keep(id, choice(0, 1))).outbox).toHaveLength(1);
});

test('a mistake of ours is not taken for a broken disk', async () => {
  const { store: disk } = await givenDisk();
  const store = await openEnduringStore(() => Promise.resolve(disk));
  vi.spyOn(disk, 'read').mockRejectedValue(new RangeError('ours'));
  await expect(store.read(id)).rejects.toThrow('ours');
  expect(store.lasting).toBe('disk');
});

test('memory keeps the same promises as the disk while the page lasts', async () => {
  const store = memoryStore();
  await store.adopt(id, view, shown);
  const { outbox } = await store.keep(id, choice(0, 1));
  const kept = await store.settle(id, receipts(outbox[0]?.deviceId ?? '', 1));
  expect(kept.outbox).toEqual([]);
  expect(shownAt(0, kept)).toBe(optionId(0, 1));
});
