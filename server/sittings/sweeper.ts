import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { closeIfOverdue } from './closing.ts';
import { listOverdueKeys } from './sittings.queries.ts';

const AT_ONCE = 200;
const EVERY_MS = 1_000;

/**
 * Closes some of the sittings whose time is over, each in a transaction of its own, and says how many. Any node may, at
 * any time; one that cannot be closed holds up no other.
 */
export async function closeOverdueSittings(deps: Deps): Promise<number> {
  let closed = 0;
  for (const key of await listOverdueKeys(deps.db, await deps.clock.now(deps.db), AT_ONCE)) {
    try {
      if (await closeIfOverdue(deps, key)) closed += 1;
    } catch (error) {
      deps.log.error({ err: error, sittingId: key.sittingId }, 'a sitting whose time is over could not be closed');
    }
  }
  return closed;
}

/** Looks every second until `signal` ends it, so that a deadline needs no browser. */
export async function sweepSittings(deps: Deps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const closed = await closeOverdueSittings(deps);
      if (closed === AT_ONCE) continue;
    } catch (error) {
      if (signal.aborted) return;
      deps.log.error({ err: error }, 'sittings whose time is over could not be looked up; trying again');
    }
    // Nodes that started together drift apart.
    await pause(EVERY_MS * (0.75 + Math.random() / 2), undefined, { signal, ref: false }).catch(() => undefined);
  }
}
