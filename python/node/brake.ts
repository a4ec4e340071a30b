import type { StopReason } from '../protocol.ts';

/** Ctrl-C, as Pyodide's interrupt buffer knows it. */
const interruptSignal = 2;
/** A single interrupt can be lost, so it is given again until the program has ended. */
const repeatMilliseconds = 50;
/** A program that does not listen (a long operation in C, an `except:` that swallows) loses its thread. */
const patienceMilliseconds = 1000;
/** A program that waits uses no processor time; it may be late by this factor, and then it is stopped, too. */
const wallFactor = 5;

/** What the brake acts on. */
export type BrakeOptions = {
  interrupt: SharedArrayBuffer;
  /** Processor time of the thread so far, in microseconds. */
  cpuUsage(): Promise<{ user: number; system: number }>;
  terminate(): Promise<void>;
};

/** Stops one program that runs in another thread: asks first, ends the thread if asking does not help. */
export type Brake = {
  /** Pulls the brake for 'time' after this long, counted from now. */
  arm(limitMilliseconds: number): void;
  /** Stops the program. The first reason counts. */
  pull(reason: StopReason): void;
  /** Why the program was stopped; null if it was not. */
  reason(): StopReason | null;
  /** The program has ended; nothing is watched any longer. */
  release(): void;
};

/**
 * Time is the thread's processor time, so that a busy machine does not turn a good program into an
 * endless one; waiting (`time.sleep`) is bounded by the clock on the wall.
 */
export function makeBrake({ interrupt, cpuUsage, terminate }: BrakeOptions): Brake {
  const flag = new Uint8Array(interrupt);
  const timers = new Set<NodeJS.Timeout>();
  let why: StopReason | null = null;
  let released = false;

  function after(milliseconds: number, act: () => void): void {
    if (!released) timers.add(setTimeout(act, milliseconds));
  }
  function pull(reason: StopReason): void {
    if (why !== null || released) return;
    why = reason;
    flag[0] = interruptSignal;
    timers.add(
      setInterval(() => {
        flag[0] = interruptSignal;
      }, repeatMilliseconds),
    );
    after(patienceMilliseconds, () => void terminate());
  }
  function arm(limitMilliseconds: number): void {
    const began = performance.now();
    const before = usedMilliseconds();
    async function check(): Promise<void> {
      const left = limitMilliseconds - ((await usedMilliseconds()) - (await before));
      if (left <= 1 || performance.now() - began >= limitMilliseconds * wallFactor) pull('time');
      else after(left, check);
    }
    after(limitMilliseconds, check);
  }
  function usedMilliseconds(): Promise<number> {
    return cpuUsage().then(
      ({ user, system }) => (user + system) / 1000,
      // The thread has ended meanwhile. Whoever waits for its program learns that from the thread itself.
      () => 0,
    );
  }
  return {
    arm,
    pull,
    reason: () => why,
    release() {
      released = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
