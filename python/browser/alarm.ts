/** Ctrl-C, as Pyodide's interrupt buffer knows it. */
const interruptSignal = 2;
/** Given again until the program has ended, with pauses in which the runner can tidy up. */
const repeatMilliseconds = 50;

/** An interrupt buffer that looks at the clock whenever Python looks at it: a page needs no second thread to stop a program. */
export type Alarm = {
  /** What Python looks at. */
  flag: Record<number, number>;
  /** Goes off after this long, counted from now. */
  arm(limitMilliseconds: number): void;
  /** Goes off at once. */
  pull(): void;
  /** Whether it has gone off since it was armed. */
  hasRung(): boolean;
};

/** Makes an alarm over a clock that tells milliseconds. */
export function makeAlarm(now: () => number): Alarm {
  let due = Number.POSITIVE_INFINITY;
  let hasRung = false;
  const flag = Object.defineProperty({}, 0, {
    get() {
      if (now() < due) return 0;
      hasRung = true;
      due = now() + repeatMilliseconds;
      return interruptSignal;
    },
    // Python takes a signal back by writing 0: here it is over by itself.
    set() {},
  });
  return {
    flag,
    arm(limitMilliseconds) {
      hasRung = false;
      due = now() + limitMilliseconds;
    },
    pull() {
      due = now();
    },
    hasRung: () => hasRung,
  };
}
