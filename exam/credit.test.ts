import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditOf, type PlaceKey } from './credit.ts';
import type { Response } from './response.ts';

const choices = (...options: string[]): Response => ({ type: 'choices', options });
const slots = (...options: (string | null)[]): Response => ({ type: 'slots', options });
const order = (...options: string[]): Response => ({ type: 'order', options });

test('what is not answered, or answered in another way than the item asks for, earns nothing', () => {
  const keys: PlaceKey[] = [
    { type: 'choice', ids: ['a'] },
    { type: 'choices', ids: ['a'] },
    { type: 'slots', accepted: [['a']] },
    { type: 'order', accepted: [['a']] },
  ];
  const right: Response[] = [{ type: 'choice', option: 'a' }, choices('a'), slots('a'), order('a')];
  for (const key of keys) {
    expect(creditOf(key, null)).toBe(0);
    expect(right.map((response) => creditOf(key, response))).toEqual(keys.map((other) => (other === key ? 1 : 0)));
  }
});

describe('of several that are right', () => {
  const key: PlaceKey = { type: 'choices', ids: ['a', 'b', 'c'] };

  test('each one found earns a share, and each wrong one costs as much', () => {
    expect(creditOf(key, choices('c', 'a', 'b'))).toBe(1);
    expect(creditOf(key, choices('a', 'b'))).toBeCloseTo(2 / 3);
    expect(creditOf(key, choices('a', 'b', 'x'))).toBeCloseTo(1 / 3);
  });

  test('nobody earns by choosing everything, and nobody falls below nothing', () => {
    expect(creditOf(key, choices('a', 'b', 'c', 'x', 'y', 'z'))).toBe(0);
    expect(creditOf(key, choices('x', 'y'))).toBe(0);
    expect(creditOf({ type: 'choices', ids: [] }, choices('x'))).toBe(0);
  });
});

describe('of slots', () => {
  const key: PlaceKey = {
    type: 'slots',
    accepted: [
      ['a', 'b', 'c'],
      ['b', 'a', 'c'],
    ],
  };

  test('the accepted filling that comes nearest is the measure', () => {
    expect(creditOf(key, slots('b', 'a', 'c'))).toBe(1);
    expect(creditOf(key, slots('b', 'a', null))).toBeCloseTo(2 / 3);
    // Right here by one filling and there by another is not right in both.
    expect(creditOf(key, slots('a', 'a', 'x'))).toBeCloseTo(1 / 3);
  });

  test('a filling of another length earns nothing', () => {
    expect(creditOf(key, slots('a', 'b'))).toBe(0);
    expect(creditOf(key, slots('a', 'b', 'c', 'c'))).toBe(0);
  });
});

describe('of an order', () => {
  const key: PlaceKey = { type: 'order', accepted: [['a', 'b', 'c', 'd', 'e']] };

  test('one line out of place costs one share, wherever it was put', () => {
    expect(creditOf(key, order('a', 'b', 'c', 'd', 'e'))).toBe(1);
    expect(creditOf(key, order('e', 'a', 'b', 'c', 'd'))).toBe(0.75);
    expect(creditOf(key, order('a', 'c', 'b', 'd', 'e'))).toBe(0.75);
  });

  test('the reverse earns nothing, and neither does a part of the lines or one that is not of the item', () => {
    expect(creditOf(key, order('e', 'd', 'c', 'b', 'a'))).toBe(0);
    expect(creditOf(key, order('a', 'b', 'c', 'd'))).toBe(0);
    expect(creditOf(key, order('a', 'b', 'c', 'd', 'x'))).toBe(0);
  });
});

test('credit is a share, and whole exactly for what is wholly right', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const some = fc.shuffledSubarray(ids, { minLength: 1 });
  const filling = fc.array(fc.constantFrom(...ids), { minLength: 3, maxLength: 3 });
  const whole = fc.shuffledSubarray(ids, { minLength: 4 });
  const met: fc.Arbitrary<[PlaceKey, Response, boolean]> = fc.oneof(
    fc
      .tuple(some, some)
      .map(([right, given]): [PlaceKey, Response, boolean] => [
        { type: 'choices', ids: right },
        choices(...given),
        right.toSorted().join() === given.toSorted().join(),
      ]),
    fc
      .tuple(fc.array(filling, { minLength: 1, maxLength: 3 }), filling)
      .map(([accepted, given]): [PlaceKey, Response, boolean] => [
        { type: 'slots', accepted },
        slots(...given),
        accepted.some((one) => one.join() === given.join()),
      ]),
    fc
      .tuple(fc.array(whole, { minLength: 1, maxLength: 3 }), whole)
      .map(([accepted, given]): [PlaceKey, Response, boolean] => [
        { type: 'order', accepted },
        order(...given),
        accepted.some((one) => one.join() === given.join()),
      ]),
  );
  fc.assert(
    fc.property(met, ([key, response, isRight]) => {
      const credit = creditOf(key, response);
      expect(credit).toBeGreaterThanOrEqual(0);
      expect(credit).toBeLessThanOrEqual(1);
      expect(credit === 1).toBe(isRight);
    }),
  );
});
