import type { PoolProgress } from '@pyladder/bank';

/** Shows how far a build is: one line that changes on a terminal, a line now and then elsewhere. */
export function showProgress(
  words: string,
  stream: NodeJS.WriteStream = process.stderr,
): (progress: PoolProgress) => void {
  let tenths = 0;
  return ({ done, total }) => {
    const line = `${words}: ${done} of ${total} templates`;
    if (stream.isTTY) {
      stream.write(`\r${line}${done === total ? '\n' : ''}`);
      return;
    }
    const reached = Math.floor((done / total) * 10);
    if (reached > tenths) stream.write(`${line}\n`);
    tenths = reached;
  };
}
