import { expect, test } from 'vitest';
import { seededRandom } from '../simulation/index.ts';
import { binomialAtLeast, negativeBinomialAtLeast, poissonAtLeast } from './count-tails.ts';
import { type RevisionCounts, testRevisions } from './index.ts';

const random = seededRandom(51);

/** Somebody who changes each of so many answers with a chance of their own. */
function revise(chance: number, answers = 50): RevisionCounts {
  const counts = { answers, wrongToRight: 0, rightToWrong: 0, wrongToWrong: 0 };
  for (let k = 0; k < answers; k++) {
    if (random() >= chance) continue;
    const drawn = random();
    counts[drawn < 0.5 ? 'wrongToRight' : drawn < 0.75 ? 'rightToWrong' : 'wrongToWrong']++;
  }
  return counts;
}

test('the tails are those counted term by term', () => {
  const poisson = (x: number, mean: number) => {
    let [term, below] = [Math.exp(-mean), 0];
    for (let k = 0; k < x; k++) {
      below += term;
      term *= mean / (k + 1);
    }
    return 1 - below;
  };
  for (const [x, mean] of [
    [1, 0.4],
    [3, 2.5],
    [2, 6],
    [9, 4],
  ] as const)
    expect(poissonAtLeast(x, mean)).toBeCloseTo(poisson(x, mean), 12);
  // Far out, by scipy.stats.poisson and nbinom (1.17).
  expect(poissonAtLeast(20, 1) / 1.5875276010732616e-19).toBeCloseTo(1, 10);
  expect(negativeBinomialAtLeast(7, { mean: 2.5, excess: 0.7 })).toBeCloseTo(0.08056581732172644, 12);
  expect(binomialAtLeast(2, { trials: 3, chance: 0.4 })).toBeCloseTo(3 * 0.16 * 0.6 + 0.064, 12);
  expect([binomialAtLeast(0, { trials: 0, chance: 0.4 }), binomialAtLeast(4, { trials: 3, chance: 0.4 })]).toEqual([
    1, 0,
  ]);
  // Size 1 is the geometric distribution.
  expect(negativeBinomialAtLeast(4, { mean: 3, excess: 1 })).toBeCloseTo(0.75 ** 4, 12);
  expect(negativeBinomialAtLeast(4, { mean: 3, excess: 1e-7 })).toBeCloseTo(poissonAtLeast(4, 3), 6);
  expect(negativeBinomialAtLeast(4, { mean: 3, excess: -0.2 })).toBe(poissonAtLeast(4, 3));
});

test('among people who revise alike, about as many are unusual as the level says', () => {
  const { dispersion, each } = testRevisions(Array.from({ length: 600 }, () => revise(0.1)));
  expect(dispersion).toBeGreaterThan(0.8);
  expect(dispersion).toBeLessThan(1.2);
  for (const name of ['pPoisson', 'pOverdispersed', 'pBinomial'] as const) {
    const share = each.filter((one) => one[name] < 0.05).length / 600;
    expect(share).toBeGreaterThan(0.003);
    expect(share).toBeLessThan(0.08);
  }
});

test('where people differ in thoroughness, Poisson accuses many of them and the other two do not', () => {
  const people = Array.from({ length: 600 }, () => revise(0.02 + 0.5 * random() ** 4));
  const { dispersion, each } = testRevisions(people);
  expect(dispersion).toBeGreaterThan(2);
  const share = (name: 'pPoisson' | 'pOverdispersed' | 'pBinomial') =>
    each.filter((one) => one[name] < 0.01).length / 600;
  expect(share('pPoisson')).toBeGreaterThan(0.08);
  expect(share('pOverdispersed')).toBeLessThan(0.05);
  expect(share('pBinomial')).toBeLessThan(0.02);
});

test('a class whose answers were corrected for it stands out by number and by direction', () => {
  const classes = Array.from({ length: 30 }, () => revise(0.08, 1500));
  const tampered = { answers: 1500, wrongToRight: 160, rightToWrong: 25, wrongToWrong: 30 };
  const { each } = testRevisions([...classes, tampered]);
  const last = each.at(-1);
  expect(last?.pOverdispersed).toBeLessThan(1e-6);
  expect(last?.pBinomial).toBeLessThan(1e-6);
  expect(each.slice(0, -1).filter(({ pBinomial }) => pBinomial < 0.001)).toHaveLength(0);
});

test('the order of people changes nothing for any of them', () => {
  const people = Array.from({ length: 12 }, () => revise(0.2));
  const there = testRevisions(people.toReversed()).each.toReversed();
  for (const [i, { pOverdispersed, pBinomial }] of testRevisions(people).each.entries()) {
    expect(there[i]?.pOverdispersed).toBeCloseTo(pOverdispersed, 12);
    expect(there[i]?.pBinomial).toBe(pBinomial);
  }
});

test('where nobody changed anything nobody is suspect, and counts that cannot be are refused', () => {
  const nothing = { answers: 10, wrongToRight: 0, rightToWrong: 0, wrongToWrong: 0 };
  const { dispersion, each } = testRevisions([nothing, nothing, nothing]);
  expect(dispersion).toBeNaN();
  expect(each[0]).toMatchObject({ pPoisson: 1, pOverdispersed: 1, pBinomial: 1 });
  const [only] = testRevisions([{ ...nothing, wrongToRight: 1 }, nothing, nothing]).each;
  expect(only?.pPoisson).toBeGreaterThan(0.1);
  expect(() => testRevisions([nothing, nothing])).toThrow('2 rows');
  expect(() => testRevisions([nothing, nothing, { ...nothing, wrongToRight: 0.5 }])).toThrow(
    'row 3: wrongToRight is 0.5',
  );
  expect(() => testRevisions([nothing, { ...nothing, answers: 0 }, nothing])).toThrow('row 2: no answers');
  // A count that is not there was once the surest sign of tampering.
  const { wrongToRight: _, ...rest } = nothing;
  expect(() => testRevisions([nothing, rest as typeof nothing, nothing])).toThrow('row 2: wrongToRight is undefined');
  expect(() => testRevisions([{ ...nothing, rightToWrong: 11 }, nothing, nothing])).toThrow('11 changes of 10 answers');
});
