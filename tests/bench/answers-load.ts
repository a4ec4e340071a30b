import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from '@pyladder/exam';
import { openBareConnection } from './answers-socket.ts';

/** One candidate as the load knows them: a sitting, its token, and some answers to each position. */
export type LoadCandidate = { sittingId: string; token: string; responses: Response[][] };
export type LoadOrder = {
  host: string;
  port: number;
  candidates: LoadCandidate[];
  warmUpMs: number;
  measureMs: number;
};

/** Said when measuring begins and ends, so that the server's own figures can be read for just that time. */
export type LoadReport =
  | { type: 'measuring' }
  | { type: 'measured'; saves: number; seconds: number; latenciesMs: number[]; failures: string[]; cpuMs: number }
  | { type: 'receipts'; receipts: { sittingId: string; chains: string[] }[] };

// Run as a process of its own, so that making the load and bearing it are counted apart.
if (process.send !== undefined) {
  const [order] = (await once(process, 'message')) as [LoadOrder];
  await load(order);
  process.disconnect();
}

async function load({ host, port, candidates, warmUpMs, measureMs }: LoadOrder): Promise<void> {
  const latenciesMs: number[] = [];
  const failures: string[] = [];
  let isMeasuring = false;
  let isOver = false;

  const running = candidates.map(async (candidate) => {
    const connection = await openBareConnection(host, port);
    const deviceId = randomUUID();
    const chains: string[] = [];
    const head = requestHead(candidate, `${host}:${port}`);
    for (let deviceSequence = 1; !isOver; deviceSequence++) {
      const position = deviceSequence % candidate.responses.length;
      const response = candidate.responses[position]?.[deviceSequence % 4];
      const save = { type: 'answer', deviceSequence, position, response };
      const body = JSON.stringify({ deviceId, saves: [save] });
      const began = performance.now();
      const reply = await connection.exchange(`${head}content-length: ${body.length}\r\n\r\n${body}`);
      const ended = performance.now();
      const chain = /"chain":"([0-9a-f]{64})"/.exec(reply.body)?.[1];
      if (reply.status !== 200 || chain === undefined) failures.push(`${reply.status} ${reply.body}`);
      else chains.push(chain);
      if (isMeasuring) latenciesMs.push(ended - began);
    }
    connection.close();
    return { sittingId: candidate.sittingId, chains };
  });

  await sleep(warmUpMs);
  isMeasuring = true;
  say({ type: 'measuring' });
  const began = performance.now();
  const cpu = process.cpuUsage();
  await sleep(measureMs);
  isMeasuring = false;
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  isOver = true;
  const receipts = await Promise.all(running);
  const cpuMs = (user + system) / 1000;
  say({ type: 'measured', saves: latenciesMs.length, seconds, latenciesMs, failures: failures.slice(0, 10), cpuMs });
  await new Promise((settle) => process.send?.({ type: 'receipts', receipts } satisfies LoadReport, settle));
}

function requestHead({ sittingId, token }: LoadCandidate, host: string): string {
  return [
    `POST /api/sittings/${sittingId}/saves HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    `authorization: Bearer ${token}`,
    '',
  ].join('\r\n');
}

function say(report: LoadReport): void {
  process.send?.(report);
}
