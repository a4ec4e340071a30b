import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateExpectedPosterior } from '../ability/index.ts';
import { threePl, twoPl } from '../models/index.ts';
import { normalNumber, seededRandom } from '../simulation/index.ts';
import {
  type AdaptivePlan,
  type AdaptiveProgress,
  expectAbility,
  NOTHING_GIVEN,
  prepareBank,
  recordAnswer,
  runAdaptiveTest,
  simulateAdaptiveTests,
} from './index.ts';

const draw = seededRandom(21);
const items = Array.from({ length: 90 }, () => twoPl(Math.exp(0.3 * normalNumber(draw)), normalNumber(draw)));
const bank = prepareBank(items);
const content = { sections: items.map((_, item) => item % 3), shares: [0.5, 0.3, 0.2] };
const plan: AdaptivePlan = {
  bank,
  criterion: 'MFI',
  content,
  exposure: { kind: 'randomesque', among: 4 },
  cuts: [-1, 0, 1],
  stop: [{ kind: 'length', items: 20 }],
};

/** Answers a test until its end, always by the same rule. */
function sit(of: AdaptivePlan, isRight: (item: number) => boolean, seed = 5) {
  const random = seededRandom(seed);
  let step = runAdaptiveTest(of, NOTHING_GIVEN, random);
  while (step.status === 'item') {
    // Kept as text between two requests, as a server does.
    const kept = JSON.parse(JSON.stringify(step.progress)) as AdaptiveProgress;
    step = runAdaptiveTest(of, recordAnswer(kept, isRight(step.item)), random);
  }
  return step;
}

test('a test has as many items as planned, no item twice, and of each section its share', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 90, maxLength: 90 }), fc.nat(), (rights, seed) => {
      const { progress, reason } = sit(plan, (item) => rights[item] ?? false, seed);
      const given = progress.answers.map(({ item }) => item);
      expect(reason).toBe('length');
      expect(new Set(given).size).toBe(20);
      expect([0, 1, 2].map((section) => given.filter((item) => item % 3 === section).length)).toEqual([10, 6, 4]);
    }),
    { numRuns: 20 },
  );
});

test('after every item the blueprint is met as nearly as whole items allow', () => {
  const { progress } = sit(plan, (item) => item % 2 === 0);
  for (const [at] of progress.answers.entries()) {
    for (const [section, share] of content.shares.entries()) {
      const count = progress.answers.slice(0, at + 1).filter(({ item }) => item % 3 === section).length;
      expect(Math.abs(count - share * (at + 1))).toBeLessThan(1.01);
    }
  }
});

test('a page reloaded in the middle shows the same item, whatever chance says', () => {
  const step = runAdaptiveTest(plan, NOTHING_GIVEN, seededRandom(1));
  const again = runAdaptiveTest(plan, step.progress, seededRandom(2));
  expect(again).toEqual(step);
  expect(step.status).toBe('item');
});

test('the same progress and the same source give the same item', () => {
  const { progress } = runAdaptiveTest(plan, NOTHING_GIVEN, seededRandom(1));
  const after = recordAnswer(progress, true);
  expect(runAdaptiveTest(plan, after, seededRandom(9))).toEqual(runAdaptiveTest(plan, after, seededRandom(9)));
  expect(after.answers).toHaveLength(1);
  expect(progress.answers).toHaveLength(0);
});

test('people who know everything and nothing end at the two ends of the ladder', () => {
  expect(sit(plan, () => true).level).toBe(3);
  expect(sit(plan, () => false).level).toBe(0);
  expect(sit(plan, (item) => (items[item]?.b ?? 0) < 0.5).level).toBe(2);
});

test('the ability on nodes is that of all items and a finer grid', () => {
  const answers = [4, 11, 30, 52, 77].map((item, at) => ({ item, isRight: at % 2 === 0 }));
  const prior = { mean: 0.3, sd: 0.9 };
  const found = expectAbility(bank, answers, prior);
  const expected = estimateExpectedPosterior(
    items,
    items.map((_, item) => {
      const answer = answers.find((one) => one.item === item);
      return answer === undefined ? null : Number(answer.isRight);
    }),
    { prior },
  );
  expect(found.theta).toBeCloseTo(expected.theta, 3);
  expect(found.standardError).toBeCloseTo(expected.standardError, 3);
});

