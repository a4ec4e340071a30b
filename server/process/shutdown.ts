/** What must be closed when the server ends. */
export type Shutdown = {
  /** Adds a step that runs before all the steps added earlier: what was opened last is closed first. */
  add: (name: string, close: () => Promise<void> | void) => void;
  /** Runs every step, once, whoever asks; false if one failed or time ran out. */
  run: () => Promise<boolean>;
};

export type ShutdownLog = { error: (detail: object, line: string) => void };

/** Within this time a supervisor has not yet lost its patience (systemd: 90 s, Docker: 10 s by default). */
const LIMIT_MS = 30_000;

export function createShutdown(log: ShutdownLog, limitMs = LIMIT_MS): Shutdown {
  const steps: { name: string; close: () => Promise<void> | void }[] = [];
  let running: Promise<boolean> | null = null;

  const closeAll = async (): Promise<boolean> => {
    let isClean = true;
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      try {
        await step.close();
      } catch (error) {
        // The steps after this one still count: above all, the database is stopped.
        isClean = false;
        log.error({ err: error }, `closing failed: ${step.name}`);
      }
    }
    return isClean;
  };

  const closeInTime = async (): Promise<boolean> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((settle) => {
      timer = setTimeout(() => {
        log.error({ limitMs }, 'closing took too long and was cut off');
        settle(false);
      }, limitMs);
    });
    const isClean = await Promise.race([closeAll(), late]);
    clearTimeout(timer);
    return isClean;
  };

  return {
    add: (name, close) => steps.push({ name, close }),
    run: () => (running ??= closeInTime()),
  };
}
