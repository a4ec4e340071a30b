/** How long a tab waits for another one that is sending, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Does `work` while no other tab of this browser does the same. The server knows a save that comes twice, so a turn
 * saves work rather than answers: where there are no locks, or another tab is stuck, the work is done all the same.
 */
export async function takeTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (navigator.locks === undefined) return work();
  let started: Promise<T> | null = null;
  const begin = () => {
    started ??= work();
    return started;
  };
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, begin);
  } catch (cause) {
    if (started !== null || !(cause instanceof DOMException)) throw cause;
    return begin();
  }
}
