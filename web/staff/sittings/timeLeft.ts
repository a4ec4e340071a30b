import type { ListLiveSittings, Reply } from '@pyladder/contract';

export type LiveSitting = Reply<typeof ListLiveSittings>['sittings'][number];

/**
 * Seconds left of a live sitting by the server's clock, which this page carries on by its own count; stands still during
 * a pause, never below 0.
 *
 * @param sinceMs milliseconds since the server said what the time was
 */
export function secondsLeft({ clock }: Pick<LiveSitting, 'clock'>, sinceMs: number): number {
  const elapsed = clock.deadline === null ? 0 : Math.max(0, sinceMs) / 1000;
  return Math.max(0, clock.remainingSeconds - elapsed);
}

/** "23:07", or "1:04:07" where an hour or more is left. Rounded down: nobody counts on time that is not there. */
export function formatSecondsLeft(seconds: number): string {
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const twoDigits = (part: number) => String(part).padStart(2, '0');
  const rest = twoDigits(whole % 60);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`;
}
