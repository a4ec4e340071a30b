import { misconceptions } from '@pyladder/python';
import { type NativeMachine, type NativeNeed, nativeNeeds, openNativePython } from '@pyladder/python/native';
import { openPythonPool } from '@pyladder/python/node';
import { afterAll, expect, test } from 'vitest';
import { kinds } from '../kinds/kinds.ts';
import { renderDraws } from '../templates/rendering.ts';
import { givenItem } from '../testing/given-item.ts';
import { block, givenTemplate } from '../testing/given-pack.ts';
import { inspectPrograms } from '../tools/inspection.ts';
import { canProve, modulesWithin, nativeNeedsOf } from './native-needs.ts';
import { asPythonPool, nativeVersion } from './native-pool.ts';
import {
  keyOfOrigin,
  type NativeProofs,
  readNativeProofs,
  recordProof,
  takeOnTrust,
  writeNativeProofs,
} from './native-proofs.ts';
import { sayTrusted, unprovenProblem } from './unproven.ts';

const native = openNativePython();
const python = openPythonPool();
afterAll(async () => {
  await Promise.all([native.close(), python.close()]);
});

const arrays = {
  code: block('import numpy as np', '', 'a = np.array([{{first}}, 2, 3])', 'print(a + a)', 'print(a * a)'),
  params: '{ first: [4, 5] }',
  where: 'first > 3',
  misconceptions: '[numpy-plus-concatenates, numpy-star-is-matmul]',
  explain: 'Operators work element by element; the first one is {{first}}.',
  needs: '[numpy]',
};

const withoutMysql: NativeMachine = {
  python: '3.11.2',
  obstacle: null,
  proves: nativeNeeds.filter((need) => need !== 'mysql'),
  lacks: [{ need: 'mysql', packages: ['mariadb-server-core', 'python3-pymysql'] }],
};

test('a template that needs NumPy gets its key from CPython on the machine, and its wrong answers from beliefs about arrays', async () => {
  const template = givenTemplate(arrays);
  const rendering = await renderDraws(template, [new Map([['first', '4']])], python);
  const rendered = rendering.ok ? rendering.rendered[0] : undefined;
  if (rendered === undefined) throw new Error(JSON.stringify(rendering));
  const pool = asPythonPool(native, nativeNeedsOf(template), python);
  const request = { code: rendered.code, stdin: '' };
  expect(await pool.run(nativeVersion, 0, { ...request, misconceptions: [] })).toMatchObject({
    stdout: '[8 4 6]\n[16  4  9]\n',
  });
  const tools = { python: pool, seed: 'seed', endless: new Set<string>(), depth: 'whole' as const };
  const result = await kinds.output.build(template, rendered, tools);
  const given = new Map(result.beliefRuns.map(({ beliefs, outcome }) => [beliefs.join(' '), outcome]));
  expect(given.get('numpy-plus-concatenates')).toMatchObject({ stdout: '[4 2 3 4 2 3]\n[16  4  9]\n' });
  expect(given.get('numpy-star-is-matmul')).toMatchObject({ stdout: '[8 4 6]\n29\n' });
  const { steps } = await pool.trace(nativeVersion, 0, { ...request, misconceptions: ['numpy-star-is-matmul'] });
  expect(steps.length).toBeGreaterThan(0);
  expect([...given.keys()].every((set) => set.split(' ').every((id) => misconceptions.has(id)))).toBe(true);
});

test('a template runs natively if it, or an item of its scenario, needs what Pyodide does not have', () => {
  const member = givenTemplate({ ...arrays, needs: '[threads, os]' });
  expect(nativeNeedsOf(givenTemplate({ needs: '[files]' }))).toEqual([]);
  expect(nativeNeedsOf({ ...givenTemplate(arrays), members: [member, member] })).toEqual(['numpy', 'threads']);
  expect(canProve(['numpy', 'threads'], withoutMysql)).toBe(true);
  expect(canProve(['numpy', 'mysql'], withoutMysql)).toBe(false);
});

test('who says that an item needs threads need not name the module as well', async () => {
  const { reach } = (await inspectPrograms(['import threading\nimport socket\n'], python))[0] ?? { reach: [] };
  const left = (needs: NativeNeed[]) =>
    reach.map(([, , name]) => name).filter((name) => !modulesWithin(needs).has(name));
  expect([left([]), left(['threads']), left(['sockets', 'threads'])]).toEqual([
    ['threading', 'socket'],
    ['socket'],
    [],
  ]);
});

test('items of a recorded proof are taken on trust, and not after a change of text, seed, licence or items', () => {
  const template = givenTemplate(arrays);
  const origin = { template, seed: 'seed', license: 'CC-BY-SA-4.0' };
  const items = ['a', 'b'].map((stem) => givenItem({ template: template.id, stem, needs: ['numpy'] }));
  const others = [givenItem({ template: 'pcep.flow-control.other' })];
  const proofs: NativeProofs = { [template.id]: recordProof(origin, items, '3.11.2') };
  expect(takeOnTrust(origin, proofs, [...others, ...items])).toEqual(items);
  expect(takeOnTrust({ ...origin, seed: 'another' }, proofs, items)).toBeNull();
  expect(takeOnTrust({ ...origin, license: 'MIT' }, proofs, items)).toBeNull();
  expect(takeOnTrust({ ...origin, template: givenTemplate({ ...arrays, variants: '2' }) }, proofs, items)).toBeNull();
  expect(takeOnTrust(origin, proofs, items.slice(1))).toBeNull();
  expect(takeOnTrust(origin, {}, items)).toBeNull();
});

test('recorded proofs are the same bytes whatever their order, and are read back as they were', () => {
  const template = givenTemplate(arrays);
  const proof = recordProof({ template, seed: 's', license: 'MIT' }, [givenItem()], '3.11.2');
  const text = writeNativeProofs({ b: proof, a: proof });
  expect(text).toBe(writeNativeProofs({ a: proof, b: proof }));
  expect(readNativeProofs(text)).toEqual({ a: proof, b: proof });
  expect(readNativeProofs(writeNativeProofs({}))).toEqual({});
  expect(proof.built).toBe(keyOfOrigin({ template, seed: 's', license: 'MIT' }));
  expect(() => readNativeProofs('{"a": {"built": "x", "python": "3", "items": []}}')).toThrow('built');
});

test('a template that cannot be proven here says what it needs, where, and what to install', () => {
  const template = givenTemplate({ ...arrays, needs: '[numpy, mysql]' });
  expect(sayTrusted(template, withoutMysql)).toBe(
    "pcep.flow-control.given is taken on trust: it needs mysql (Debian's mariadb-server-core, python3-pymysql missing here).",
  );
  expect(unprovenProblem(template, withoutMysql)).toMatchObject({
    line: template.source.placeOf(['needs']).line,
    what: "The template cannot be proven here: it needs mysql (Debian's mariadb-server-core, python3-pymysql missing here).",
    remedy:
      'Install what is missing (sudo apt-get install mariadb-server-core python3-pymysql), or build it where it is, and commit its proof.',
  });
  const noSandbox = { python: null, obstacle: 'bubblewrap cannot make a sandbox here: no', proves: [], lacks: [] };
  expect(sayTrusted(template, noSandbox)).toContain(
    'it needs numpy, mysql (bubblewrap cannot make a sandbox here: no).',
  );
});
