import type { ItemOption } from '@pyladder/exam';
import { openPythonPool, type PythonPool } from '@pyladder/python/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTemplate } from '../build/build-template.ts';
import { toItem } from '../build/to-item.ts';
import { ItemShape } from '../compiled/item-shape.ts';
import { givenTemplate } from '../testing/given-pack.ts';
import { withPartings } from './option-partings.ts';

let python: PythonPool;
beforeAll(() => {
  python = openPythonPool();
});
afterAll(() => python.close());

const option: ItemOption = { text: '0\n1\n2', key: false, misconceptions: [['range-stop-inclusive']], because: null };

test('every distractor that comes from a belief says where it parts, and the item can be kept and read again', async () => {
  const template = givenTemplate({ variants: '2' });
  const { built, problems } = await buildTemplate(template, 'seed', { python });
  expect(problems).toEqual([]);
  const items = built.variants.map((variant) => toItem(template, variant, { license: 'MIT', highlight: () => [] }));
  for (const item of items) {
    expect(ItemShape.parse(JSON.parse(JSON.stringify(item)))).toEqual(item);
    for (const { key, misconceptions, parting } of item.options) {
      expect(parting !== undefined).toBe(!key && misconceptions.length > 0);
    }
  }
  const variables = items.flatMap(({ options }) => options.map(({ parting }) => parting?.belief.variables ?? {}));
  expect(variables.flatMap(Object.keys)).toContain('number');
});

test('a look at a template for its author costs no tracing', async () => {
  const { built } = await buildTemplate(givenTemplate({ variants: '1' }), 'seed', { python, depth: 'glance' });
  expect(built.variants[0]?.options.some(({ parting }) => parting !== undefined)).toBe(false);
});

test('a program that notices that it is watched has no parting, for what it would show is not what the option says', async () => {
  const code = 'import sys\nfor n in range(2):\n    print(n)\nif sys.gettrace() is not None:\n    print("watched")\n';
  const outcome = { status: 'finished', stdout: '0\n1\n2\n', milliseconds: 1, applied: [] } as const;
  const beliefRuns = [{ beliefs: ['range-stop-inclusive'], outcome: { ...outcome, applied: [] } }];
  const [watched] = await withPartings([option], { code, stdin: '' }, { python, beliefRuns });
  expect(watched).toEqual(option);
  const plain = 'for n in range(2):\n    print(n)\n';
  const [told] = await withPartings([option], { code: plain, stdin: '' }, { python, beliefRuns });
  expect(told?.parting).toMatchObject({ line: 1, time: 3 });
});
