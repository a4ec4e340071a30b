import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LazyNative, lazyNative } from '@pyladder/bank/native';
import { type NativeMachine, nativeNeeds } from '@pyladder/python/native';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LADDER_FOLDER } from '../ladder/ladder.ts';
import type { BuildReport } from './exam-build.protocol.ts';
import { buildOrdered } from './exam-build.work.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pyladder-native-pack-'));
  const items = join(folder, 'house', 'pcpp-32-1', 'scientific', 'items');
  await mkdir(items, { recursive: true });
  for (const file of ['ladder.yaml', 'pack.yaml']) {
    await cp(join(LADDER_FOLDER, file), join(folder, 'ladder', file));
  }
  const pack = ['id: house', 'title: Templates of the house', 'license: proprietary', ''];
  await writeFile(join(folder, 'house', 'pack.yaml'), pack.join('\n'));
  await writeFile(join(items, 'prices-in-an-array.yaml'), template.join('\n'));
});
afterEach(() => rm(folder, { recursive: true }));

const template = [
  'id: pcpp-32-1.scientific.prices-in-an-array',
  'objective: numpy-arrays',
  'pool: exam',
  'kind: output',
  'code: |',
  '  import numpy as np',
  '',
  '  prices = np.array([{{first}}, 2, 3])',
  '  print(prices + prices)',
  '  print(prices * prices)',
  'params: { first: [4, 5] }',
  'misconceptions: [numpy-plus-concatenates, numpy-star-is-matmul]',
  'explain: Operators work element by element; the first price is {{first}}.',
  'difficulty: 0.7',
  'needs: [numpy]',
  'variants: 2',
  '',
];

const bare: NativeMachine = {
  python: '3.11.2',
  obstacle: null,
  proves: nativeNeeds.filter((need) => need !== 'numpy'),
  lacks: [{ need: 'numpy', packages: ['python3-numpy'] }],
};
const whole: NativeMachine = { ...bare, proves: [...nativeNeeds], lacks: [] };

/** What a build tells whose bank is wanted. */
async function build(native: LazyNative): Promise<BuildReport[]> {
  const reports: BuildReport[] = [];
  const say = async (report: BuildReport) => void reports.push(report);
  const order = { ladderFolder: join(folder, 'ladder'), extraFolder: join(folder, 'house'), seed: '5e' };
  await buildOrdered(order, { say, heard: async () => undefined, native });
  return reports;
}

/** Only what the bank would be made of: whoever hears it wants no bank. */
async function readSource(native: LazyNative): Promise<string> {
  const unwanted = new Error('not wanted');
  let source = '';
  const say = async (report: BuildReport) => {
    if (report.type === 'source') source = report.source;
  };
  const heard = () => Promise.reject(unwanted);
  const order = { ladderFolder: join(folder, 'ladder'), extraFolder: join(folder, 'house'), seed: '5e' };
  await expect(buildOrdered(order, { say, heard, native })).rejects.toBe(unwanted);
  return source;
}

test('an operator is told which exam templates are left out on this machine, and the packages that would bring them in', async () => {
  const reports = await build(lazyNative(() => bare));
  expect(reports.filter(({ type }) => type === 'left-out')).toEqual([
    {
      type: 'left-out',
      templates: [
        "pcpp-32-1.scientific.prices-in-an-array is left out of the exam: it needs numpy (Debian's python3-numpy missing here).",
      ],
    },
  ]);
  expect(reports.at(-1)).toEqual({ type: 'done' });
}, 240_000);

test('once the packages are there, the exam bank is built anew', async () => {
  const without = await readSource(lazyNative(() => bare));
  expect(await readSource(lazyNative(() => whole))).not.toBe(without);
  expect(await readSource(lazyNative(() => bare))).toBe(without);
});
