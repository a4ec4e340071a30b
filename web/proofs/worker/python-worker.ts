// Python's own worker. The server sends its script with a content security policy of its own, found by this file's name: it
// alone may compile WebAssembly, and it may fetch nothing (server/http/security-headers.ts).
import {
  type FromWorker,
  type PageInterpreter,
  startPageInterpreter,
  type ToWorker,
} from '@pyladder/python/browser/worker';

declare const self: DedicatedWorkerGlobalScope;

// Kept from before the worker is emptied.
const post = self.postMessage.bind(self);
const say = (message: FromWorker) => post(message);
let interpreter: PageInterpreter | null = null;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'start') {
    startPageInterpreter(data.base, data.files).then(
      (started) => {
        interpreter = started;
        say({ kind: 'ready' });
      },
      (error: unknown) => say({ kind: 'failed', why: String(error) }),
    );
  } else if (interpreter !== null) {
    // What is thrown here means that the interpreter itself has died: the page learns of it and starts another worker.
    say({ kind: 'ended', id: data.id, ...interpreter.run(data.request) });
  }
});
