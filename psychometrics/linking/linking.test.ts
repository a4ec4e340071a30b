import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { probabilityRight, threePl, twoPl } from '../models/index.ts';
import { readGolden, readTable } from '../testing/golden.ts';
import {
  type CommonItem,
  linkAbility,
  linkByItemCurves,
  linkByMeans,
  linkBySpreads,
  linkByTestCurves,
  linkItem,
} from './index.ts';

type Golden = Record<'all' | 'excl27', { A: number; B: number; _row: string }[]>;

const methods = {
  'Mean/Mean': linkByMeans,
  'Mean/Sigma': linkBySpreads,
  Haebara: linkByItemCurves,
  'Stocking-Lord': linkByTestCurves,
};

/** The common items of Kolen and Brennan's example. Its discriminations are for D = 1.7, ours for D = 1. */
function givenCommon(leftOut: number[] = []): CommonItem[] {
  const { rows } = readTable('KB04_pars');
  const item = (row: number[]) => threePl(1.7 * (row[0] ?? 0), row[1] ?? 0, row[2] ?? 0);
  return readTable('KB04_common')
    .rows.filter(([x = 0]) => !leftOut.includes(x))
    .map(([x = 0, y = 0]) => ({ from: item(rows[x - 1] ?? []), to: item((rows[y - 1] ?? []).slice(3)) }));
}

describe.each([
  ['all', []],
  ['excl27', [27]],
] as const)("on Kolen and Brennan's common items (%s)", (name, leftOut) => {
  test.each(readGolden<Golden>('KB04_linking')[name])('$_row is the link that plink finds', ({ A, B, _row }) => {
    const link = methods[_row as keyof typeof methods](givenCommon([...leftOut]));
    expect(link.slope).toBeCloseTo(A, 5);
    expect(link.intercept).toBeCloseTo(B, 5);
  });
});

const items = [-1.2, -0.3, 0.4, 1.1].map((b, i) => threePl(0.8 + 0.3 * i, b, 0.05 * i));
const links = fc.record({
  slope: fc.double({ min: 0.6, max: 1.7, noNaN: true }),
  intercept: fc.double({ min: -1, max: 1, noNaN: true }),
});

test.each(Object.entries(methods))('%s finds the line again by which items were moved', (_, method) => {
  fc.assert(
    fc.property(links, (link) => {
      const found = method(items.map((from) => ({ from, to: linkItem(link, from) })));
      expect(found.slope).toBeCloseTo(link.slope, 6);
      expect(found.intercept).toBeCloseTo(link.intercept, 6);
    }),
    { numRuns: 30 },
  );
});

test('a person moved with the items has the same chances as before', () => {
  fc.assert(
    fc.property(links, fc.double({ min: -3, max: 3, noNaN: true }), (link, theta) => {
      for (const item of items) {
        const moved = probabilityRight(linkItem(link, item), linkAbility(link, theta));
        expect(moved).toBeCloseTo(probabilityRight(item, theta), 12);
      }
    }),
  );
});

test('what determines no link is refused', () => {
  for (const method of Object.values(methods)) expect(() => method([])).toThrow('0 common items');
  const same = { from: twoPl(1, 0), to: twoPl(1, 0.5) };
  expect(() => linkBySpreads([same, same])).toThrow('equally difficult');
  // A scale turned round has no line that leads to the other.
  const turned = { from: twoPl(-1, 0), to: twoPl(1, 0.5) };
  for (const method of [linkByMeans, linkByItemCurves, linkByTestCurves]) {
    expect(() => method([turned, same, turned])).toThrow('opposite directions');
    expect(() => method([same, { from: twoPl(1, 0), to: { ...twoPl(1, 0), b: Number.NaN } }])).toThrow('common item 2');
  }
});
