import type { Instruments } from '../clock/clock.ts';

/** Both clocks of this computer, now. */
export function instruments(): Instruments {
  return { tick: performance.now(), wall: Date.now() };
}
