import type { Clock } from '@pyladder/contract';
import { deadline, remainingSeconds, type Timing, totalSeconds } from '@pyladder/exam';

/** A running or finished sitting's clock as its room sees it at `now`. */
export function viewClock(timing: Timing, now: Date): Clock {
  return {
    now: now.toISOString(),
    startedAt: (timing.startedAt ?? now).toISOString(),
    deadline: deadline(timing)?.toISOString() ?? null,
    remainingSeconds: remainingSeconds(timing, now),
    totalSeconds: totalSeconds(timing),
  };
}
