import { expect, test, vi } from 'vitest';
import type { Trace } from '../protocol.ts';
import type { FromWorker, HandedOver, PageRequest, ToWorker } from './messages.ts';
import { openPagePython, type PageWorker } from './page-python.ts';

const nothing = new Uint8Array(0);
const files: HandedOver = {
  'pyodide.asm.wasm': nothing,
  'library.zip': nothing,
  'pyladder.zip': nothing,
  'pyodide-lock.json': nothing,
};
const request = (code: string): PageRequest => ({ code, stdin: '', misconceptions: [], steps: 0 });
const printed = (stdout: string): Trace => ({
  outcome: { status: 'finished', stdout, milliseconds: 1, applied: [] },
  steps: [],
  cut: false,
});

/** A worker as the page sees one, told by the test what to say. */
function givenPage({ isStarting = true } = {}) {
  const workers: { sent: ToWorker[]; isEnded: boolean; say(message: FromWorker): void; fail(why: string): void }[] = [];
  const fetchFiles = vi.fn(async () => files);
  const makeWorker = (): PageWorker => {
    let listen: (message: FromWorker) => void = () => undefined;
    let listenError: (why: string) => void = () => undefined;
    const worker = {
      sent: [] as ToWorker[],
      isEnded: false,
      say: (message: FromWorker) => listen(message),
      fail: (why: string) => listenError(why),
    };
    workers.push(worker);
    return {
      postMessage(message) {
        worker.sent.push(message);
        if (message.kind === 'start' && isStarting) queueMicrotask(() => listen({ kind: 'ready' }));
      },
      terminate() {
        worker.isEnded = true;
      },
      onMessage(given) {
        listen = given;
      },
      onError(given) {
        listenError = given;
      },
    };
  };
  const python = openPagePython({ base: 'https://here.example/python/1/', fetchFiles, makeWorker });
  const programs = () => workers.flatMap(({ sent }) => sent.flatMap((one) => (one.kind === 'run' ? [one] : [])));
  return { python, workers, fetchFiles, programs };
}

test('nothing is fetched before somebody wants Python, and then once, however many programs run', async () => {
  const { python, workers, fetchFiles, programs } = givenPage();
  expect([fetchFiles.mock.calls.length, workers.length]).toEqual([0, 0]);
  const one = python.run(request('1'));
  const other = python.run(request('2'));
  await vi.waitFor(() => expect(programs()).toHaveLength(1));
  workers[0]?.say({ kind: 'ended', id: 1, trace: printed('1'), reusable: true });
  expect(await one).toEqual(printed('1'));
  await vi.waitFor(() => expect(programs()).toHaveLength(2));
  workers[0]?.say({ kind: 'ended', id: 2, trace: printed('2'), reusable: true });
  expect(await other).toEqual(printed('2'));
  expect([fetchFiles.mock.calls.length, workers.length]).toEqual([1, 1]);
});

test('stop ends an endless program and those behind it at once; the next program runs in another worker', async () => {
  const { python, workers, fetchFiles, programs } = givenPage();
  const endless = python.run(request('while True: pass'));
  const behind = python.run(request('2'));
  await vi.waitFor(() => expect(programs()).toHaveLength(1));
  python.stop();
  for (const stopped of [await endless, await behind]) {
    expect(stopped.outcome).toMatchObject({ status: 'stopped', reason: 'crash' });
  }
  expect(workers[0]?.isEnded).toBe(true);
  const next = python.run(request('3'));
  await vi.waitFor(() => expect(programs()).toHaveLength(2));
  workers[1]?.say({ kind: 'ended', id: 2, trace: printed('3'), reusable: true });
  expect(await next).toEqual(printed('3'));
  expect(fetchFiles).toHaveBeenCalledTimes(1);
});

test('a program that does not listen to the alarm loses its worker', async () => {
  vi.useFakeTimers();
  const { python, workers, programs } = givenPage();
  const deaf = python.run({ ...request('10 ** 10 ** 8'), limits: { milliseconds: 500 } });
  await vi.waitFor(() => expect(programs()).toHaveLength(1));
  await vi.advanceTimersByTimeAsync(1500);
  expect((await deaf).outcome).toMatchObject({ status: 'stopped', reason: 'time' });
  expect(workers[0]?.isEnded).toBe(true);
  vi.useRealTimers();
});

test('an interpreter that cannot be put back into its first state is left, and so is one that died', async () => {
  const { python, workers, programs } = givenPage();
  const one = python.run(request('1'));
  await vi.waitFor(() => expect(programs()).toHaveLength(1));
  workers[0]?.say({ kind: 'ended', id: 1, trace: printed('1'), reusable: false });
  await one;
  expect(workers[0]?.isEnded).toBe(true);
  const two = python.run(request('2'));
  await vi.waitFor(() => expect(programs()).toHaveLength(2));
  workers[1]?.fail('unreachable');
  expect((await two).outcome).toMatchObject({ status: 'stopped', reason: 'crash' });
  expect(workers[1]?.isEnded).toBe(true);
});

test('what failed to be fetched or started is tried anew the next time', async () => {
  const { python, workers, fetchFiles } = givenPage({ isStarting: false });
  fetchFiles.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await expect(python.start()).rejects.toThrow('Failed to fetch');
  const second = python.start();
  await vi.waitFor(() => expect(workers).toHaveLength(1));
  workers[0]?.say({ kind: 'failed', why: 'no memory' });
  await expect(second).rejects.toThrow('no memory');
  expect(workers[0]?.isEnded).toBe(true);
  const third = python.start();
  await vi.waitFor(() => expect(workers).toHaveLength(2));
  workers[1]?.say({ kind: 'ready' });
  await third;
  expect(fetchFiles).toHaveBeenCalledTimes(2);
});

test('a page that is left takes its worker along, also one that was on its way, and gets no other', async () => {
  const { python, workers, programs } = givenPage();
  const endless = python.run(request('while True: pass'));
  await vi.waitFor(() => expect(programs()).toHaveLength(1));
  python.close();
  expect((await endless).outcome).toMatchObject({ status: 'stopped', reason: 'crash' });
  expect((await python.run(request('next'))).outcome).toMatchObject({ status: 'stopped', reason: 'crash' });
  await expect(python.start()).rejects.toThrow('closed');
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);

  const early = givenPage();
  const starting = early.python.start();
  early.python.close();
  await expect(starting).rejects.toThrow('closed');
  expect(early.workers).toEqual([]);

  const late = givenPage({ isStarting: false });
  const started = late.python.start();
  await vi.waitFor(() => expect(late.workers).toHaveLength(1));
  late.python.close();
  late.workers[0]?.say({ kind: 'ready' });
  await started;
  await vi.waitFor(() => expect(late.workers.map(({ isEnded }) => isEnded)).toEqual([true]));
});
