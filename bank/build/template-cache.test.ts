import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { givenItem } from '../testing/given-item.ts';
import { givenFolder } from '../testing/given-pack.ts';
import { openTemplateCache } from './template-cache.ts';

test('what was kept is found again, by its key only', async () => {
  const cache = openTemplateCache(join(givenFolder(), 'new'));
  const items = [givenItem()];
  expect(await cache.find('a')).toBeNull();
  await cache.keep('a', items);
  expect(await cache.find('a')).toEqual(items);
  expect(await cache.find('b')).toBeNull();
});

test('a damaged entry counts as absent, so that it is built again', async () => {
  const folder = givenFolder();
  const cache = openTemplateCache(folder);
  await cache.keep('a', [givenItem()]);
  const [file = ''] = readdirSync(folder);
  writeFileSync(join(folder, file), 'half of it');
  expect(await cache.find('a')).toBeNull();
});
