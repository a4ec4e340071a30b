import { setTimeout as pause } from 'node:timers/promises';

/** What one more failure is worth saying: the first of an outage, a count now and then, mostly nothing. */
export type Worth = 'news' | { failures: number } | null;

/** Follows a database from its first failure until it answers again. */
export type OutageWatch = {
  hear: () => Worth;
  /** How to find out whether the database answers; until this is called, an outage lasts. */
  probeBy: (probe: () => Promise<unknown>) => void;
};

/** A database that is away fails hundreds of requests a second; the log gets a line for this long. */
const COUNT_EVERY_MS = 10_000;
const PROBE_EVERY_MS = 1_000;

/** @param tellBack called once after each outage, with all its failures */
export function createOutageWatch(tellBack: (outage: { failures: number; seconds: number }) => void): OutageWatch {
  let outage: { since: number; failures: number; toldAt: number; lastAt: number } | null = null;
  let probe: (() => Promise<unknown>) | null = null;

  /** Over is an outage once the database answered and nothing has failed meanwhile. */
  const isOver = async (): Promise<boolean> => {
    const before = outage?.failures;
    if (probe === null) return false;
    return probe().then(
      () => outage?.failures === before,
      () => false,
    );
  };
  const follow = async (): Promise<void> => {
    do await pause(PROBE_EVERY_MS, undefined, { ref: false });
    while (outage !== null && (performance.now() - outage.lastAt < PROBE_EVERY_MS || !(await isOver())));
    if (outage === null) return;
    const { failures, since } = outage;
    outage = null;
    tellBack({ failures, seconds: Math.round((performance.now() - since) / 1000) });
  };

  return {
    hear: () => {
      const now = performance.now();
      if (outage === null) {
        outage = { since: now, failures: 1, toldAt: now, lastAt: now };
        void follow();
        return 'news';
      }
      outage.failures += 1;
      outage.lastAt = now;
      if (now - outage.toldAt < COUNT_EVERY_MS) return null;
      outage.toldAt = now;
      return { failures: outage.failures };
    },
    probeBy: (next) => {
      probe = next;
    },
  };
}
