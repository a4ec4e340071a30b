import { newDeviceId } from './deviceId.ts';
import { conflictsOf, type Deed, type Kept, numbered, type OutboxEntry, type Settlement, supersedes } from './kept.ts';

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
 * Gives saves whose numbers were used before (a profile that was copied, or a disk that was rolled back) new numbers of
 * a new device. One that a later save in the outbox says again is set aside, so that the order still ends the same.
 */
export function renumbered(kept: Kept, settlement: Settlement, device: Device): { kept: Kept; device: Device } {
  const numbers = new Set(conflictsOf(settlement.outcomes));
  if (numbers.size === 0) return { kept, device };
  const outbox: OutboxEntry[] = [];
  const refused = [...kept.refused];
  const again: OutboxEntry[] = [];
  for (const [index, entry] of kept.outbox.entries()) {
    const isInConflict = entry.deviceId === settlement.deviceId && numbers.has(entry.save.deviceSequence);
    if (!isInConflict) outbox.push(entry);
    else if (kept.outbox.slice(index + 1).some(({ save }) => supersedes(save, entry.save)))
      refused.push({ ...entry, code: 'sequence_conflict' });
    else again.push(entry);
  }
  let renewed = device.id === settlement.deviceId ? freshDevice() : device;
  for (const { save } of again) {
    const next = nextEntry(renewed, save);
    renewed = next.device;
    outbox.push(next.entry);
  }
  return { kept: { ...kept, outbox, refused }, device: renewed };
}
