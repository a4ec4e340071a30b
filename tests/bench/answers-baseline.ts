import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export type BaselineOrder = {
  connection: pg.ClientConfig;
  /** Sittings to write into; as many callers at once. */
  sittings: { candidateId: string; sittingId: string }[];
  warmUpMs: number;
  measureMs: number;
};
export type BaselineReport = { inserts: number; seconds: number };

const INSERT = `INSERT INTO answers (candidate_id, sitting_id, place, device_id, device_sequence, position, response,
  acceptance, received_at, chain) VALUES ($1, $2, $3, $4, $5, $6, $7, 'counted', clock_timestamp(), $8)`;

// Run as a process of its own, like the load it is compared with.
if (process.send !== undefined) {
  const [order] = (await once(process, 'message')) as [BaselineOrder];
  process.send(await insertSingly(order));
  process.disconnect();
}

/** As many callers as sittings, each on a connection of its own, each inserting one row and one commit after the other. */
async function insertSingly({ connection, sittings, warmUpMs, measureMs }: BaselineOrder): Promise<BaselineReport> {
  let inserts = 0;
  let isOver = false;
  const callers = sittings.map(async ({ candidateId, sittingId }) => {
    const client = new pg.Client(connection);
    await client.connect();
    const deviceId = randomUUID();
    const response = JSON.stringify({ type: 'choice', option: randomBytes(9).toString('base64url') });
    for (let place = 1; !isOver; place++) {
      const values = [candidateId, sittingId, place, deviceId, place, place % 30, response, randomBytes(32)];
      await client.query({ name: 'insert', text: INSERT, values });
      inserts += 1;
    }
    await client.end();
  });
  await sleep(warmUpMs);
  const before = inserts;
  const began = performance.now();
  await sleep(measureMs);
  const report = { inserts: inserts - before, seconds: (performance.now() - began) / 1000 };
  isOver = true;
  await Promise.all(callers);
  return report;
}
