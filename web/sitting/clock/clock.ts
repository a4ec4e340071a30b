import type { Clock } from '@pyladder/contract';

/**
 * The server's clock as it was when it arrived here. `tick` is this page's own count of milliseconds
 * (`performance.now()`), which nobody can set; `wall` is the computer's time of day, which anybody can.
 */
export type Reading = { clock: Clock; tick: number; wall: number; source: 'server' | 'estimate' };

/** Both of this computer's clocks, milliseconds. */
export type Instruments = { tick: number; wall: number };

/** Milliseconds by which the two clocks of a computer may part before one of them was set, or the computer slept. */
const PARTED = 5000;

/** A reading of a clock that has just come from the server. The answer is taken to be half the round trip old. */
export function readingOf(clock: Clock, arrived: Instruments, roundTripMs: number): Reading {
  return { clock, tick: arrived.tick - roundTripMs / 2, wall: arrived.wall - roundTripMs / 2, source: 'server' };
}

/**
 * The best guess after a reload without network: by the time of day, from the clock that was kept. A time of day that
 * went backwards counts as no time at all.
 *
 * @param arrivedWall wall-clock milliseconds when the kept clock arrived
 */
export function estimateFrom(clock: Clock, arrivedWall: number, now: Instruments): Reading {
  const elapsed = Math.max(0, now.wall - arrivedWall);
  return { clock, tick: now.tick - elapsed, wall: now.wall - elapsed, source: 'estimate' };
}

/** Whole and part seconds left, never below 0; stands still during a pause. */
export function remainingAt({ clock, tick }: Reading, now: Instruments): number {
  if (clock.deadline === null) return clock.remainingSeconds;
  const atArrival = Date.parse(clock.deadline) - Date.parse(clock.now);
  return Math.max(0, (atArrival - (now.tick - tick)) / 1000);
}

/** True if the reading can no longer be trusted to the second: the computer slept, or its time of day was set. */
export function hasDrifted(reading: Reading, now: Instruments): boolean {
  return Math.abs(now.wall - reading.wall - (now.tick - reading.tick)) > PARTED;
}

const ANNOUNCED_MINUTES = [1, 5, 15] as const;

/** The minutes to announce on the way from `before` to `after` seconds left, or null. The least if several were passed. */
export function minutesToAnnounce(before: number, after: number): number | null {
  return ANNOUNCED_MINUTES.find((minutes) => before > minutes * 60 && after <= minutes * 60 && after > 0) ?? null;
}

export type TimeLeft = { unit: 'minutes' | 'seconds'; amount: number };

/** What is shown: whole minutes, rounded down so that nobody counts on time that is not there; seconds at the very end. */
export function timeLeft(seconds: number): TimeLeft {
  return seconds >= 60
    ? { unit: 'minutes', amount: Math.floor(seconds / 60) }
    : { unit: 'seconds', amount: Math.floor(seconds) };
}
