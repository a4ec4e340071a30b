import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { createStatusSource } from './status-source.ts';

const hour = { freshMs: 3_600_000, restMs: 3_600_000, most: 2 };

test('thousands of credentials on one list ask for it once', async () => {
  const get = vi.fn(async (address: string) => `list at ${address}`);
  const source = createStatusSource({ ...hour, get });
  const texts = await Promise.all(Array.from({ length: 1000 }, () => source('https://a.example/1')));
  expect(new Set(texts)).toEqual(new Set(['list at https://a.example/1']));
  expect(get).toHaveBeenCalledTimes(1);
});

test('a list that is no longer fresh is asked for again, so that a revocation is seen', async () => {
  const get = vi
    .fn<(address: string) => Promise<string>>()
    .mockResolvedValueOnce('before')
    .mockResolvedValueOnce('after');
  const source = createStatusSource({ ...hour, freshMs: 1, get });
  expect(await source('https://a.example/1')).toBe('before');
  await pause(20);
  expect(await source('https://a.example/1')).toBe('after');
});

test('a list that cannot be had is not asked for again at once', async () => {
  const get = vi.fn(async () => null);
  const source = createStatusSource({ ...hour, get });
  for (let asked = 0; asked < 5; asked++) expect(await source('https://a.example/1')).toBeNull();
  expect(get).toHaveBeenCalledTimes(1);
});

test('only so many lists are kept: the one that was unused longest goes', async () => {
  const get = vi.fn(async (address: string) => address);
  const source = createStatusSource({ ...hour, get });
  for (const address of ['a', 'b', 'a', 'c', 'a']) await source(address);
  expect(get.mock.calls.flat()).toEqual(['a', 'b', 'c']);
  await source('b');
  expect(get.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b']);
});

test('a bug in asking is not kept for the next', async () => {
  const get = vi.fn(async () => 'list').mockRejectedValueOnce(new Error('bug'));
  const source = createStatusSource({ ...hour, get });
  await expect(source('a')).rejects.toThrow('bug');
  expect(await source('a')).toBe('list');
});
