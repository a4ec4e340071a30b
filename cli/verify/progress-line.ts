import type { Tally } from './tally.ts';

/** A line on a terminal that says how far it is, below what is printed. */
export type ProgressLine = {
  /** Shows how far it is, now and then. */
  show(): void;
  /** Takes the line away, before something else is written or at the end. */
  clear(): void;
};

const EVERY_MS = 100;
const CLEAR_LINE = '\r\x1b[K';

/** Nothing is shown where `stream` is no terminal. */
export function openProgressLine(
  tally: Tally,
  total: number,
  stream: NodeJS.WriteStream = process.stderr,
): ProgressLine {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  let shownAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show() {
      const now = performance.now();
      if (now - shownAt < EVERY_MS) return;
      shownAt = now;
      isShown = true;
      stream.write(`${CLEAR_LINE}${tally.count()} of ${total} · ${tally.perSecond()} a second`);
    },
    clear() {
      if (isShown) stream.write(CLEAR_LINE);
      isShown = false;
    },
  };
}
