import type { Deps } from '../deps.ts';
import { findNewestList, insertList, listTaken } from './status-lists.queries.ts';

/** A place in a status list. */
export type Slot = { statusList: number; statusIndex: number };

/** More draws than a list at most half full will ever need: one in 4 billion times all are taken. */
const DRAWS = 32;

/**
 * A free place drawn at random in the newest list, so that neighbours have nothing to do with each other. When half of
 * the list is taken, the next is opened. Nothing is reserved: whoever keeps a credential there first has it.
 */
export async function drawSlot(deps: Deps): Promise<Slot> {
  const { db, random, installation } = deps;
  const { issuerId } = installation;
  const newest = await findNewestList(db, issuerId);
  if (newest === null || newest.taken >= newest.length / 2) {
    await insertList(db, { issuerId, number: (newest?.number ?? 0) + 1 });
    return drawSlot(deps);
  }
  const drawn = Array.from({ length: DRAWS }, () => random(4).readUInt32BE() % newest.length);
  const taken = await listTaken(db, { issuerId, number: newest.number }, drawn);
  const statusIndex = drawn.find((index) => !taken.has(index));
  if (statusIndex === undefined) throw new Error(`no place was found in status list ${newest.number}`);
  return { statusList: newest.number, statusIndex };
}
