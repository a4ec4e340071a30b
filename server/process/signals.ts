import type { Shutdown } from './shutdown.ts';

const STOP_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** npm passes on the Ctrl-C that the terminal has sent already: one press arrives twice, moments apart. */
const SAME_PRESS_MS = 500;

/**
 * Ends the process in order when it is told to stop: exit code 0 if everything closed well. A second signal ends it at
 * once; an embedded PostgreSQL then closes by itself.
 */
export function obeyStopSignals(shutdown: Shutdown): void {
  let firstAt: number | null = null;
  const stop = async () => {
    if (firstAt !== null) {
      if (performance.now() - firstAt > SAME_PRESS_MS) process.exit(1);
      return;
    }
    firstAt = performance.now();
    process.exit((await shutdown.run()) ? 0 : 1);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, stop);
}
