import { expect, test } from 'vitest';
import { threePl, twoPl } from '../models/index.ts';
import { normalNumber, seededRandom } from '../simulation/index.ts';
import {
  type AdaptivePlan,
  decideByInterval,
  decideBySprt,
  prepareBank,
  type StoppingRule,
  simulateAdaptiveTests,
} from './index.ts';

const draw = seededRandom(8);
const bank = prepareBank(
  Array.from({ length: 200 }, () => twoPl(Math.exp(0.3 * normalNumber(draw)), 1.2 * normalNumber(draw))),
);
const cuts = [-0.8, 0.8];
const people = Float64Array.from({ length: 150 }, () => normalNumber(draw));
const LONGEST = 60;

function simulate(rule: StoppingRule, minimum = 5) {
  const plan: AdaptivePlan = {
    bank,
    criterion: 'MFI',
    cuts,
    minimum,
    stop: [rule, { kind: 'length', items: LONGEST }],
  };
  return simulateAdaptiveTests(plan, people, seededRandom(9)).tests;
}

test('stopped by precision, nobody is known less well, and nobody is asked an item more than needed', () => {
  for (const { reason, ability, progress } of simulate({ kind: 'precision', standardError: 0.35 })) {
    if (reason === 'precision') expect(ability.standardError).toBeLessThanOrEqual(0.35);
    else expect(progress.answers).toHaveLength(LONGEST);
    expect(progress.answers.length).toBeGreaterThanOrEqual(5);
  }
});

test.each<[string, StoppingRule]>([
  ['an interval', { kind: 'interval', confidence: 0.95 }],
  ['a sequential test', { kind: 'sprt', indifference: 0.3, falsePass: 0.05, falseFailure: 0.05 }],
])('stopped by %s, clear cases are short and decided as rightly as was asked', (_, rule) => {
  const tests = simulate(rule);
  const stopped = tests.filter(({ reason }) => reason === rule.kind);
  expect(stopped.length).toBeGreaterThan(60);
  const wrong = stopped.filter(({ level, trueAbility }) => level !== cuts.filter((cut) => trueAbility >= cut).length);
  // Two cuts with 5 % each, and people closer to a cut than the indifference.
  expect(wrong.length / stopped.length).toBeLessThan(0.13);
  const lengthOf = (far: boolean) => {
    const some = tests.filter(({ trueAbility }) => cuts.every((cut) => Math.abs(trueAbility - cut) > 0.6) === far);
    return some.reduce((sum, { progress }) => sum + progress.answers.length, 0) / some.length;
  };
  expect(lengthOf(true)).toBeLessThan(lengthOf(false));
});

test('no rule but the length is asked before the least number of items', () => {
  const lengths = simulate({ kind: 'precision', standardError: 5 }, 7).map(({ progress }) => progress.answers.length);
  expect(new Set(lengths)).toEqual(new Set([7]));
});

test('a sequential test weighs each cut by itself, and guessing speaks less for knowing', () => {
  const rule = { kind: 'sprt', indifference: 0.5, falsePass: 0.05, falseFailure: 0.05 } as const;
  const rights = Array.from({ length: 12 }, (_, item) => ({ item, isRight: true }));
  const sure = prepareBank(Array.from({ length: 12 }, () => twoPl(1.5, 0)));
  const guessed = prepareBank(Array.from({ length: 12 }, () => threePl(1.5, 0, 0.5)));
  expect(decideBySprt(rule, { bank: sure, answers: rights, cuts: [-1, 0, 3] })).toEqual(['above', 'above', 'open']);
  expect(decideBySprt(rule, { bank: guessed, answers: rights, cuts: [0] })).toEqual(['open']);
  const wrongs = rights.map(({ item }) => ({ item, isRight: false }));
  expect(decideBySprt(rule, { bank: sure, answers: wrongs, cuts: [0] })).toEqual(['below']);
  expect(decideBySprt(rule, { bank: sure, answers: [], cuts: [0] })).toEqual(['open']);
  expect(() => decideBySprt(rule, { bank: sure, answers: [{ item: 12, isRight: true }], cuts: [0] })).toThrow(
    'item 12',
  );
});

test('an interval decides once it is clear of the cut', () => {
  const at = (theta: number) => decideByInterval(0.95, { theta, standardError: 0.5 }, 0);
  expect([-1, -0.97, 0.97, 1].map(at)).toEqual(['below', 'open', 'open', 'above']);
});

test('a decision is refused where it would rest on something impossible, instead of being taken', () => {
  const ability = { theta: 0.01, standardError: 1 };
  for (const confidence of [Number.NaN, 0, 1, 95]) {
    expect(() => decideByInterval(confidence, ability, 0)).toThrow('a test cannot stop by');
  }
  expect(() => decideByInterval(0.95, { theta: Number.NaN, standardError: 1 }, 0)).toThrow('ability NaN');
  expect(() => decideByInterval(0.95, ability, Number.NaN)).toThrow('cut NaN');
  expect(decideByInterval(0.95, { theta: 0, standardError: 0 }, 0)).toBe('above');
  const bank = prepareBank([twoPl(1, 0)]);
  const answers = [{ item: 0, isRight: true }];
  const rule = { kind: 'sprt', indifference: 0.3, falsePass: 0, falseFailure: 0.1 } as const;
  expect(() => decideBySprt(rule, { bank, answers, cuts: [0] })).toThrow('a test cannot stop by');
  expect(() => decideBySprt({ ...rule, falsePass: 0.1 }, { bank, answers, cuts: [] })).toThrow('needs cuts');
});
