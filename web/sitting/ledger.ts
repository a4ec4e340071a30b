import { type RoomSnapshot, type RoomState, snapshotOf } from './roomState.ts';
import type { Kept } from './store/kept.ts';
import type { RoomStore } from './store/roomStore.ts';

/** What a room knows, who watches it, and the one line in which its store is changed. */
export type Ledger = {
  state(): RoomState;
  snapshot(): RoomSnapshot;
  subscribe(listener: () => void): () => void;
  change(part: Partial<RoomState>): void;
  /**
   * Does one change of the store after the other, so that what is shown is always what was written last.
   *
   * @param shown what else changes in the same instant
   */
  inOrder(work: (store: RoomStore) => Promise<Kept>, shown?: () => Partial<RoomState>): Promise<Kept>;
  close(): void;
};

/** A ledger over a store, empty until something is read. */
export function openLedger(store: RoomStore): Ledger {
  let state: RoomState = {
    kept: null,
    opening: true,
    deeds: [],
    access: 'asking',
    trouble: null,
    reading: null,
    lasting: store.lasting,
    savedAt: null,
  };
  let snapshot = snapshotOf(state);
  let line: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  function change(part: Partial<RoomState>): void {
    state = { ...state, ...part, lasting: store.lasting };
    snapshot = snapshotOf(state);
    for (const listener of listeners) listener();
  }

  return {
    state: () => state,
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    inOrder(work, shown = () => ({})) {
      const step = line.then(async () => {
        const kept = await work(store);
        change({ kept, ...shown() });
        return kept;
      });
      // Whoever asked for this step hears of its failure; those behind it only wait for its end.
      line = step.catch(() => null);
      return step;
    },
    close: () => listeners.clear(),
  };
}
