import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatCompiledBank } from '../compiled/compiled-bank.ts';
import { type Pack, readPack } from '../packs/pack.ts';
import { block, givenFiles, givenFolder, ladder, templateText } from '../testing/given-pack.ts';
import { python } from '../testing/given-python.ts';
import { buildPool } from './build-pool.ts';
import { openTemplateCache } from './template-cache.ts';

const packFile = 'id: given\ntitle: A given pack\nlicense: CC-BY-SA-4.0\npracticeSeed: given\n';
const path = (slug: string) => `pcep/flow-control/items/${slug}.yaml`;

function givenPack(templates: Readonly<Record<string, Record<string, string>>>): Pack {
  const folder = givenFolder();
  const files = Object.entries(templates).map(([slug, fields]) => [path(slug), templateText(slug, fields)]);
  givenFiles(folder, { 'pack.yaml': packFile, ...Object.fromEntries(files) });
  const { pack, problems } = readPack(folder, ladder);
  if (pack === null || problems.length > 0) throw new Error(JSON.stringify(problems));
  return pack;
}

const build = (pack: Pack, seed = 'seed') => buildPool({ packs: [pack], pool: 'practice', seed, python });

test('the same pack and seed give the same bank to the byte, another seed other variants', async () => {
  const pack = givenPack({
    one: {},
    two: { misconceptions: '[range-stop-inclusive, range-start-exclusive, range-step-ignored]' },
  });
  const first = await build(pack);
  expect(first.problems).toEqual([]);
  expect(first.items).toHaveLength(6);
  expect([...formatCompiledBank((await build(pack)).items)]).toEqual([...formatCompiledBank(first.items)]);
  const other = await build(pack, 'another');
  expect(other.items.map(({ hash }) => hash)).not.toEqual(first.items.map(({ hash }) => hash));
});

test('an item names every smallest set of beliefs that leads to each of its options', async () => {
  const { items } = await build(givenPack({ one: { variants: '8' } }));
  for (const { options, proof, code } of items) {
    expect(options).toHaveLength(4);
    expect(options.find(({ key }) => key)?.text).toBe(proof.stdout.trimEnd());
    for (const { key, misconceptions, text } of options) {
      expect(misconceptions.length > 0).toBe(!key);
      for (const set of misconceptions) {
        const outcome = await python.run('3.14', 0, { code, stdin: '', misconceptions: set });
        expect('stdout' in outcome && outcome.stdout.trimEnd()).toBe(text);
      }
    }
  }
});

test('items of one pool are not built for the other', async () => {
  const pack = givenPack({
    one: {},
    two: { pool: 'exam', explain: 'This one is asked in real sittings, in no others.' },
  });
  const { items } = await buildPool({ packs: [pack], pool: 'exam', seed: 'secret', python });
  expect(new Set(items.map(({ template }) => template))).toEqual(new Set(['pcep.flow-control.two']));
});

test('one bad template costs only its own items', async () => {
  const { items, problems } = await build(givenPack({ good: {}, bad: { difficulty: '0.1' } }));
  expect(items).toHaveLength(3);
  expect(problems.map(({ what }) => what)).toEqual(['A difficulty of 0.1 does not tell candidates apart.']);
});

test('what has not changed is not run again, what has changed is', async () => {
  const cache = openTemplateCache(givenFolder());
  const refuse = () => Promise.reject(new Error('nothing should run'));
  const unused = { run: refuse, trace: refuse, close: async () => undefined };
  const request = { packs: [givenPack({ one: {} })], pool: 'practice' as const, seed: 's', cache };
  const first = await buildPool({ ...request, python });
  expect(await buildPool({ ...request, python: unused })).toEqual(first);
  const changed = { ...request, packs: [givenPack({ one: { difficulty: '0.6' } })] };
  await expect(buildPool({ ...changed, python: unused })).rejects.toThrow('nothing should run');
  await expect(buildPool({ ...request, seed: 'other', python: unused })).rejects.toThrow('nothing should run');
});

test('progress counts templates up to the last one', async () => {
  const seen: number[] = [];
  await buildPool({
    packs: [givenPack({ one: {}, two: { where: 'start > 1' } })],
    pool: 'practice',
    seed: 's',
    python,
    onProgress: ({ done, total }) => seen.push(done / total),
  });
  expect(seen).toEqual([0.5, 1]);
});

test('an aborted build ends with the reason and gives nothing', async () => {
  const controller = new AbortController();
  const stop = new Error('enough');
  const pack = givenPack({ one: {}, two: { where: 'start > 1' }, three: { where: 'start < 2' } });
  const built = buildPool({
    packs: [pack],
    pool: 'practice',
    seed: 's',
    python,
    signal: controller.signal,
    onProgress: () => controller.abort(stop),
  });
  await expect(built).rejects.toBe(stop);
});

test('the practice templates of this repository lie where their ids say', () => {
  const { pack, problems } = readPack(join(import.meta.dirname, '..', '..', 'packs', 'python-ladder'), ladder);
  expect(problems).toEqual([]);
  expect(pack?.templates.length).toBeGreaterThan(0);
});

test('an exam bank does not fail for a belief that by chance has nothing to act on in the draws of one secret seed', async () => {
  // With a step of 1 nobody notices that steps are ignored; one draw in two is of that kind.
  const code = block(
    'total = {{first}}',
    'for number in range({{start}}, {{stop}}, {{step}}):',
    '    total += number',
    'print(total)',
  );
  const params = '{ first: [10, 20], start: [1, 2], stop: [7, 8, 9, 10], step: [1, 2] }';
  const pack = givenPack({ chance: { code, params, where: '(stop - start) % 2 == 0', variants: '1' } });
  const seeds = ['a', 'b', 'c', 'd', 'e', 'f'];
  const countProblems = async (redraws: number) => {
    const builds = await Promise.all(
      seeds.map((seed) => buildPool({ packs: [pack], pool: 'practice', seed, redraws, python })),
    );
    return builds.map(({ problems, items }) => [problems.length, items.length]);
  };
  expect((await countProblems(0)).filter(([problems]) => problems === 1).length).toBeGreaterThan(0);
  expect(await countProblems(12)).toEqual(seeds.map(() => [0, 1]));
});
