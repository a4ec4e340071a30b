/** What a batch says of one of its requests: a reply, a failure of its own, or "not now" (it joins the next batch). */
export type Settlement<Reply> = { reply: Reply } | { failure: Error } | 'again';

export type Batching<Request, Reply> = {
  /** Serves a batch; one settlement a request, in order. */
  run(batch: readonly Request[]): Promise<Settlement<Reply>[]>;
  /** How much of a batch's room a request takes. */
  weigh(request: Request): number;
  /** Weight of one batch at most (one request may weigh more). */
  room: number;
  /** Batches under way at once. */
  lanes: number;
  /** Requests that may wait; more are turned away at once, for a late answer is worse than a quick "try again". */
  queue: number;
  /** How long a request is put off before it is turned away, and the pause after a batch that settled nothing. */
  patienceMs: number;
  pauseMs: number;
};

export type Batcher<Request, Reply> = {
  /** Settles when the request's batch has. @throws Overloaded, or what the batch says of this request */
  add(request: Request): Promise<Reply>;
  /** Settles when nothing is under way or waiting. */
  idle(): Promise<void>;
};

/** Too much to do, or the database is away: the same request may be sent again in a moment. Becomes a 503. */
export class Overloaded extends Error {
  readonly statusCode = 503;

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'Overloaded';
  }
}

type Waiting<Request, Reply> = {
  request: Request;
  since: number;
  settle: (reply: Reply) => void;
  fail: (error: Error) => void;
};

/**
 * Serves many requests with few transactions: while a batch is under way the next one gathers, so batches grow with the
 * load and nobody waits for a timer. First come, first served.
 */
export function createBatcher<Request, Reply>(batching: Batching<Request, Reply>): Batcher<Request, Reply> {
  const waiting: Waiting<Request, Reply>[] = [];
  let underWay = 0;
  let woken = false;
  let onIdle: (() => void)[] = [];

  function wake(): void {
    if (woken) return;
    woken = true;
    // After what this turn of the event loop still reads from sockets, so that it all joins.
    setImmediate(() => {
      woken = false;
      while (underWay < batching.lanes && waiting.length > 0) void serve(takeBatch(waiting, batching));
    });
  }

  async function serve(batch: Waiting<Request, Reply>[]): Promise<void> {
    underWay += 1;
    const settlements = await settlementsOf(batch, batching);
    const putOff = batch.filter((one, index) => !settle(one, settlements[index], batching.patienceMs));
    waiting.unshift(...putOff);
    if (putOff.length === batch.length) await new Promise((resume) => setTimeout(resume, batching.pauseMs));
    underWay -= 1;
    if (waiting.length > 0) return wake();
    if (underWay > 0) return;
    for (const resume of onIdle) resume();
    onIdle = [];
  }

  return {
    add(request) {
      if (waiting.length >= batching.queue) return Promise.reject(new Overloaded('too many requests are waiting'));
      return new Promise((settle, fail) => {
        waiting.push({ request, since: performance.now(), settle, fail });
        wake();
      });
    },
    async idle() {
      if (underWay === 0 && waiting.length === 0) return;
      await new Promise<void>((resume) => onIdle.push(resume));
    },
  };
}

function takeBatch<Request, Reply>(
  waiting: Waiting<Request, Reply>[],
  { weigh, room }: Batching<Request, Reply>,
): Waiting<Request, Reply>[] {
  let weight = 0;
  const end = waiting.findIndex(({ request }, index) => {
    weight += weigh(request);
    return index > 0 && weight > room;
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
}

async function settlementsOf<Request, Reply>(
  batch: readonly Waiting<Request, Reply>[],
  { run }: Batching<Request, Reply>,
): Promise<Settlement<Reply>[]> {
  try {
    return await run(batch.map(({ request }) => request));
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    return batch.map(() => ({ failure }));
  }
}

/** False if the request has to wait for another batch. */
function settle<Request, Reply>(
  one: Waiting<Request, Reply>,
  settlement: Settlement<Reply> | undefined,
  patienceMs: number,
): boolean {
  if (settlement === undefined) one.fail(new Error('a batch must settle each of its requests'));
  else if (settlement !== 'again') 'reply' in settlement ? one.settle(settlement.reply) : one.fail(settlement.failure);
  else if (performance.now() - one.since > patienceMs) one.fail(new Overloaded('the sitting is locked'));
  else return false;
  return true;
}
