import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction, openDB } from 'idb';
import { type Device, freshDevice, nextEntry, settled } from './device.ts';
import { type Kept, NOTHING_KEPT, type OutboxEntry, type RefusedEntry, withView } from './kept.ts';
import type { RoomStore } from './roomStore.ts';

type Facts = Omit<Kept, 'outbox' | 'refused'>;
/** `order` is the order in which saves were made, over all devices of this profile. */
type StoredEntry = OutboxEntry & { sittingId: string; order: number };

interface RoomSchema extends DBSchema {
  device: { key: 'this'; value: Device & { lastOrder: number } };
  sittings: { key: string; value: Facts };
  outbox: { key: [sittingId: string, order: number]; value: StoredEntry };
  refused: { key: [sittingId: string, deviceId: string, sequence: number]; value: RefusedEntry };
}

const STORES: ('device' | 'sittings' | 'outbox' | 'refused')[] = ['device', 'sittings', 'outbox', 'refused'];

/**
 * The store of this browser profile, shared by its tabs. IndexedDB runs one change at a time, so that two tabs never
 * give the same number; `strict` means that what is said to be written has been handed to the disk.
 *
 * @throws DOMException where the browser does not allow it
 */
export async function openDiskStore(name = 'pyladder-room'): Promise<RoomStore> {
  const database = await openDB<RoomSchema>(name, 2, {
    upgrade(fresh, version, _, tx) {
      if (version === 1) return forgetViews(tx.objectStore('sittings'));
      fresh.createObjectStore('device');
      fresh.createObjectStore('sittings');
      fresh.createObjectStore('outbox', { keyPath: ['sittingId', 'order'] });
      fresh.createObjectStore('refused');
    },
    blocking: () => database.close(),
  });
  return {
    lasting: 'disk',
    read: async (sittingId) => (await readSheet(database.transaction(STORES), sittingId)).kept,
    keep: (sittingId, deed) =>
      change(database, sittingId, (kept, device) => {
        const next = nextEntry(device, deed);
        return { kept: { ...kept, outbox: [...kept.outbox, next.entry] }, device: next.device };
      }),
    settle: (sittingId, settlement) => change(database, sittingId, (kept, device) => settled(kept, settlement, device)),
    adopt: (sittingId, view, { revision, arrivedAt }) =>
      change(database, sittingId, (kept, device) => ({
        kept: kept.revision === revision ? withView(kept, view, arrivedAt) : kept,
        device,
      })),
    amend: (sittingId, amendment) =>
      change(database, sittingId, (kept, device) => ({ kept: { ...amendment(kept), outbox: kept.outbox }, device })),
    close: () => database.close(),
  };
}

/**
 * Views as the first version kept them do not say how their questions are answered. The server shows them anew; what
 * waits to be sent stays.
 */
async function forgetViews(sittings: IDBPObjectStore<RoomSchema, typeof STORES, 'sittings', 'versionchange'>) {
  for (const key of await sittings.getAllKeys()) {
    const facts = await sittings.get(key);
    if (facts !== undefined) await sittings.put({ ...facts, view: null }, key);
  }
}

type Sheet = { kept: Kept; orders: ReadonlyMap<OutboxEntry, number> };
type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<RoomSchema, typeof STORES, Mode>;

async function readSheet(tx: Transaction<'readonly' | 'readwrite'>, sittingId: string): Promise<Sheet> {
  const ofSitting = IDBKeyRange.bound([sittingId], [sittingId, []]);
  const [facts, stored, refused] = await Promise.all([
    tx.objectStore('sittings').get(sittingId),
    tx.objectStore('outbox').getAll(ofSitting),
    tx.objectStore('refused').getAll(ofSitting),
  ]);
  const orders = new Map(stored.map(({ deviceId, save, order }) => [{ deviceId, save }, order]));
  return { kept: { ...NOTHING_KEPT, ...facts, outbox: [...orders.keys()], refused }, orders };
}

/** Reads, decides and writes the difference in one transaction. Entries are the same ones if they are the same object. */
async function change(
  database: IDBPDatabase<RoomSchema>,
  sittingId: string,
  decide: (kept: Kept, device: Device) => { kept: Kept; device: Device },
): Promise<Kept> {
  const tx = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  const [{ kept: before, orders }, known] = await Promise.all([
    readSheet(tx, sittingId),
    tx.objectStore('device').get('this'),
  ]);
  let { lastOrder, ...device } = known ?? { ...freshDevice(), lastOrder: 0 };
  const next = decide(before, device);
  const { outbox, refused, ...facts } = next.kept;
  device = next.device;
  const writes: Promise<unknown>[] = [tx.objectStore('sittings').put(facts, sittingId)];
  for (const [entry, order] of orders) {
    if (!outbox.includes(entry)) writes.push(tx.objectStore('outbox').delete([sittingId, order]));
  }
  for (const entry of outbox.filter((each) => !orders.has(each))) {
    lastOrder += 1;
    writes.push(tx.objectStore('outbox').put({ ...entry, sittingId, order: lastOrder }));
  }
  for (const entry of refused.filter((each) => !before.refused.includes(each))) {
    writes.push(tx.objectStore('refused').put(entry, [sittingId, entry.deviceId, entry.save.deviceSequence]));
  }
  writes.push(tx.objectStore('device').put({ ...device, lastOrder }, 'this'));
  await Promise.all([...writes, tx.done]);
  return next.kept;
}
