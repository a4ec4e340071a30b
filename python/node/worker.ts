import { parentPort, workerData } from 'node:worker_threads';
import { startInterpreter } from './interpreter.ts';
import type { Note, Task, ThreadData } from './messages.ts';

if (parentPort === null) throw new Error('worker.ts is the entry of a worker thread');
const port = parentPort;
const data: ThreadData = workerData;

const interpreter = await startInterpreter(data);

function say(note: Note): void {
  port.postMessage(note);
}

// An exception here means that the interpreter itself has died: it ends the thread, and the pool replaces it.
port.on('message', ({ code, misconceptions, steps, stdin, output, heapBytes }: Task) => {
  say({ kind: 'running' });
  const streams = { input: stdin, output, overflowed: () => say({ kind: 'overflowed' }) };
  say({ kind: 'ended', ...interpreter.run({ code, misconceptions, steps }, streams, heapBytes) });
});
say({ kind: 'ready' });
