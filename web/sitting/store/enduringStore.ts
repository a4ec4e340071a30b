import type { Kept } from './kept.ts';
import { memoryStore } from './memoryStore.ts';
import type { RoomStore } from './roomStore.ts';

/** How long the disk may take for one change before it counts as broken, in milliseconds. */
const PATIENCE = 5000;

class DiskSilent extends Error {
  override readonly name = 'DiskSilent';
}

/**
 * A store that goes on in memory when the disk fails (private window, full, blocked, silent): the page then still has
 * everything it had read, and the change that failed is made again there.
 *
 * @param openDisk opens the lasting store
 * @param patience milliseconds
 */
export async function openEnduringStore(openDisk: () => Promise<RoomStore>, patience = PATIENCE): Promise<RoomStore> {
  const known = new Map<string, Kept>();
  let store: RoomStore;
  function fallBack(cause: unknown): void {
    if (!isDiskFault(cause)) throw cause;
    if (store?.lasting === 'memory') return;
    store = memoryStore(known);
  }
  async function attempt(sittingId: string, work: (store: RoomStore) => Promise<Kept>): Promise<Kept> {
    let kept: Kept;
    try {
      kept = await within(patience, work(store));
    } catch (cause) {
      fallBack(cause);
      kept = await work(store);
    }
    known.set(sittingId, kept);
    return kept;
  }
  try {
    store = await within(patience, openDisk());
  } catch (cause) {
    fallBack(cause);
    store = memoryStore();
  }
  return {
    get lasting() {
      return store.lasting;
    },
    read: (sittingId) => attempt(sittingId, (to) => to.read(sittingId)),
    keep: (sittingId, deed) => attempt(sittingId, (to) => to.keep(sittingId, deed)),
    settle: (sittingId, settlement) => attempt(sittingId, (to) => to.settle(sittingId, settlement)),
    adopt: (sittingId, view, shown) => attempt(sittingId, (to) => to.adopt(sittingId, view, shown)),
    amend: (sittingId, change) => attempt(sittingId, (to) => to.amend(sittingId, change)),
    close: () => store.close(),
  };
}

/** Every fault of IndexedDB is a DOMException; where there is none at all, its name is missing. Anything else is a bug. */
function isDiskFault(cause: unknown): boolean {
  return cause instanceof DOMException || cause instanceof DiskSilent || typeof indexedDB === 'undefined';
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DiskSilent(`no answer in ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
