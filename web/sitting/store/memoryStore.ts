import type { Device } from './device.ts';
import { freshDevice, nextEntry, settled } from './device.ts';
import { type Kept, NOTHING_KEPT, withView } from './kept.ts';
import type { RoomStore } from './roomStore.ts';

/**
 * A store that lasts as long as the page, for browsers that will not write (private windows, full disks).
 * Its device is new, so that its numbers never meet those of another tab which can still write.
 *
 * @param known what was read before writing failed
 */
export function memoryStore(known: ReadonlyMap<string, Kept> = new Map()): RoomStore {
  const sittings = new Map(known);
  let device: Device = freshDevice();
  const of = (sittingId: string) => sittings.get(sittingId) ?? NOTHING_KEPT;
  function put(sittingId: string, kept: Kept): Promise<Kept> {
    sittings.set(sittingId, kept);
    return Promise.resolve(kept);
  }
  return {
    lasting: 'memory',
    read: (sittingId) => Promise.resolve(of(sittingId)),
    keep(sittingId, deed) {
      const kept = of(sittingId);
      const next = nextEntry(device, deed);
      device = next.device;
      return put(sittingId, { ...kept, outbox: [...kept.outbox, next.entry] });
    },
    settle(sittingId, settlement) {
      const next = settled(of(sittingId), settlement, device);
      device = next.device;
      return put(sittingId, next.kept);
    },
    adopt(sittingId, view, { revision, arrivedAt }) {
      const kept = of(sittingId);
      return put(sittingId, kept.revision === revision ? withView(kept, view, arrivedAt) : kept);
    },
    amend: (sittingId, change) => put(sittingId, { ...change(of(sittingId)), outbox: of(sittingId).outbox }),
    close() {},
  };
}
