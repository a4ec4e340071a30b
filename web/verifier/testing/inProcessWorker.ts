import type { StatusSource } from '@pyladder/credentials';
import { vi } from 'vitest';
import { createAnswerer } from '../worker/answer.ts';
import type { FromWorker, ToWorker } from '../worker/protocol.ts';

export type WorkerSettings = {
  status?: StatusSource;
  now?: () => Date;
  /** The worker's code cannot be fetched. */
  isMissing?: boolean;
};

/** In place of the browser's workers, which the tests' window lacks: the same code, in the page itself. */
export function stubWorkers({
  status = async () => null,
  now = () => new Date(),
  isMissing = false,
}: WorkerSettings = {}) {
  const made: { isEnded: boolean }[] = [];
  class InProcessWorker extends EventTarget {
    isEnded = false;
    readonly #answer = createAnswerer({ status, now });

    constructor() {
      super();
      made.push(this);
      queueMicrotask(() => (isMissing ? this.dispatchEvent(new Event('error')) : this.#say({ kind: 'ready' })));
    }

    postMessage(message: ToWorker): void {
      if (isMissing) return;
      void this.#answer(message).then((reply) => reply !== null && this.#say(reply));
    }

    terminate(): void {
      this.isEnded = true;
    }

    #say(data: FromWorker): void {
      if (!this.isEnded) this.dispatchEvent(new MessageEvent('message', { data }));
    }
  }
  vi.stubGlobal('Worker', InProcessWorker);
  return { made };
}
