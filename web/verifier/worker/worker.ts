import { createAnswerer } from './answer.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { createStatusSource } from './status.ts';

declare const self: DedicatedWorkerGlobalScope;

const answer = createAnswerer({
  status: createStatusSource(self.location.origin, (address) =>
    // Asked for anew each time, whatever a cache has: somebody who verifies just after a revocation must learn of it.
    fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(15_000) }),
  ),
  now: () => new Date(),
});

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void answer(data).then((reply) => {
    if (reply !== null) self.postMessage(reply);
  });
});
self.postMessage({ kind: 'ready' } satisfies FromWorker);
