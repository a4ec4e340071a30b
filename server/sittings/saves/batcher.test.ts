import { expect, test } from 'vitest';
import { type Batching, createBatcher, Overloaded, type Settlement } from './batcher.ts';

/** Serves each batch when the test says so, and remembers what it was given. */
function givenBatcher(change: Partial<Batching<number, string>> = {}) {
  const batches: { requests: number[]; finish: () => void }[] = [];
  const batcher = createBatcher<number, string>({
    run: (requests) =>
      new Promise((settle) => {
        const finish = () => settle(requests.map((request) => ({ reply: `reply ${request}` })));
        batches.push({ requests: [...requests], finish });
      }),
    weigh: () => 1,
    room: 100,
    lanes: 1,
    queue: 100,
    patienceMs: 1_000,
    pauseMs: 1,
    ...change,
  });
  return { batcher, batches };
}

const nextTurn = () => new Promise((resume) => setImmediate(resume));

test('what arrives while a batch is under way travels together in the next one', async () => {
  const { batcher, batches } = givenBatcher();
  const first = batcher.add(1);
  await nextTurn();
  const others = [2, 3, 4].map((request) => batcher.add(request));
  await nextTurn();
  expect(batches.map(({ requests }) => requests)).toEqual([[1]]);
  batches[0]?.finish();
  expect(await first).toBe('reply 1');
  await nextTurn();
  expect(batches[1]?.requests).toEqual([2, 3, 4]);
  batches[1]?.finish();
  expect(await Promise.all(others)).toEqual(['reply 2', 'reply 3', 'reply 4']);
});

test('a batch has room for so much, and who came first is served first', async () => {
  const { batcher, batches } = givenBatcher({ weigh: (request) => request, room: 10, lanes: 3 });
  const all = [6, 4, 7, 30, 1].map((request) => batcher.add(request));
  await nextTurn();
  expect(batches.map(({ requests }) => requests)).toEqual([[6, 4], [7], [30]]);
  for (const { finish } of batches) finish();
  await nextTurn();
  await nextTurn();
  expect(batches[3]?.requests).toEqual([1]);
  batches[3]?.finish();
  expect(await Promise.all(all)).toHaveLength(5);
});

test('a request that fails leaves its neighbours alone', async () => {
  const run = async (requests: readonly number[]) =>
    requests.map((request) => (request === 2 ? { failure: new Error('no') } : { reply: `reply ${request}` }));
  const { batcher } = givenBatcher({ run });
  const outcomes = await Promise.allSettled([1, 2, 3].map((request) => batcher.add(request)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a request that is put off joins the next batch, before those who came later', async () => {
  const batches: number[][] = [];
  const run = async (requests: readonly number[]) => {
    batches.push([...requests]);
    const isFirst = batches.length === 1;
    return requests.map(
      (request): Settlement<string> => (request === 2 && isFirst ? 'again' : { reply: `${request}` }),
    );
  };
  const { batcher } = givenBatcher({ run, room: 2 });
  expect(await Promise.all([1, 2, 3, 4].map((request) => batcher.add(request)))).toEqual(['1', '2', '3', '4']);
  expect(batches).toEqual([[1, 2], [2, 3], [4]]);
});

test('a request that is put off for ever is turned away in the end', async () => {
  const { batcher } = givenBatcher({ run: async (requests) => requests.map(() => 'again' as const), patienceMs: 10 });
  await expect(batcher.add(1)).rejects.toThrow(Overloaded);
});

test('when too many wait, one more is told at once to come back', async () => {
  const { batcher, batches } = givenBatcher({ queue: 2 });
  const waiting = [batcher.add(1), batcher.add(2)];
  await expect(batcher.add(3)).rejects.toMatchObject({ statusCode: 503 });
  await nextTurn();
  batches[0]?.finish();
  expect(await Promise.all(waiting)).toEqual(['reply 1', 'reply 2']);
});

test('a batch that throws fails its own requests and stops nothing', async () => {
  let runs = 0;
  const run = async (requests: readonly number[]) => {
    runs += 1;
    if (runs === 1) throw new Error('the database is away');
    return requests.map((request) => ({ reply: `${request}` }));
  };
  const { batcher } = givenBatcher({ run });
  await expect(batcher.add(1)).rejects.toThrow('the database is away');
  expect(await batcher.add(2)).toBe('2');
});

test('idle means that nothing is under way and nobody waits', async () => {
  const { batcher, batches } = givenBatcher();
  await batcher.idle();
  const reply = batcher.add(1);
  let isIdle = false;
  const idle = batcher.idle().then(() => {
    isIdle = true;
  });
  await nextTurn();
  expect(isIdle).toBe(false);
  batches[0]?.finish();
  await Promise.all([idle, reply]);
  expect(isIdle).toBe(true);
});
