import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '..', '..');
const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { scripts: { start: string } };

test('a SIGTERM that npm passes on reaches the server, not only the shell that npm starts it in', async () => {
  // A database that never answers: the server hangs there until it is told to stop.
  const database = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(database, 'listening');
  const { port } = database.address() as AddressInfo;
  const child = spawn('sh', ['-c', scripts.start], {
    cwd: project,
    env: {
      PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
      PORT: '0',
      DATABASE_URL: `postgres://ada@127.0.0.1:${port}/exams`,
    },
    stdio: 'ignore',
  });
  await once(database, 'connection');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  database.close();
});
