import type { Save } from '@pyladder/exam';
import type { OutboxEntry } from '../store/kept.ts';

/** As many saves as the contract takes at once. */
export const LARGEST_BATCH = 100;

export type Batch = { deviceId: string; saves: Save[] };

/** The next saves to send: the oldest ones, in order, of one device. Null if nothing waits. */
export function nextBatch(outbox: readonly OutboxEntry[], size: number): Batch | null {
  const first = outbox[0];
  if (first === undefined) return null;
  const others = outbox.findIndex(({ deviceId }) => deviceId !== first.deviceId);
  const end = Math.min(others === -1 ? outbox.length : others, size);
  return { deviceId: first.deviceId, saves: outbox.slice(0, end).map(({ save }) => save) };
}
