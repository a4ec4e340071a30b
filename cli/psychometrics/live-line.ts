/** A line on a terminal that says what is being done. */
export type LiveLine = {
  /** Shows words, though not more often than an eye can follow. */
  show(words: () => string): void;
  /** Shows words at once, because what comes next takes long. */
  say(words: string): void;
  clear(): void;
};

const EVERY_MS = 100;
const CLEAR = '\r\u001b[K';

/** Nothing is shown where `stream` is no terminal. */
export function openLiveLine(stream: NodeJS.WriteStream = process.stderr): LiveLine {
  let shownAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  const say = (words: string) => {
    if (!stream.isTTY) return;
    shownAt = performance.now();
    isShown = true;
    stream.write(`${CLEAR}${words}`);
  };
  return {
    show: (words) => {
      if (stream.isTTY && performance.now() - shownAt >= EVERY_MS) say(words());
    },
    say,
    clear: () => {
      if (isShown) stream.write(CLEAR);
      isShown = false;
    },
  };
}
