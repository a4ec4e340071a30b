import { type NativeMachine, nativeNeeds } from '@pyladder/python/native';
import { openPythonPool } from '@pyladder/python/node';
import { afterAll, expect, test } from 'vitest';
import { buildTemplate } from '../build/build-template.ts';
import { block, givenTemplate } from '../testing/given-pack.ts';
import { lazyNative } from './lazy-native.ts';
import { nativeVersion } from './native-pool.ts';

const python = openPythonPool();
const native = lazyNative();
afterAll(async () => {
  await Promise.all([python.close(), native.close()]);
});

const arrays = {
  code: block(
    'import threading',
    '',
    'import numpy as np',
    '',
    'prices = np.array([{{first}}, 2, 3])',
    'worker = threading.Thread(target=print, args=[prices * prices])',
    'worker.start()',
    'worker.join()',
    'print(prices + prices)',
  ),
  params: '{ first: [4, 5, 6, 7] }',
  where: 'first > 3',
  misconceptions: '[numpy-plus-concatenates, numpy-star-is-matmul]',
  explain: 'Operators work element by element; the first price is {{first}}.',
  needs: '[numpy, threads]',
  variants: '2',
};

test('a template with native needs is proven on the one native line, under both hash seeds, and judged with its modules let in', async () => {
  const { built, problems } = await buildTemplate(givenTemplate(arrays), 'seed', { python, native });
  expect(problems).toEqual([]);
  expect(built.variants).toHaveLength(2);
  for (const { proof, options } of built.variants) {
    expect(proof.map(({ python: line, hashSeed }) => [line, hashSeed])).toEqual([
      [nativeVersion, 0],
      [nativeVersion, 1],
    ]);
    expect(options).toHaveLength(4);
  }
});

test('a module that no need of the template names is refused in a native program, too', async () => {
  const { problems } = await buildTemplate(givenTemplate({ ...arrays, needs: '[numpy]' }), 'seed', { python, native });
  expect(problems.map(({ what }) => what)).toEqual(['The program uses the module threading (threads).']);
});

test('a native template cannot ask for a CPython that its proof is not of', async () => {
  const { problems } = await buildTemplate(givenTemplate({ ...arrays, python: "'>=3.12'" }), 'seed', {
    python,
    native,
  });
  expect(problems.map(({ what }) => what)).toEqual([
    'Native programs are proven on CPython 3.11, which `python` leaves out.',
  ]);
});

test('a machine that lacks a package says which, instead of running the program where it cannot run', async () => {
  const bare: NativeMachine = {
    python: '3.11.2',
    obstacle: null,
    proves: nativeNeeds.filter((need) => need !== 'numpy'),
    lacks: [{ need: 'numpy', packages: ['python3-numpy'] }],
  };
  const tools = { python, native: lazyNative(() => bare) };
  const { built, problems } = await buildTemplate(givenTemplate(arrays), 'seed', tools);
  expect(built.variants).toEqual([]);
  expect(problems.map(({ what }) => what)).toEqual([
    "The template cannot be proven here: it needs numpy (Debian's python3-numpy missing here).",
  ]);
});
