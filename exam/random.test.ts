import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffle } from './random.ts';
import { givenRandom } from './testing/random.ts';

test('shuffling loses nothing, adds nothing and leaves the original alone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer(), (things, seed) => {
      const before = [...things];
      const shuffled = shuffle(things, givenRandom(seed));
      expect(things).toEqual(before);
      expect(shuffled.toSorted((a, b) => a - b)).toEqual(things.toSorted((a, b) => a - b));
    }),
  );
});

test('the same seed gives the same order', () => {
  const things = Array.from({ length: 40 }, (_, at) => at);
  expect(shuffle(things, givenRandom(7))).toEqual(shuffle(things, givenRandom(7)));
  expect(shuffle(things, givenRandom(7))).not.toEqual(shuffle(things, givenRandom(8)));
});

test('in the long run each option stands at each place equally often, so that no letter is the safer guess', () => {
  const options = ['a', 'b', 'c', 'd'];
  const random = givenRandom(2026);
  const draws = 20_000;
  const counts = new Map<string, number>();
  for (let draw = 0; draw < draws; draw++) {
    shuffle(options, random).forEach((option, place) => {
      counts.set(`${option}${place}`, (counts.get(`${option}${place}`) ?? 0) + 1);
    });
  }
  const expected = draws / 4;
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 16 cells, (4 − 1)² = 9 degrees of freedom: 99.9 % of fair shuffles lie below 27.88 (chi-square table).
  expect(counts.size).toBe(16);
  expect(chiSquare).toBeLessThan(27.88);
});
