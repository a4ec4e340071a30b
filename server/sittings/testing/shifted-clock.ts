import { type DatabaseClock, readDatabaseClock } from '../../database-clock.ts';

/** The database's clock, put forward as a test says. */
export type ShiftedClock = DatabaseClock & { forward(seconds: number): void };

export function createShiftedClock(): ShiftedClock {
  let shiftMs = 0;
  return {
    now: async (tx) => new Date((await readDatabaseClock(tx)).getTime() + shiftMs),
    forward: (seconds) => {
      shiftMs += seconds * 1000;
    },
  };
}
