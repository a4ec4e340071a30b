import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chainText } from '@pyladder/exam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Candidate } from '../running/candidate.ts';
import { signUp } from '../running/candidate.ts';
import { startPreparedServer } from '../running/prepared.ts';
import type { RunningServer } from '../running/server.ts';

import { RestlessCandidate } from './outbox.ts';

const crowd = 200;
let server: RunningServer;

beforeAll(async () => {
  server = await startPreparedServer();
}, 180_000);
afterAll(() => server.dispose(), 60_000);

test('after kill -9 of the server and of PostgreSQL during 200 sittings, every receipt given is in the database and every chain verifies', {
  timeout: 240_000,
}, async () => {
  const people = await openSittings(crowd);
  const working = people.map(({ restless }) => restless.work());
  const crashed = Promise.all(working).catch((error: unknown) => error);

  await sleep(3000);
  await server.kill();
  await server.start();
  await sleep(3000);
  const postmaster = await postmasterPid(server.dataDir);
  process.kill(postmaster, 'SIGKILL');
  await sleep(3000);
  if (!server.isRunning()) await server.start();
  await server.waitUntilReady();
  await sleep(3000);

  for (const { restless } of people) restless.stop();
  const outcome = await crashed;
  if (outcome instanceof Error) throw outcome;

  let receipts = 0;
  for (const { candidate, restless } of people) {
    const { id, formSeal } = restless.room.view;
    const record = await candidate.record(id);
    expect(record.formSeal).toBe(formSeal);
    expect(brokenLinks(id, record)).toEqual([]);
    for (const [sequence, { save, receipt }] of restless.receipts) {
      const kept = record.answers.filter((answer) => answer.deviceSequence === sequence);
      expect(kept).toHaveLength(1);
      expect(kept[0]).toMatchObject({
        place: receipt.place,
        chain: receipt.chain,
        position: save.position,
        acceptance: 'counted',
        response: save.type === 'answer' ? save.response : null,
      });
    }
    receipts += restless.receipts.size;
  }
  expect(receipts).toBeGreaterThan(crowd * 10);
});

async function openSittings(count: number): Promise<{ candidate: Candidate; restless: RestlessCandidate }[]> {
  const people: { candidate: Candidate; restless: RestlessCandidate }[] = [];
  for (let from = 0; from < count; from += 10) {
    const some = Array.from({ length: Math.min(10, count - from) }, async () => {
      const candidate = await signUp(server.url);
      return { candidate, restless: new RestlessCandidate(await candidate.startSitting('pcep', 'mock')) };
    });
    people.push(...(await Promise.all(some)));
  }
  return people;
}

/** Places whose hash is not what the text of the link and the hash before it give. */
function brokenLinks(sittingId: string, { formSeal, answers }: Awaited<ReturnType<Candidate['record']>>): number[] {
  let previous = formSeal;
  return answers.flatMap((answer, at) => {
    const text = chainText(previous, { ...answer, sittingId, receivedAt: new Date(answer.receivedAt) });
    previous = answer.chain;
    const holds = answer.place === at + 1 && createHash('sha256').update(text).digest('hex') === answer.chain;
    return holds ? [] : [answer.place];
  });
}

/** The process id of the PostgreSQL whose data lie somewhere below the folder. */
async function postmasterPid(dataDir: string): Promise<number> {
  for await (const file of glob('**/postmaster.pid', { cwd: dataDir })) {
    const [first = ''] = (await readFile(join(dataDir, file), 'utf8')).split('\n');
    return Number(first);
  }
  throw new Error('no running PostgreSQL was found');
}
