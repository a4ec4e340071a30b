import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ItemShape } from '../compiled/item-shape.ts';
import { kinds } from '../kinds/kinds.ts';
import { readPack } from '../packs/pack.ts';
import { ladder } from '../testing/given-pack.ts';
import { python } from '../testing/given-python.ts';
import { buildPool } from './build-pool.ts';

vi.setConfig({ testTimeout: 600_000 });

const folder = join(import.meta.dirname, '..', '..', 'packs', 'gallery');

test('the specimens of every kind pass every gate, so authors have a sound one of each to begin from', async () => {
  const { pack, problems } = readPack(folder, ladder);
  expect(problems).toEqual([]);
  if (pack === null) throw new Error('the gallery is no pack');
  const built = await buildPool({ packs: [pack], pool: 'practice', seed: 'specimens', python });
  expect(built.problems).toEqual([]);
  for (const item of built.items) expect(ItemShape.parse(item)).toEqual(item);
  for (const { id, picture } of pack.templates) {
    const shown = built.items.filter(({ template }) => template === id);
    expect(shown.every((item) => (item.picture === undefined) === (picture === null))).toBe(true);
  }
  expect(new Set(built.items.flatMap(({ picture }) => picture?.png ?? [])).size).toBeGreaterThan(2);
  // A scenario is a set of items of other kinds.
  const shown = new Set([...built.items, ...pack.templates].map(({ kind }) => kind));
  const plain = Object.keys(kinds).filter((kind) => kind !== 'output');
  expect([...shown]).toEqual(expect.arrayContaining(plain));
  expect(built.items.length).toBeGreaterThan(pack.templates.length);
});