test('a long test with the oddest answers still has an ability', () => {
  const many = prepareBank(Array.from({ length: 600 }, () => threePl(2, 0, 0.2)));
  const answers = many.items.map((_, item) => ({ item, isRight: item % 2 === 0 }));
  const { theta, standardError } = expectAbility(many, answers, { mean: 0, sd: 1 });
  expect(Number.isFinite(theta)).toBe(true);
  expect(standardError).toBeGreaterThanOrEqual(0);
});

test('a bank that runs out ends the test, and says so', () => {
  const short: AdaptivePlan = {
    bank: prepareBank(items.slice(0, 5)),
    criterion: 'KL',
    stop: [{ kind: 'length', items: 20 }],
  };
  const { reason, progress, level } = sit(short, () => true);
  expect(reason).toBe('no item left');
  expect(progress.answers).toHaveLength(5);
  expect(level).toBe(0);
});

test('placement over five levels: seven of ten exactly right, hardly anybody off by two', () => {
  const random = seededRandom(300);
  const cuts = [-1.5, -0.5, 0.5, 1.5];
  const large = prepareBank(
    Array.from({ length: 300 }, () => twoPl(Math.exp(0.3 * normalNumber(random)), 1.2 * normalNumber(random))),
  );
  const people = Float64Array.from({ length: 400 }, () => normalNumber(random));
  const placement: AdaptivePlan = { bank: large, criterion: 'MFI', cuts, stop: [{ kind: 'length', items: 20 }] };
  const { tests } = simulateAdaptiveTests(placement, people, random);
  const off = tests.map(({ level, trueAbility }) => Math.abs(level - cuts.filter((cut) => trueAbility >= cut).length));
  expect(off.filter((by) => by === 0).length / 400).toBeGreaterThanOrEqual(0.7);
  expect(off.filter((by) => by <= 1).length / 400).toBeGreaterThanOrEqual(0.97);
  expect(Math.max(...tests.map(({ progress }) => progress.answers.length))).toBe(20);
});

test('a plan or a progress that cannot be is refused before an item is given', () => {
  const random = seededRandom(1);
  const start = (change: Partial<AdaptivePlan>) => runAdaptiveTest({ ...plan, ...change }, NOTHING_GIVEN, random);
  expect(() => start({ content: { sections: [0], shares: [1] } })).toThrow('give each item one');
  expect(() => start({ content: { ...content, shares: [0.5, 0.5] } })).toThrow('section 2 has no share');
  expect(() => start({ content: { ...content, shares: [0.5, 0.5, 0.5] } })).toThrow('add up to 1');
  expect(() => start({ exposure: { kind: 'randomesque', among: 0 } })).toThrow('from 1');
  expect(() => start({ exposure: { kind: 'sympson-hetter', chances: [1] } })).toThrow('90 items, 1 chances');
  expect(() => start({ exposure: { kind: 'sympson-hetter', chances: items.map(() => NaN) } })).toThrow(
    'item 1: chance NaN',
  );
  expect(() => start({ cuts: [1, 0] })).toThrow('must rise');
  expect(() => start({ prior: { mean: 0, sd: 0 } })).toThrow('sd 0');
  expect(() => start({ minimum: -1 })).toThrow('minimum of -1');
  expect(() => start({ cuts: [], stop: [{ kind: 'interval', confidence: 0.9 }] })).toThrow('needs cuts');
  expect(() => start({ stop: [{ kind: 'length', items: 0 }] })).toThrow('cannot stop');
  expect(() => start({ stop: [{ kind: 'precision', standardError: NaN }] })).toThrow('cannot stop');
  const twice = { answers: [{ item: 3, isRight: true }], pending: 3, setAside: [] };
  expect(() => runAdaptiveTest(plan, twice, random)).toThrow('given twice');
  expect(() => runAdaptiveTest(plan, { ...NOTHING_GIVEN, setAside: [90] }, random)).toThrow('item 90');
  expect(() => recordAnswer(NOTHING_GIVEN, true)).toThrow('no item is pending');
});
