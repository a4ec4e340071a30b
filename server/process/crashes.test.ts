import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { clearLeftovers, findProcesses } from '../database/embedded/leftovers.ts';
import { createGround, gone } from './testing/ground.ts';
import { readPostmasterId } from './testing/server-process.ts';

const ground = createGround();
afterAll(ground.clear);

/** Asks for `/keep/1`, `/keep/2`, … without a pause until the server is gone; returns which were confirmed. */
async function keepUntilGone(url: string): Promise<number[]> {
  const confirmed: number[] = [];
  const keepFrom = async (start: number) => {
    for (let n = start; ; n += 8) {
      const reply = await fetch(`${url}/keep/${n}`).catch(() => null);
      if (reply === null) return;
      if (reply.ok) confirmed.push(n);
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, i) => keepFrom(i + 1)));
  return confirmed;
}

async function kept(url: string): Promise<number[]> {
  const rows: unknown = await (await fetch(`${url}/kept`)).json();
  return Array.isArray(rows) ? rows.map(Number) : [];
}

function signalPostmaster(dataFolder: string, signal: NodeJS.Signals): number {
  const pid = readPostmasterId(dataFolder);
  if (pid === null) throw new Error(`no PostgreSQL runs in ${dataFolder}`);
  process.kill(pid, signal);
  return pid;
}

async function given(dataFolder: string) {
  const server = ground.start({ DATA_DIR: dataFolder });
  const url = await server.ready;
  if (url === null) throw new Error(`the server did not start: ${(await server.ended).err}`);
  return { ...server, url };
}

test('when the server is killed, PostgreSQL closes its database by itself', async () => {
  const folder = ground.folder();
  const { child } = await given(folder);
  child.kill('SIGKILL');
  await gone(`${folder}/postgresql/data`);
  expect(existsSync(`${folder}/postgresql/data/postmaster.pid`)).toBe(false);
});

test('when the server is killed amid writing, the next start has everything that was confirmed', async () => {
  const folder = ground.folder();
  const { child, url } = await given(folder);
  const writing = keepUntilGone(url);
  await pause(500);
  child.kill('SIGKILL');
  const confirmed = await writing;
  expect(confirmed.length).toBeGreaterThan(8);
  const next = await given(folder);
  expect(await kept(next.url)).toEqual(expect.arrayContaining(confirmed));
});

test('when PostgreSQL is killed amid writing, the server starts it again and has everything that was confirmed', async () => {
  const folder = ground.folder();
  const { child, url } = await given(folder);
  const writing = keepUntilGone(url);
  await pause(300);
  const killed = signalPostmaster(folder, 'SIGKILL');
  while ([killed, null].includes(readPostmasterId(folder)) || !(await fetch(`${url}/keep/0`)).ok) await pause(20);
  await pause(200);
  child.kill('SIGKILL');
  const confirmed = await writing;
  const next = await given(folder);
  expect(await kept(next.url)).toEqual(expect.arrayContaining(confirmed));
});

test('when both are killed while a backend is busy, the next start clears it away and has what was confirmed', async () => {
  const folder = ground.folder();
  const { child, url } = await given(folder);
  const busy = fetch(`${url}/busy`).catch(() => null);
  await fetch(`${url}/keep/1`);
  // The postmaster is stopped first, so that it cannot close its database when its parent is gone.
  signalPostmaster(folder, 'SIGSTOP');
  child.kill('SIGKILL');
  signalPostmaster(folder, 'SIGKILL');
  await busy;
  const orphans = findProcesses(`${folder}/postgresql/data`);
  expect(orphans.length).toBeGreaterThan(0);
  const next = await given(folder);
  expect(await kept(next.url)).toContain(1);
  expect(orphans.filter((pid) => findProcesses(`${folder}/postgresql/data`).includes(pid))).toEqual([]);
});

test('a postmaster that hangs without its server is not waited for for ever', async () => {
  const folder = ground.folder();
  const { child, url } = await given(folder);
  await fetch(`${url}/keep/1`);
  signalPostmaster(folder, 'SIGSTOP');
  child.kill('SIGKILL');
  const cluster = { data: `${folder}/postgresql/data`, sockets: `${folder}/postgresql/sockets` };
  expect(findProcesses(cluster.data).length).toBeGreaterThan(0);
  await clearLeftovers(cluster, 100);
  expect(findProcesses(cluster.data)).toEqual([]);
  const next = await given(folder);
  expect(await kept(next.url)).toEqual([1]);
});

test('a PostgreSQL that cannot be started again ends the server, with one line that says why', async () => {
  const folder = ground.folder();
  const { ended } = await given(folder);
  writeFileSync(`${folder}/postgresql/data/global/pg_control`, 'torn');
  signalPostmaster(folder, 'SIGKILL');
  const { code, err } = await ended;
  expect(code).toBe(75);
  expect(err).toMatch(/^The embedded PostgreSQL in \S+ failed: could not read file "global\/pg_control".+\n$/);
});

test('a first start that is killed while it makes the database leaves nothing in the way of the next', async () => {
  const folder = ground.folder();
  const { child } = ground.start({ DATA_DIR: folder });
  while (!existsSync(`${folder}/postgresql/data.new`)) await pause(2);
  await pause(50);
  child.kill('SIGKILL');
  const next = await given(folder);
  expect((await fetch(`${next.url}/keep/1`)).ok).toBe(true);
});

test('of ten first starts at once on one data folder, one runs and nine say who does', async () => {
  const folder = ground.folder();
  const servers = Array.from({ length: 10 }, () => ground.start({ DATA_DIR: folder }));
  const urls = (await Promise.all(servers.map(({ ready }) => ready))).filter((url) => url !== null);
  expect(urls).toHaveLength(1);
  expect((await fetch(`${urls[0]}/keep/1`)).ok).toBe(true);
  for (const { ready, ended } of servers) {
    if ((await ready) !== null) continue;
    const { code, err } = await ended;
    expect(code).toBe(75);
    expect(err).toMatch(
      /^The data folder \S+ is in use by another Pyladder \((process \d+|which is just starting)\): .+\n$/,
    );
  }
});
