// @vitest-environment node
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pyladder-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('two builds at once take turns and never overlap', async () => {
  const path = join(folder, 'lock');
  const order: string[] = [];
  const work = async (name: string) => {
    const lock = await takeLock(path);
    order.push(`${name} in`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push(`${name} out`);
    await lock.release();
  };
  await Promise.all(['a', 'b', 'c'].map(work));
  const names = order.map((entry) => entry[0]);
  expect(order).toHaveLength(6);
  expect([0, 2, 4].every((index) => names[index] === names[index + 1])).toBe(true);
});

test('a build that was killed does not block the next start', async () => {
  const path = join(folder, 'lock');
  await writeFile(path, '2147483646');
  const lock = await takeLock(path);
  expect(await readFile(path, 'utf8')).toBe(String(process.pid));
  await lock.release();
});

test('a lock of a machine that was switched off does not block, though its process id is in use again', async () => {
  const path = join(folder, 'lock');
  await writeFile(path, String(process.pid));
  const longAgo = new Date(Date.now() - 3_600_000);
  await utimes(path, longAgo, longAgo);
  const lock = await takeLock(path);
  await lock.release();
  await expect(readFile(path)).rejects.toThrow('ENOENT');
});
