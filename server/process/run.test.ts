import { chmodSync, existsSync, mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { readAccount } from '../database/embedded/account.ts';
import { startEmbedded } from '../database/embedded/embedded.ts';
import { createGround, gone, isRoot, mayMount } from './testing/ground.ts';
import type { Clone } from './testing/server-process.ts';

const ground = createGround();
afterAll(ground.clear);

function asOrdinaryUser(): Clone | undefined {
  return isRoot ? { folder: ground.cloneFolder(), account: readAccount('nobody') } : undefined;
}

test('a stop is an orderly one: the running request finishes, PostgreSQL is stopped, the exit code is 0', async () => {
  const folder = ground.folder();
  const { child, ready, ended } = ground.start({ DATA_DIR: folder });
  const url = await ready;
  const reply = fetch(`${url}/slowly/1`);
  await pause(200);
  child.kill('SIGTERM');
  expect((await reply).status).toBe(200);
  expect(await ended).toMatchObject({ code: 0, err: '' });
  expect(existsSync(`${folder}/postgresql/data/postmaster.pid`)).toBe(false);
});

test('one Ctrl-C that arrives twice, as it does under npm, still lets the running request finish', async () => {
  const { child, ready, ended } = ground.start({ DATA_DIR: ground.folder() });
  const url = await ready;
  const reply = fetch(`${url}/slowly/1`);
  await pause(200);
  child.kill('SIGINT');
  await pause(20);
  child.kill('SIGINT');
  expect((await reply).status).toBe(200);
  expect(await ended).toMatchObject({ code: 0 });
});

test('a second Ctrl-C by somebody who has lost patience ends the server, and PostgreSQL still closes', async () => {
  const folder = ground.folder();
  const { child, ready, ended } = ground.start({ DATA_DIR: folder });
  const url = await ready;
  const reply = fetch(`${url}/patiently/1`).catch(() => null);
  await pause(200);
  child.kill('SIGINT');
  await pause(600);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 1 });
  expect(await reply).toBeNull();
  await gone(`${folder}/postgresql/data`);
  expect(existsSync(`${folder}/postgresql/data/postmaster.pid`)).toBe(false);
});

test('the address is printed once everything is ready, and what the application has to say comes after it', async () => {
  const { child, ready, ended } = ground.start({ DATA_DIR: ground.folder(), PUBLIC_URL: 'https://exams.example.org/' });
  expect(await ready).toBe('https://exams.example.org');
  child.kill('SIGTERM');
  expect((await ended).out).toBe('Pyladder is ready: https://exams.example.org\nOne line more.\n');
});

test('a taken port is told in one line before the data folder is touched', async () => {
  const first = ground.start({ DATA_DIR: ground.folder() });
  const port = new URL((await first.ready) ?? '').port;
  const folder = ground.folder();
  const { code, err } = await ground.start({ DATA_DIR: folder, PORT: port }).ended;
  expect(code).toBe(75);
  expect(err).toBe(
    `Port ${port} on 127.0.0.1 is taken by another program: stop that one, or set PORT to a free port.\n`,
  );
  expect(readdirSync(folder)).toEqual([]);
});

test('a database that does not answer is told in one line', async () => {
  const { code, err } = await ground.start({ DATABASE_URL: 'postgres://ada@127.0.0.1:1/exams' }).ended;
  expect(code).toBe(75);
  expect(err).toMatch(/^The database at 127\.0\.0\.1:1 does not answer \(.+\): start it, correct DATABASE_URL, .+\n$/);
});

test('an encrypted database that does not answer is told in one line too, and the driver adds nothing of its own', async () => {
  const address = 'postgres://ada@127.0.0.1:1/exams?sslmode=require';
  const { code, err } = await ground.start({ DATABASE_URL: address }).ended;
  expect([code, err]).toEqual([75, expect.stringMatching(/^The database at 127\.0\.0\.1:1 does not answer .+\n$/)]);
});

