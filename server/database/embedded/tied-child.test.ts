import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { makeTestFolder } from '../testing/test-server.ts';
import { findProcesses } from './leftovers.ts';
import { spawnTied, type TieMethod } from './tied-child.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function givenFolder(): string {
  const folder = makeTestFolder();
  folders.push(folder);
  return folder;
}

const methods: TieMethod[] = process.platform === 'linux' ? ['kernel', 'watcher'] : ['watcher'];

test.each(methods)('a program tied by the %s ends when its parent is killed', async (method) => {
  const folder = givenFolder();
  const parent = spawn(process.execPath, [join(import.meta.dirname, 'testing', 'tied-sleep.ts'), method, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(parent.stdout, 'data');
  // The kernel's tie is made by the program that then becomes `sleep`.
  await pause(200);
  expect(findProcesses(folder)).toHaveLength(1);
  parent.kill('SIGKILL');
  while (findProcesses(folder).length > 0) await pause(10);
});

test('a Ctrl-C in the terminal, which goes to a whole group of processes, does not reach a tied program', async () => {
  const folder = givenFolder();
  const child = spawnTied('sleep', ['1000'], { account: null, folder, deathSignal: 'SIGTERM' });
  await once(child, 'spawn');
  // Only a leader's own id names a group.
  expect(() => process.kill(-Number(child.pid), 0)).not.toThrow();
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test('the surroundings of whoever starts the server do not change what PostgreSQL does', async () => {
  process.env.PGDATA = '/elsewhere';
  const child = spawnTied('env', [], { account: null, folder: givenFolder(), deathSignal: 'SIGTERM' });
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  delete process.env.PGDATA;
  expect(said).toContain('PATH=');
  expect(said).not.toContain('PGDATA');
});
