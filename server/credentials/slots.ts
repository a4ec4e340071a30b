import type { Deps } from '../deps.ts';
import { findNewestList, insertList, listTaken } from './status-lists.queries.ts';

/** A place in a status list. */
export type Slot = { statusList: number; statusIndex: number };

/** Enough to tell from the draws whether a list is about half full, without counting it. */
const DRAWS = 64;

/**
 * A free place drawn at random in the newest list, so that neighbours have nothing to do with each other. When half of
 * what is drawn is taken, so is about half of the list, and the next is opened. Nothing is reserved: whoever keeps a
 * credential there first has the place.
 */
export async function drawSlot(deps: Deps): Promise<Slot> {
  const { db, random, installation } = deps;
  const { issuerId } = installation;
  const newest = await findNewestList(db, issuerId);
  if (newest !== null) {
    const { number, length } = newest;
    const drawn = Array.from({ length: DRAWS }, () => random(4).readUInt32BE() % length);
    const taken = await listTaken(db, { issuerId, number }, drawn);
    const free = drawn.filter((index) => !taken.has(index));
    const [statusIndex] = free;
    if (statusIndex !== undefined && free.length > DRAWS / 2) return { statusList: number, statusIndex };
  }
  await insertList(db, { issuerId, number: (newest?.number ?? 0) + 1 });
  return drawSlot(deps);
}
