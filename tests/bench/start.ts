import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../running/server.ts';

/** First and second start until ready, and the server's memory at rest with the bank loaded (PostgreSQL apart): one JSON line. */
export default async function benchStart(): Promise<void> {
  const began = performance.now();
  const server = await startServer();
  try {
    const firstMs = performance.now() - began;
    await server.stop();
    const again = performance.now();
    await server.start();
    const secondMs = performance.now() - again;
    await sleep(10_000);
    const line = {
      first_start_ms: Math.round(firstMs),
      second_start_ms: Math.round(secondMs),
      resident_mb_at_rest: Math.round((await residentKilobytes(server.pid())) / 1024),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } finally {
    await server.dispose();
  }
}

async function residentKilobytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error('this system does not tell the memory of a process under /proc');
  return Number(kilobytes);
}
