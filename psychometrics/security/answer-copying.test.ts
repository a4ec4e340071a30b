import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalNumber, seededRandom } from '../simulation/index.ts';
import { type Examinee, fitOptions, type NominalItem, optionChances, testCopying, testMatching } from './index.ts';

const half = new Map([
  ['a', 0.5],
  ['b', 0.3],
  ['c', 0.2],
]);

/** Forty items of four options, of which the first is the key. */
const random = seededRandom(31);
const items = Array.from({ length: 40 }, (): NominalItem => {
  const options = ['a', 'b', 'c', 'd'].map((option, k) => {
    return {
      option,
      slope: k === 0 ? 1.2 : -0.4 + 0.3 * normalNumber(random),
      intercept: k === 0 ? 1 : normalNumber(random),
    };
  });
  return { options };
});

function draw(chances: ReadonlyMap<string, number>): string {
  let left = random();
  for (const [option, p] of chances) {
    left -= p;
    if (left < 0) return option;
  }
  return [...chances.keys()].at(-1) ?? '';
}

function examinee(theta: number): Examinee {
  const chances = items.map((item) => optionChances(item, theta));
  return { choices: chances.map(draw), chances };
}

test('on a small test both figures are those worked out by hand', () => {
  const copier = { choices: ['a', 'b', 'c'], chances: [half, half, half] };
  const found = testCopying(copier, ['a', 'b', 'a']);
  expect(found).toMatchObject({ items: 3, matches: 2, expected: expect.closeTo(1.3, 12) });
  expect(found.omega).toBeCloseTo(0.7 / Math.sqrt(0.25 + 0.21 + 0.25), 12);
  const match = 0.25 + 0.09 + 0.04;
  const both = testMatching(copier, { ...copier, choices: ['a', 'b', 'a'] });
  expect(both.expected).toBeCloseTo(3 * match, 12);
  expect(both.pValue).toBeCloseTo(3 * match ** 2 * (1 - match) + match ** 3, 12);
});

test('of people who worked apart about as many pairs are called unusual as the level says', () => {
  const people = Array.from({ length: 60 }, () => examinee(normalNumber(random)));
  const found = people.flatMap((copier, i) => {
    return people.flatMap((source, k) =>
      i < k ? [{ ω: testCopying(copier, source.choices), gbt: testMatching(copier, source) }] : [],
    );
  });
  for (const name of ['ω', 'gbt'] as const) {
    const share = found.filter((pair) => pair[name].pValue < 0.05).length / found.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.075);
  }
  const mean = found.reduce((sum, pair) => sum + pair.ω.omega, 0) / found.length;
  expect(Math.abs(mean)).toBeLessThan(0.15);
});

test('who copied half the test from somebody else is found, and who only is as able is not', () => {
  const [source, copier, neighbour] = [examinee(-0.2), examinee(-0.4), examinee(-0.2)];
  const copied = {
    ...copier,
    choices: copier.choices.map((own, j) => (j % 2 === 0 ? (source.choices[j] ?? own) : own)),
  };
  expect(testCopying(copied, source.choices).pValue).toBeLessThan(0.001);
  expect(testMatching(copied, source).pValue).toBeLessThan(0.001);
  expect(testCopying(neighbour, source.choices).pValue).toBeGreaterThan(0.01);
  expect(testMatching(source, copied)).toEqual({
    ...testMatching(copied, source),
    pValue: expect.closeTo(testMatching(copied, source).pValue, 14),
  });
});

test('one more answer in common never makes a pair look more innocent', () => {
  const [left, right] = [examinee(0), examinee(0)];
  fc.assert(
    fc.property(fc.nat(39), (j) => {
      const closer = { ...left, choices: left.choices.with(j, right.choices[j] ?? null) };
      expect(testMatching(closer, right).pValue).toBeLessThanOrEqual(testMatching(left, right).pValue);
      expect(testCopying(closer, right.choices).omega).toBeGreaterThanOrEqual(testCopying(left, right.choices).omega);
    }),
    { numRuns: 40 },
  );
});

test('only items that both answered count, and nothing in common to count proves nothing', () => {
  const copier = { choices: ['a', null, 'b'], chances: [half, half, half] };
  expect(testCopying(copier, ['a', 'a', null])).toMatchObject({ items: 1, matches: 1 });
  expect(testCopying(copier, [null, 'a', null])).toMatchObject({ items: 0, omega: Number.NaN, pValue: Number.NaN });
  expect(testMatching(copier, { ...copier, choices: [null, 'a', null] })).toEqual({
    items: 0,
    matches: 0,
    expected: 0,
    pValue: 1,
  });
});

test('the option model of a bank is found again from what many people of known ability chose', () => {
  const [item = { options: [] }] = items;
  const abilities = Array.from({ length: 4000 }, () => normalNumber(random));
  const fitted = fitOptions(
    abilities.map((theta) => draw(optionChances(item, theta))),
    abilities,
  );
  expect(fitted.options.map(({ option }) => option)).toEqual(['a', 'b', 'c', 'd']);
  for (const theta of [-1.5, 0, 1.5]) {
    const [chances, found] = [optionChances(item, theta), optionChances(fitted, theta)];
    for (const [option, p] of chances) expect(Math.abs((found.get(option) ?? 1) - p)).toBeLessThan(0.03);
  }
});

test('an option that one person chose, or all, still has finite figures', () => {
  const { options } = fitOptions(['a', 'a', 'a', 'b', null, 'z'], [0.1, 0.5, -1, 2, 0, Number.POSITIVE_INFINITY]);
  expect(options.map(({ option }) => option)).toEqual(['a', 'b']);
  expect(options.every(({ slope, intercept }) => Number.isFinite(slope) && Math.abs(intercept) < 10)).toBe(true);
  expect(optionChances(fitOptions(['a', 'a'], [0, 1]), 0.3)).toEqual(new Map([['a', 1]]));
});

test('what does not fit together is refused', () => {
  const copier = { choices: ['a', 'b'], chances: [half, half] };
  expect(() => testCopying(copier, ['a'])).toThrow('2 and 1 choices');
  expect(() => testMatching(copier, { choices: ['a', 'b'], chances: [half] })).toThrow('chances of 2 and 1 items');
  expect(() => testCopying(copier, ['a', 'x'])).toThrow('item 2: option "x" has no chance');
  expect(() => testMatching({ ...copier, chances: [half, new Map([['b', 7]])] }, copier)).toThrow('item 2: chance 7');
  expect(() => fitOptions(['a'], [])).toThrow('1 choices, 0 abilities');
  expect(() => fitOptions([null], [1])).toThrow('nobody of finite ability');
  expect(() => optionChances(items[0] ?? { options: [] }, Number.NaN)).toThrow('ability NaN');
});
