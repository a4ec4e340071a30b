/** A line on a terminal that says how far it is, below what is printed; elsewhere a line now and then. */
export type ProvingProgress = {
  startFile(questions: number): void;
  advance(): void;
  /** Takes the line away, before something else is written or at the end. */
  clear(): void;
};

const clearLine = '\r\x1b[K';
/** Lines for a log that nobody watches. */
const everyQuestions = 100;

/** Shows questions done and the file that is being proven. */
export function openProvingProgress(files: number, stream: NodeJS.WriteStream = process.stderr): ProvingProgress {
  let file = 0;
  let done = 0;
  let found = 0;
  let isShown = false;
  const show = () => {
    if (!stream.isTTY) return;
    isShown = true;
    stream.write(`${clearLine}${done} of ${found} questions · file ${file} of ${files}`);
  };
  return {
    startFile(questions) {
      file += 1;
      found += questions;
      show();
    },
    advance() {
      done += 1;
      if (!stream.isTTY && done % everyQuestions === 0) stream.write(`${done} questions, file ${file} of ${files}\n`);
      show();
    },
    clear() {
      if (isShown) stream.write(clearLine);
      isShown = false;
    },
  };
}
