import type { MimickedBelief, PagePythonView } from '@pyladder/contract';
import type { FromWorker, ToWorker } from '@pyladder/python/browser';
import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBench } from './useBench.ts';

const view: PagePythonView = {
  version: '3.14',
  base: '/python/1/',
  files: [{ name: 'pyodide.mjs', bytes: 6, travels: 6 }],
};
const beliefs: MimickedBelief[] = ['one', 'two', 'three'].map((id) => ({ id, belief: id, correction: id }));
const draft = { code: 'print(1)', stdin: '' };

/** Every worker that the page has made, with the programs that it was given. */
let workers: StandInWorker[];

/** Starts at once, and answers a program when the test says so. */
class StandInWorker extends EventTarget {
  readonly asked: Extract<ToWorker, { kind: 'run' }>[] = [];
  isEnded = false;

  constructor() {
    super();
    workers.push(this);
  }

  postMessage(message: ToWorker): void {
    if (message.kind === 'run') this.asked.push(message);
    else queueMicrotask(() => this.say({ kind: 'ready' }));
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(data: FromWorker): void {
    if (!this.isEnded) this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => {
  workers = [];
  vi.stubGlobal('Worker', StandInWorker);
  vi.stubGlobal('fetch', async () => new Response('python'));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The programs that were given to any worker, in order: the belief that each runs under, or none. */
const asked = () => workers.flatMap((worker) => worker.asked.map(({ request }) => request.misconceptions[0] ?? null));

/** The program that is running now ends. */
function endProgram(stdout: string): void {
  const worker = workers.at(-1);
  const program = worker?.asked.at(-1);
  if (worker === undefined || program === undefined) throw new Error('nothing is running');
  const outcome = { status: 'finished' as const, stdout, milliseconds: 1, applied: [] };
  worker.say({ kind: 'ended', id: program.id, trace: { outcome, steps: [], cut: false }, reusable: true });
}

test('a program runs in Python, then under each belief, one after another', async () => {
  const { result } = renderHook(() => useBench(beliefs, async () => view));
  act(() => void result.current.start(draft));
  for (const [index, id] of [null, 'one', 'two', 'three'].entries()) {
    await waitFor(() => expect(asked()).toHaveLength(index + 1));
    expect(asked().at(-1)).toBe(id);
    act(() => endProgram(`${id}\n`));
  }
  await waitFor(() => expect(result.current.run?.state).toBe('done'));
  const { run, progress } = result.current;
  expect(progress).toBeNull();
  expect(run?.beliefs.map((outcome) => outcome && 'stdout' in outcome && outcome.stdout)).toEqual([
    'one\n',
    'two\n',
    'three\n',
  ]);
});

test('who stops while beliefs are running stops them all, and what Python answered stays', async () => {
  const { result } = renderHook(() => useBench(beliefs, async () => view));
  act(() => void result.current.start(draft));
  await waitFor(() => expect(asked()).toEqual([null]));
  act(() => endProgram('1\n'));
  await waitFor(() => expect(asked()).toEqual([null, 'one']));
  act(() => result.current.stop());
  await waitFor(() => expect(result.current.run?.state).toBe('done'));
  expect(asked()).toEqual([null, 'one']);
  const { run, progress } = result.current;
  expect(progress).toBeNull();
  expect(run?.python).toMatchObject({ status: 'finished', stdout: '1\n' });
  expect(run?.beliefs.map((outcome) => outcome?.status)).toEqual(['stopped', 'stopped', 'stopped']);
  // The next run is whole again.
  act(() => void result.current.start(draft));
  await waitFor(() => expect(asked()).toEqual([null, 'one', null]));
  act(() => endProgram('1\n'));
  await waitFor(() => expect(asked()).toEqual([null, 'one', null, 'one']));
});

test('a visitor who leaves the page in the middle of a run leaves no worker behind', async () => {
  const { result, unmount } = renderHook(() => useBench(beliefs, async () => view));
  const started = result.current.start(draft);
  await waitFor(() => expect(asked()).toEqual([null]));
  act(() => endProgram('1\n'));
  await waitFor(() => expect(asked()).toEqual([null, 'one']));
  unmount();
  await started;
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
});

test('a visitor who leaves the page while Python is on its way leaves no worker behind', async () => {
  const coming = Promise.withResolvers<PagePythonView>();
  const { result, unmount } = renderHook(() => useBench(beliefs, () => coming.promise));
  const started = result.current.start(draft);
  unmount();
  coming.resolve(view);
  await expect(started).rejects.toThrow('the page is closed');
  expect(workers).toEqual([]);
});
