import { parentPort } from 'node:worker_threads';
import { judge } from '../../index.ts';
import type { Note, Order } from '../verification-messages.ts';

/** A thread that is kept busy for ever by a text that says so, and understands nothing of all others. */
parentPort?.on('message', (order: Order) => {
  if (order.type === 'verify' && order.input === 'endless') for (;;);
  const format = { result: 'failed', code: 'stand_in', detail: {} } as const;
  const report = judge({ format, signature: null, issuer: null, status: null, dates: null }, null);
  parentPort?.postMessage({ type: 'report', report } satisfies Note);
});

parentPort?.postMessage({ type: 'ready' } satisfies Note);
