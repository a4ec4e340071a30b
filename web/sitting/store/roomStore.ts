import type { SittingView } from '@pyladder/contract';
import type { Deed, Kept, Settlement } from './kept.ts';

/** Where this computer keeps sittings. Every change is whole or did not happen; tabs may change one store at once. */
export type RoomStore = {
  /** `disk` survives a closed browser and a crash; `memory` only lasts as long as the page. */
  readonly lasting: 'disk' | 'memory';
  read(sittingId: string): Promise<Kept>;
  /** Writes down a deed under the device's next number. Resolves when it is on disk. */
  keep(sittingId: string, deed: Deed): Promise<Kept>;
  /** Takes in a reply to a batch. */
  settle(sittingId: string, settlement: Settlement): Promise<Kept>;
  /**
   * Takes in the sitting as the server shows it, unless saves were settled after `revision`: then the view is older
   * than what is known here, and nothing changes.
   */
  adopt(sittingId: string, view: SittingView, shown: { revision: number; arrivedAt: number }): Promise<Kept>;
  /** Changes the sitting's own facts; the outbox stays as it is. */
  amend(sittingId: string, change: (kept: Kept) => Kept): Promise<Kept>;
  close(): void;
};
