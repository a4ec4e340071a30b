import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  abilityAtAngoffCut,
  abilityAtScore,
  characteristicScore,
  curvesOf,
  expectedScore,
  graded,
  highestScore,
  type Item,
  itemInformation,
  logistic,
  logit,
  partialCredit,
  probabilityRight,
  rasch,
  softplus,
  testInformation,
  threePl,
  twoPl,
} from './index.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const slopes = number(0.3, 2.5);
const places = number(-3, 3);
const abilities = number(-5, 5);
const anyItem: fc.Arbitrary<Item> = fc.oneof(
  fc.tuple(slopes, places, number(0, 0.4)).map(([a, b, c]) => threePl(a, b, c)),
  fc.tuple(slopes, fc.array(places, { minLength: 1, maxLength: 5 })).map(([a, steps]) => partialCredit(a, steps)),
  fc.tuple(slopes, fc.array(number(0.05, 1.5), { minLength: 1, maxLength: 5 }), places).map(([a, gaps, first]) =>
    graded(
      a,
      gaps.map((_, k) => first + gaps.slice(0, k).reduce((s, gap) => s + gap, 0)),
    ),
  ),
);
const tests = fc.array(anyItem, { minLength: 1, maxLength: 6 });

test('the logistic function and its kin keep their digits in both tails', () => {
  expect(logistic(800)).toBe(1);
  expect(logistic(-800)).toBe(0);
  expect(logistic(-40)).toBeCloseTo(4.248354255291589e-18, 30);
  expect(softplus(800)).toBe(800);
  expect(softplus(-40)).toBeCloseTo(4.248354255291589e-18, 30);
  expect(logit(logistic(2.5))).toBeCloseTo(2.5, 12);
});

test('at its difficulty an item is right halfway between guessing and certainty', () => {
  expect(probabilityRight(threePl(1.2, 0.5, 0.2), 0.5)).toBeCloseTo(0.6, 14);
  expect(probabilityRight(rasch(-1), 0)).toBeCloseTo(0.7310585786300049, 14);
});

test('the probabilities of an item add up to 1 and their derivatives to 0, wherever a person stands', () => {
  fc.assert(
    fc.property(anyItem, abilities, (item, theta) => {
      const { probability, first, second } = curvesOf(item, theta);
      const total = (all: number[]) => all.reduce((sum, one) => sum + one, 0);
      expect(probability).toHaveLength(highestScore(item) + 1);
      expect(total(probability)).toBeCloseTo(1, 12);
      expect(total(first)).toBeCloseTo(0, 12);
      expect(total(second)).toBeCloseTo(0, 12);
      expect(Math.min(...probability)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('the derivatives are those of the probabilities, as differences say', () => {
  fc.assert(
    fc.property(anyItem, abilities, (item, theta) => {
      const h = 1e-5;
      const { first, second } = curvesOf(item, theta);
      const [below, above] = [curvesOf(item, theta - h), curvesOf(item, theta + h)];
      for (const [k, slope] of first.entries()) {
        expect(((above.probability[k] ?? 0) - (below.probability[k] ?? 0)) / (2 * h)).toBeCloseTo(slope, 7);
        expect(((above.first[k] ?? 0) - (below.first[k] ?? 0)) / (2 * h)).toBeCloseTo(second[k] ?? 0, 7);
      }
    }),
  );
});

test('with one step both models of partial credit are the 2PL', () => {
  for (const theta of [-3, -0.4, 0, 2.2]) {
    const expected = curvesOf(twoPl(1.3, 0.4), theta);
    for (const item of [partialCredit(1.3, [0.4]), graded(1.3, [0.4])]) {
      const { probability, first } = curvesOf(item, theta);
      expect(probability[1]).toBeCloseTo(expected.probability[1] ?? 0, 13);
      expect(first[1]).toBeCloseTo(expected.first[1] ?? 0, 13);
      expect(itemInformation(item, theta)).toBeCloseTo(itemInformation(twoPl(1.3, 0.4), theta), 13);
    }
  }
});

test('information is the expected square of the score function for every model', () => {
  fc.assert(
    fc.property(anyItem, abilities, (item, theta) => {
      const { probability, first } = curvesOf(item, theta);
      const expected = probability.reduce((sum, p, k) => sum + (p > 0 ? (first[k] ?? 0) ** 2 / p : 0), 0);
      expect(itemInformation(item, theta)).toBeCloseTo(expected, 10);
    }),
  );
});

test('far from its difficulty an item still tells what it tells, so that no standard error becomes infinite', () => {
  for (const theta of [-60, -38, 38, 60]) {
    expect(itemInformation(twoPl(1.5, 0), theta) / (1.5 ** 2 * Math.exp(-1.5 * Math.abs(theta)))).toBeCloseTo(1, 12);
  }
});

test('guessing only takes information away', () => {
  fc.assert(
    fc.property(slopes, places, number(0.05, 0.4), abilities, (a, b, c, theta) => {
      expect(itemInformation(threePl(a, b, c), theta)).toBeLessThan(itemInformation(twoPl(a, b), theta));
    }),
  );
});

test('a more able person is expected to score more on any test', () => {
  fc.assert(
    fc.property(tests, abilities, number(0.01, 2), (items, theta, gain) => {
      expect(characteristicScore(items, theta + gain)).toBeGreaterThan(characteristicScore(items, theta));
    }),
  );
});

test('another item adds its information to the test', () => {
  fc.assert(
    fc.property(tests, anyItem, abilities, (items, another, theta) => {
      const more = testInformation([...items, another], theta) - testInformation(items, theta);
      expect(more).toBeCloseTo(itemInformation(another, theta), 10);
    }),
  );
});

test('the cut on the ability scale expects the cut score, and back', () => {
  fc.assert(
    fc.property(tests, number(-4, 4), (items, theta) => {
      expect(abilityAtScore(items, characteristicScore(items, theta))).toBeCloseTo(theta, 6);
    }),
  );
});

test('Angoff values that are the expectations at an ability give that ability as the cut', () => {
  const items = [threePl(1.1, -0.4, 0.25), twoPl(0.8, 0.6), partialCredit(1, [-1, 0.5]), graded(1.5, [0, 1])];
  const values = items.map((item) => expectedScore(item, 0.35) / highestScore(item));
  expect(abilityAtAngoffCut(items, values)).toBeCloseTo(0.35, 10);
});

test('a cut that no ability reaches is refused, not invented', () => {
  const guessed = [threePl(1, 0, 0.25), threePl(1, 0, 0.25)];
  expect(() => abilityAtScore(guessed, 0.5)).toThrow(RangeError);
  expect(() => abilityAtScore(guessed, 2)).toThrow('no ability expects 2');
  expect(() => abilityAtAngoffCut(guessed, [0.7])).toThrow('2 items, 1 Angoff values');
  expect(() => abilityAtAngoffCut(guessed, [0.7, 70])).toThrow('item 2: Angoff value 70');
  expect(() => abilityAtScore([twoPl(-1, 0)], 0.5)).toThrow('negative discrimination');
});

test('an item that cannot be is refused where it is made', () => {
  expect(() => threePl(1, 0, 1)).toThrow('lower asymptote 1');
  expect(() => twoPl(0, 1)).toThrow('discrimination 0');
  expect(() => rasch(Number.NaN)).toThrow('difficulty NaN');
  expect(() => graded(1, [0, 0])).toThrow('thresholds');
  expect(() => partialCredit(1, [])).toThrow('steps');
});
