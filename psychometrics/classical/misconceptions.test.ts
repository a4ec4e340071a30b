import { expect, test } from 'vitest';
import { analyseMisconceptions, type DiagnosticItem } from './index.ts';

const copies = 'assignment copies';
const oneBased = 'indices start at 1';

/** Six people; the fifth answered nothing that offers the second misconception, the sixth nothing at all. */
const abilities = [-2, -1, 0, 1, 2, 2];
const items: DiagnosticItem[] = [
  { choices: ['b', 'b', 'a', 'a', 'b', null], misconceptions: { b: copies } },
  { choices: ['b', 'a', 'a', 'b', null, null], misconceptions: { b: copies, c: oneBased } },
  { choices: ['c', 'c', 'b', 'a', null, null], misconceptions: { c: oneBased } },
];

test('a misconception is counted among those who could have shown it, over all items that offer it', () => {
  const [first, second, ...more] = analyseMisconceptions(items, abilities, 2);
  expect(more).toEqual([]);
  expect(first).toEqual({
    misconception: copies,
    items: 2,
    people: 5,
    share: 4 / 5,
    shareOfAnswers: 5 / 9,
    shareByGroup: [2 / 3, 1],
    meanAbility: 0,
    meanAbilityOfOthers: 0,
  });
  expect(second).toEqual({
    misconception: oneBased,
    items: 2,
    people: 4,
    share: 1 / 2,
    shareOfAnswers: 2 / 8,
    shareByGroup: [2 / 3, 0],
    meanAbility: -1.5,
    meanAbilityOfOthers: 0.5,
  });
});

test('a misconception that nobody shows is there with nobody, and one that nobody could show is not', () => {
  const choices = ['a', 'a', null];
  const [none] = analyseMisconceptions([{ choices, misconceptions: { b: copies } }], [1, 2, 3]);
  expect(none).toMatchObject({ people: 2, share: 0, shareOfAnswers: 0, meanAbility: Number.NaN });
  expect(analyseMisconceptions([{ choices: [null], misconceptions: { b: copies } }], [0])).toEqual([]);
});

test('an option that is named like something every object has shows nothing', () => {
  const [found] = analyseMisconceptions([{ choices: ['constructor', 'b'], misconceptions: { b: copies } }], [0, 1]);
  expect(found?.share).toBe(0.5);
});

test('what cannot be told is refused', () => {
  expect(() => analyseMisconceptions(items, [1, 2])).toThrow('item 1: 6 choices, 2 abilities');
  expect(() => analyseMisconceptions(items, abilities.with(2, Number.NaN))).toThrow('person 3: ability NaN');
  expect(() => analyseMisconceptions(items, abilities, 1)).toThrow('1 groups');
});