test('a server of its own is used when DATABASE_URL names one', async () => {
  // One that waits for its disk, as the server of the tests does not.
  const own = await startEmbedded({ dataFolder: ground.folder(), log: () => undefined });
  const { user, database, host } = own.connection;
  const { child, ready, ended } = ground.start({
    DATABASE_URL: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`,
  });
  expect((await fetch(`${await ready}/keep/1`)).ok).toBe(true);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, err: '' });
  await own.stop();
});

test('a file where the data folder should be is told in one line', async () => {
  const file = `${ground.folder()}/file`;
  writeFileSync(file, 'kept');
  const { code, err } = await ground.start({ DATA_DIR: file }).ended;
  expect(code).toBe(78);
  expect(err).toMatch(/^The data folder \S+\/file cannot be written \(EEXIST\): .+\n$/);
});

test('a data folder where no folder can be made, in a file system of the kernel, is told in one line', async () => {
  const { code, err } = await ground.start({ DATA_DIR: '/proc/pyladder/data' }).ended;
  expect(code).toBe(78);
  expect(err).toMatch(
    /^The data folder \/proc\/pyladder cannot be written \(.+\): .+ set DATA_DIR to another folder\.\n$/,
  );
});

test('what the application refuses to start with is told in one line, and PostgreSQL is stopped again', async () => {
  const folder = ground.folder();
  const { code, out, err } = await ground.start({ DATA_DIR: folder, ISSUER_NAME: 'Refused' }).ended;
  expect([code, out, err]).toEqual([78, '', 'The ladder cannot be used. It is refused.\n']);
  expect(readdirSync(`${folder}/postgresql/data`)).toContain('PG_VERSION');
  expect(existsSync(`${folder}/postgresql/data/postmaster.pid`)).toBe(false);
});

test('a data folder of another PostgreSQL version is left as it is', async () => {
  const folder = ground.folder();
  const data = `${folder}/postgresql/data`;
  mkdirSync(data, { recursive: true });
  writeFileSync(`${data}/PG_VERSION`, '13\n');
  const { code, err } = await ground.start({ DATA_DIR: folder }).ended;
  expect(code).toBe(78);
  expect(err).toMatch(/holds a database of PostgreSQL 13, and this Pyladder brings PostgreSQL 18/);
  expect(readdirSync(data)).toEqual(['PG_VERSION']);
});

test('a data folder with a very long name works, though the kernel takes only short names of sockets', async () => {
  const folder = `${ground.folder()}/${'long/'.repeat(30)}`;
  const { ready } = ground.start({ DATA_DIR: folder });
  expect((await fetch(`${await ready}/keep/1`)).ok).toBe(true);
});

// Root may write anywhere, so there the server is started as somebody else, from a place that everybody can reach.
if (mayMount || !isRoot) {
  test('a data folder that cannot be written is told in one line', async () => {
    const parent = ground.folder();
    chmodSync(parent, 0o555);
    const { code, err } = await ground.start({ DATA_DIR: `${parent}/data` }, asOrdinaryUser()).ended;
    chmodSync(parent, 0o755);
    expect(code).toBe(78);
    expect(err).toMatch(/^The data folder \S+\/data cannot be written \(EACCES\): .+\n$/);
  });

  test('an ordinary user needs no other account', async () => {
    const folder = ground.folder();
    chmodSync(folder, 0o777);
    const { child, ready, ended } = ground.start({ DATA_DIR: `${folder}/data` }, asOrdinaryUser());
    expect((await fetch(`${await ready}/keep/1`)).ok).toBe(true);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });
}

// What only a mount can set up.
if (mayMount) {
  test('a data folder on a disk without room is told in one line, and nothing half done stays', async () => {
    const disk = ground.smallDisk(50);
    const { code, err } = await ground.start({ DATA_DIR: `${disk}/data` }).ended;
    expect(code).toBe(75);
    expect(err).toMatch(/^There is no room in the data folder \S+: free at least 200 MB there, .+\n$/);
    expect(readdirSync(`${disk}/data/postgresql`)).not.toContain('data');
  });

  test('a disk that has filled up since the last start is told in one line, and when there is room again all is there', async () => {
    const disk = ground.smallDisk(400);
    const first = ground.start({ DATA_DIR: `${disk}/data` });
    await fetch(`${await first.ready}/keep/1`);
    first.child.kill('SIGTERM');
    await first.ended;
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(`${disk}/ballast`, Buffer.alloc(bavail * bsize));
    const { code, err } = await ground.start({ DATA_DIR: `${disk}/data` }).ended;
    expect(code).toBe(75);
    expect(err).toMatch(/^There is no room in the data folder \S+: .+\n$/);
    writeFileSync(`${disk}/ballast`, '');
    const again = ground.start({ DATA_DIR: `${disk}/data` });
    expect(await (await fetch(`${await again.ready}/kept`)).json()).toEqual([1]);
    again.child.kill('SIGTERM');
    await again.ended;
  });

  test('a clone in a private folder, from which the database account can run nothing, starts all the same', async () => {
    const cloneFolder = `${ground.folder()}/private/clone`;
    mkdirSync(cloneFolder, { recursive: true, mode: 0o700 });
    const folder = ground.folder();
    const server = ground.start({ DATA_DIR: folder }, { folder: cloneFolder, account: null });
    expect((await fetch(`${await server.ready}/keep/1`)).ok).toBe(true);
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(`${folder}/postgresql`)).toContainEqual(expect.stringMatching(/^programs-18\.[\w.-]+$/));
  });
}

// What only happens to root.
if (isRoot) {
  test('a data folder inside a private one, which the database account cannot enter, is told in one line', async () => {
    const folder = ground.folder();
    chmodSync(folder, 0o700);
    const { code, err } = await ground.start({ DATA_DIR: `${folder}/data` }).ended;
    expect(code).toBe(78);
    expect(err).toMatch(
      /^PostgreSQL runs as "pyladder", which may not enter \S+: set DATA_DIR to a folder outside private ones, .+\n$/,
    );
  });
}
