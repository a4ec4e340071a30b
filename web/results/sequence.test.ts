import { creditOf } from '@pyladder/exam';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findInSequence } from './sequence.ts';

test('one line out of place is told, not all that it passed', () => {
  expect(findInSequence([1, 2, 3, 0])).toEqual([true, true, true, false]);
});

test('as many lines stand in sequence as the score has counted', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...'abcdef'], { minLength: 6 }), (given) => {
      const accepted = [...'abcdef'];
      const members = findInSequence(given.map((id) => accepted.indexOf(id))).filter((stands) => stands);
      const credit = creditOf({ type: 'order', accepted: [accepted] }, { type: 'order', options: given });
      expect((members.length - 1) / (accepted.length - 1)).toBeCloseTo(credit, 9);
    }),
  );
});

test('what stands in sequence rises', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(20)), (numbers) => {
      const stands = findInSequence(numbers);
      const members = numbers.filter((_, at) => stands[at]);
      expect(members).toEqual(members.toSorted((one, other) => one - other));
    }),
  );
});
