/** Lets callers work one after the other, with a breath for everybody else's requests in between. */
export type Turns = <T>(work: () => T | Promise<T>) => Promise<T>;

/** More callers than may wait. HTTP says it as 503: come back shortly. */
class TooManyWaiting extends Error {
  readonly statusCode = 503;
}

/** @param most callers that may wait at once; one more is turned away */
export function createTurns(most: number): Turns {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    if (waiting >= most) return Promise.reject(new TooManyWaiting(`${most} callers wait already`));
    waiting += 1;
    const turn = last
      .then(() => new Promise((next) => setImmediate(next)))
      .then(work)
      .finally(() => {
        waiting -= 1;
      });
    last = turn.catch(() => undefined);
    return turn;
  };
}
