import { newDeviceId } from './deviceId.ts';
import {
  conflictsOf,
  type Deed,
  type Kept,
  numbered,
  type OutboxEntry,
  type Settlement,
  supersedes,
  withSettlement,
} from './kept.ts';

/** This browser profile as the server knows it. Its numbers count over all sittings and never go back. */
export type Device = { id: string; lastSequence: number };

export function freshDevice(): Device {
  return { id: newDeviceId(), lastSequence: 0 };
}

/** A deed under the device's next number, and the device after it. */
export function nextEntry({ id, lastSequence }: Device, deed: Deed): { device: Device; entry: OutboxEntry } {
  const deviceSequence = lastSequence + 1;
  return {
    device: { id, lastSequence: deviceSequence },
    entry: { deviceId: id, save: numbered(deed, deviceSequence) },
  };
}

/**
 * What is kept after a reply. Saves whose numbers were used before (a profile that was copied, or a disk that was rolled
 * back) get new numbers of a new device; one that a later save says again is set aside, so that the end stays the same.
 */
export function settled(before: Kept, settlement: Settlement, device: Device): { kept: Kept; device: Device } {
  const kept = withSettlement(before, settlement);
  const numbers = new Set(conflictsOf(settlement.outcomes));
  if (numbers.size === 0) return { kept, device };
  const isInConflict = ({ deviceId, save }: OutboxEntry) =>
    deviceId === settlement.deviceId && numbers.has(save.deviceSequence);
  const isSaidAgain = (entry: OutboxEntry) =>
    before.outbox.slice(before.outbox.indexOf(entry) + 1).some(({ save }) => supersedes(save, entry.save));
  const outbox = kept.outbox.filter((entry) => !isInConflict(entry));
  const refused = [...kept.refused];
  let renewed = device.id === settlement.deviceId ? freshDevice() : device;
  for (const entry of kept.outbox.filter(isInConflict)) {
    if (isSaidAgain(entry)) refused.push({ ...entry, code: 'sequence_conflict' });
    else {
      const next = nextEntry(renewed, entry.save);
      renewed = next.device;
      outbox.push(next.entry);
    }
  }
  return { kept: { ...kept, outbox, refused }, device: renewed };
}
