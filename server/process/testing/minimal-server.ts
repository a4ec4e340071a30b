import { createServer } from 'node:http';
import { StartFault } from '../faults.ts';
import { run } from '../run.ts';

/**
 * The smallest application on the real foundation, for tests that kill it: `/keep/N` answers once row N is committed,
 * `/slowly/N` does so after a second, `/patiently/N` after a minute, `/kept` lists all rows, `/busy` holds a backend that
 * minds nobody. With ISSUER_NAME "Refused" it does not start.
 */
await run(process.env, async ({ database: { pool }, settings }) => {
  if (settings.issuerName === 'Refused') throw new StartFault({ kind: 'ladder_refused', problems: ['It is refused.'] });
  await pool.query('CREATE TABLE IF NOT EXISTS kept (n int PRIMARY KEY)');
  const keep = (n: string, seconds: number) => pool.query('INSERT INTO kept SELECT $1 FROM pg_sleep($2)', [n, seconds]);
  const answer = async (path: string): Promise<unknown> => {
    const [, what, n = ''] = path.split('/');
    if (what === 'keep') return (await keep(n, 0)).rowCount;
    if (what === 'slowly') return (await keep(n, 1)).rowCount;
    if (what === 'patiently') return (await keep(n, 60)).rowCount;
    if (what === 'busy') return pool.query('DO $$ BEGIN LOOP END LOOP; END $$');
    const { rows } = await pool.query<{ n: number }>('SELECT n FROM kept ORDER BY n');
    return rows.map((row) => row.n);
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '').then(
      (body) => response.end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return { app: { server, close: async () => undefined }, stopping: () => undefined, announcement: ['One line more.'] };
});
