import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveSeed, drawIndex, seededRandom } from './random.ts';

test('the numbers are those of HMAC-SHA256 in counter mode, as hmac and hashlib of CPython give them', () => {
  const random = seededRandom('pyladder');
  expect(Array.from({ length: 5 }, random)).toEqual([
    0.38477432218618146, 0.06376266097845329, 0.915252193973306, 0.24359778348097194, 0.6145609753488824,
  ]);
});

test('the same seed gives the same numbers, another seed others', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, two) => {
      fc.pre(one !== two);
      const draw = (seed: string) => Array.from({ length: 9 }, seededRandom(seed));
      expect(draw(one)).toEqual(draw(one));
      expect(draw(one)).not.toEqual(draw(two));
    }),
  );
});

test('an index is always inside the list, and each is reached', () => {
  const random = seededRandom('indexes');
  const drawn = new Set(Array.from({ length: 400 }, () => drawIndex(random, 7)));
  expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('seeds for two purposes differ', () => {
  expect(deriveSeed('secret', 'a')).not.toBe(deriveSeed('secret', 'b'));
  expect(deriveSeed('secret', 'a')).toMatch(/^[0-9a-f]{64}$/);
});
