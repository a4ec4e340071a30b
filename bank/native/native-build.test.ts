import { join } from 'node:path';
import { type NativeMachine, nativeNeeds } from '@pyladder/python/native';
import { openPythonPool } from '@pyladder/python/node';
import { afterAll, expect, test } from 'vitest';
import { buildPool } from '../build/build-pool.ts';
import { type Pack, readPack } from '../packs/pack.ts';
import { block, givenFiles, givenFolder, ladder, templateText } from '../testing/given-pack.ts';
import { lazyNative } from './lazy-native.ts';
import { loadNativeProofs } from './load-proofs.ts';
import { writeNativeProofs } from './native-proofs.ts';

const python = openPythonPool();
const native = lazyNative();
afterAll(async () => {
  await Promise.all([python.close(), native.close()]);
});

const bare: NativeMachine = {
  python: '3.11.2',
  obstacle: null,
  proves: nativeNeeds.filter((need) => need !== 'numpy'),
  lacks: [{ need: 'numpy', packages: ['python3-numpy'] }],
};
const withoutNumpy = lazyNative(() => bare);

const arrays = {
  code: block(
    'import numpy as np',
    '',
    'prices = np.array([{{first}}, 2, 3])',
    'print(prices + prices)',
    'print(prices * prices)',
  ),
  params: '{ first: [4, 5] }',
  where: 'first > 3',
  misconceptions: '[numpy-plus-concatenates, numpy-star-is-matmul]',
  explain: 'Operators work element by element; the first price is {{first}}.',
  needs: '[numpy]',
  variants: '2',
};

function givenPack(fields: Readonly<Record<string, string>> = {}): Pack {
  const folder = givenFolder();
  givenFiles(folder, {
    'pack.yaml': 'id: given\ntitle: A given pack\nlicense: CC-BY-SA-4.0\npracticeSeed: given\n',
    'pcep/flow-control/items/arrays.yaml': templateText('arrays', { ...arrays, ...fields }),
  });
  const { pack, problems } = readPack(folder, ladder);
  if (pack === null || problems.length > 0) throw new Error(JSON.stringify(problems));
  return pack;
}

test('what one machine has proven another one takes, until a word of it changes', async () => {
  const request = { packs: [givenPack()], pool: 'practice' as const, seed: 'seed', python };
  const proven = await buildPool({ ...request, native });
  expect(proven.problems).toEqual([]);
  expect(proven.items).toHaveLength(2);
  expect(proven.native).toMatchObject({ trusted: [], leftOut: [] });
  const folder = givenFolder();
  givenFiles(folder, { 'native-proofs.json': writeNativeProofs(proven.native.proofs) });
  const proofs = loadNativeProofs(join(folder, 'native-proofs.json'));

  const trust = () => ({ proofs, compiled: proven.items });
  const taken = await buildPool({ ...request, native: withoutNumpy, trust });
  expect(taken).toMatchObject({ items: proven.items, problems: [], native: { proofs } });
  expect(taken.native.trusted.map(({ id }) => id)).toEqual(['pcep.flow-control.arrays']);

  const changed = { ...request, packs: [givenPack({ difficulty: '0.6' })], native: withoutNumpy, trust };
  const refused = await buildPool(changed);
  expect(refused.items).toEqual([]);
  expect(refused.problems.map(({ what }) => what)).toEqual([
    "The template cannot be proven here: it needs numpy (Debian's python3-numpy missing here).",
  ]);
});

test('a native exam template is left out, and said to be, where nobody can have proven it', async () => {
  const trust = () => {
    throw new Error('an exam is taken on nobody’s word');
  };
  const packs = [givenPack({ pool: 'exam' })];
  const { items, problems, native } = await buildPool({
    packs,
    pool: 'exam',
    seed: 'secret',
    python,
    native: withoutNumpy,
    trust,
  });
  expect([items, problems]).toEqual([[], []]);
  expect(native.leftOut.map(({ id }) => id)).toEqual(['pcep.flow-control.arrays']);
});

test('a damaged file of proofs is refused with its name, not taken for an empty one', () => {
  const folder = givenFolder();
  givenFiles(folder, { 'native-proofs.json': '{"a": 1}' });
  expect(() => loadNativeProofs(join(folder, 'native-proofs.json'))).toThrow(
    'native-proofs.json:1:1: These are no proofs.',
  );
  expect(loadNativeProofs(join(folder, 'absent.json'))).toEqual({});
});
