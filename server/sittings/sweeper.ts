import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { closeSitting } from './closing.ts';
import { lockOverdueSittings } from './sittings.queries.ts';

const AT_ONCE = 50;
const EVERY_MS = 1_000;

/** Closes some of the sittings whose time is over, and says how many. Any node may, at any time. */
export async function closeOverdueSittings(deps: Deps): Promise<number> {
  return deps.db.transaction().execute(async (tx) => {
    const now = await deps.clock.now(tx);
    const overdue = await lockOverdueSittings(tx, now, AT_ONCE);
    for (const sitting of overdue) await closeSitting(deps, tx, { sitting, endedBy: 'time', now });
    return overdue.length;
  });
}

/** Looks every second until `signal` ends it, so that a deadline needs no browser. */
export async function sweepSittings(deps: Deps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const closed = await closeOverdueSittings(deps);
      if (closed === AT_ONCE) continue;
    } catch (error) {
      if (signal.aborted) return;
      deps.log.error({ err: error }, 'sittings whose time is over could not be closed; trying again');
    }
    // Nodes that started together drift apart.
    await pause(EVERY_MS * (0.75 + Math.random() / 2), undefined, { signal, ref: false }).catch(() => undefined);
  }
}
