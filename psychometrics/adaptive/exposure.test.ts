import { expect, test } from 'vitest';
import { twoPl } from '../models/index.ts';
import { normalNumber, seededRandom } from '../simulation/index.ts';
import {
  type AdaptivePlan,
  controlExposure,
  measureDeficits,
  NOTHING_GIVEN,
  prepareBank,
  runAdaptiveTest,
  simulateAdaptiveTests,
} from './index.ts';

const draw = seededRandom(31);
const ITEMS = 100;
const bank = prepareBank(
  Array.from({ length: ITEMS }, () => twoPl(Math.exp(0.3 * normalNumber(draw)), normalNumber(draw))),
);
const plan: AdaptivePlan = { bank, criterion: 'MFI', stop: [{ kind: 'length', items: 10 }] };
const people = (count: number) => Float64Array.from({ length: count }, () => normalNumber(draw));

test('exposure control keeps the best items from being everybody’s, and people still known', () => {
  const limit = 0.3;
  const under = (chances: Float64Array): AdaptivePlan => ({ ...plan, exposure: { kind: 'sympson-hetter', chances } });
  const control = controlExposure((chances) => simulateAdaptiveTests(under(chances), people(300), draw), {
    items: ITEMS,
    limit,
    length: 10,
    tolerance: 0.05,
  });
  expect(control.converged).toBe(true);
  expect(control.chances.filter((chance) => chance === 1).length).toBeGreaterThanOrEqual(10);
  const [free, bound] = [plan, under(control.chances)].map((one) => simulateAdaptiveTests(one, people(300), draw));
  const highest = (counts: ArrayLike<number> = []) => Math.max(...Array.from(counts)) / 300;
  expect(highest(free?.given)).toBe(1);
  // Other people than those it was found with: three standard errors of a share more.
  expect(highest(bound?.given)).toBeLessThan(limit + 0.05 + 0.07);
  expect(bound?.tests.every(({ progress }) => progress.answers.length === 10)).toBe(true);
  const errorOf = (tests: typeof free) =>
    (tests?.tests ?? []).reduce((sum, { ability }) => sum + ability.standardError, 0) / 300;
  expect(errorOf(bound)).toBeLessThan(errorOf(free) * 1.2);
});

test('one among the best few spreads the first item', () => {
  const spread: AdaptivePlan = { ...plan, exposure: { kind: 'randomesque', among: 5 } };
  const { given } = simulateAdaptiveTests({ ...spread, stop: [{ kind: 'length', items: 1 }] }, people(200), draw);
  expect(given.length).toBe(ITEMS);
  expect(Array.from(given).filter((count) => count > 0)).toHaveLength(5);
});

test('an item that was refused is not offered to the same person again, until nothing else is left', () => {
  const chances = new Float64Array(ITEMS).fill(1);
  const best = runAdaptiveTest(plan, NOTHING_GIVEN, draw);
  const item = best.status === 'item' ? best.item : -1;
  chances[item] = 0;
  const step = runAdaptiveTest({ ...plan, exposure: { kind: 'sympson-hetter', chances } }, NOTHING_GIVEN, draw);
  expect(step.progress.setAside).toEqual([item]);
  expect(step.status === 'item' && step.item !== item).toBe(true);
  const none = { kind: 'sympson-hetter', chances: new Float64Array(ITEMS) } as const;
  const all = runAdaptiveTest({ ...plan, exposure: none }, NOTHING_GIVEN, draw);
  expect(all.status === 'item' && all.item).toBe(item);
});

test('the chances are found from the shares chosen, round by round', () => {
  const seen: number[][] = [];
  const control = controlExposure(
    (chances) => {
      seen.push([...chances]);
      const chosen = [80, 50, 20, 50];
      return { people: 100, chosen, given: chosen.map((count, item) => count * (chances[item] ?? 0)) };
    },
    { items: 4, limit: 0.5, length: 2, tolerance: 0 },
  );
  expect(seen).toEqual([
    [1, 1, 1, 1],
    [0.625, 1, 1, 1],
  ]);
  expect(control).toMatchObject({ rounds: 2, highest: 0.5, converged: true });
});

test('a limit that the bank cannot keep is refused, one that is not reached in time is said', () => {
  const never = () => ({ people: 10, chosen: [10, 10], given: [10, 10] });
  expect(() => controlExposure(never, { items: 10, limit: 0.1, length: 2 })).toThrow('make tests of 1 items, not 2');
  expect(() => controlExposure(never, { items: 10, limit: 0, length: 2 })).toThrow('exposure limit 0');
  // Of nobody, no share is too large; once that was a success.
  const nobody = () => ({ people: 0, chosen: [], given: [] });
  expect(() => controlExposure(nobody, { items: 10, limit: 0.5, length: 2 })).toThrow('0 simulated people');
  expect(controlExposure(never, { items: 2, limit: 0.5, length: 1, rounds: 3 })).toMatchObject({
    converged: false,
    rounds: 3,
    highest: 1,
  });
});

test('the section that lacks most is the one whose share is least met', () => {
  const content = { sections: [0, 0, 1, 1], shares: [0.75, 0.25] };
  expect(measureDeficits(content, [])).toEqual([0.75, 0.25]);
  expect(measureDeficits(content, [{ item: 0, isRight: true }])).toEqual([0.5, 0.5]);
});
