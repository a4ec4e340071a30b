/** All that a sitting's end depends on. Seconds are whole; instants are the database's. */
export type Timing = {
  /** Null until the candidate starts. */
  startedAt: Date | null;
  /** The exam's own time. */
  limitSeconds: number;
  /** Extra time that belongs to the person (an accommodation). */
  allowanceSeconds: number;
  /** Extra time granted during the sitting. */
  grantedSeconds: number;
  /** Length of all finished pauses. */
  pausedSeconds: number;
  /** Start of the pause that is on now, or null. */
  pausedAt: Date | null;
};

const second = 1000;

/** Seconds that the candidate has in all, pauses apart. */
export function totalSeconds({ limitSeconds, allowanceSeconds, grantedSeconds }: Timing): number {
  return limitSeconds + allowanceSeconds + grantedSeconds;
}

/**
 * The instant after which an answer no longer counts, or null before the start and during a pause
 * (then nothing runs out). A function of what happened, never a stored guess.
 */
export function deadline(timing: Timing): Date | null {
  if (timing.startedAt === null || timing.pausedAt !== null) return null;
  return new Date(timing.startedAt.getTime() + (totalSeconds(timing) + timing.pausedSeconds) * second);
}

/**
 * Whole and part seconds left at `now`: the full time before the start, frozen during a pause, never below 0.
 * Counted in whole milliseconds, so that it is 0 at the deadline to the instant.
 */
export function remainingSeconds(timing: Timing, now: Date): number {
  const total = totalSeconds(timing);
  if (timing.startedAt === null) return total;
  const clock = timing.pausedAt ?? now;
  const elapsed = clock.getTime() - timing.startedAt.getTime();
  const left = (total + timing.pausedSeconds) * second - elapsed;
  return Math.min(total, Math.max(0, left / second));
}

/**
 * Extra seconds of a person whose accommodation is `share` (0.25 = a quarter more), rounded up to a whole minute;
 * a hair's breadth of binary rounding is no minute.
 */
export function allowanceSeconds(limitSeconds: number, share: number): number {
  return Math.max(0, Math.ceil((limitSeconds * share) / 60 - 1e-9)) * 60;
}
