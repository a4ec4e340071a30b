import type { ItemView } from '@pyladder/contract';
import { fitsSpace, isBlank, type Response } from '@pyladder/exam';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleItem } from '../testing/sampleSitting.ts';
import { chooseOption } from './choosing.ts';
import { fullnessOf, isHalf } from './fullness.ts';
import { moveWithin, orderIn } from './order.ts';
import { linePlaces } from './positions.ts';
import { spaceOf } from './space.ts';

const ids = ['a', 'b', 'c', 'd'];
const options = ids.map((id) => ({ id, text: id }));

function itemOf(answer: ItemView['answer']): ItemView {
  return { ...sampleItem(0), answer, options };
}

const ways: ItemView['answer'][] = [
  { type: 'choice' },
  { type: 'position', line: [], after: [2, 0, 3, 1] },
  { type: 'choices', pick: 2 },
  { type: 'choices', pick: null },
  { type: 'slots', slots: ['', '', ''] },
  { type: 'order' },
];

test('whatever is chosen, in whatever order, is an answer that the server takes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ways), fc.array(fc.constantFrom(...ids)), (way, chosen) => {
      const item = itemOf(way);
      let response: Response | null = null;
      for (const option of chosen) {
        const next = chooseOption(item, response, option);
        if (next !== null && next !== 'full') response = next;
      }
      expect(response === null || fitsSpace(response, spaceOf(item))).toBe(true);
    }),
  );
});

test('more than asked for is not chosen, and nothing that was chosen is dropped for it', () => {
  const item = itemOf({ type: 'choices', pick: 2 });
  const two: Response = { type: 'choices', options: ['b', 'd'] };
  expect(chooseOption(item, two, 'a')).toBe('full');
  expect(chooseOption(item, two, 'b')).toEqual({ type: 'choices', options: ['d'] });
  expect(chooseOption(itemOf({ type: 'choices', pick: null }), two, 'a')).toEqual({
    type: 'choices',
    options: ['a', 'b', 'd'],
  });
});

test('a word goes into the first empty gap, and into none when all are filled', () => {
  const item = itemOf({ type: 'slots', slots: ['', '', ''] });
  expect(chooseOption(item, null, 'c')).toEqual({ type: 'slots', options: ['c', null, null] });
  expect(chooseOption(item, { type: 'slots', options: ['c', null, 'c'] }, 'c')).toEqual({
    type: 'slots',
    options: ['c', 'c', 'c'],
  });
  expect(chooseOption(item, { type: 'slots', options: ['a', 'b', 'c'] }, 'd')).toBe('full');
});

test('an answer that has begun is told from one that is whole and from none', () => {
  const gaps = itemOf({ type: 'slots', slots: ['', '', ''] });
  const two: Response = { type: 'slots', options: ['a', null, 'b'] };
  expect(fullnessOf(gaps, two)).toEqual({ what: 'gaps', filled: 2, of: 3 });
  expect([isHalf(gaps, null), isHalf(gaps, two), isHalf(gaps, { type: 'slots', options: ['a', 'a', 'a'] })]).toEqual([
    false,
    true,
    false,
  ]);
  const pairs = itemOf({ type: 'slots', slots: ['list', 'tuple'] });
  expect(fullnessOf(pairs, null)).toEqual({ what: 'pairs', filled: 0, of: 2 });
  expect(isHalf(itemOf({ type: 'choices', pick: 2 }), { type: 'choices', options: ['a'] })).toBe(true);
  expect(fullnessOf(itemOf({ type: 'choices', pick: null }), { type: 'choices', options: ['a'] })).toBeNull();
});

test('moving a line keeps every line, and moving it back gives the order there was', () => {
  fc.assert(
    fc.property(fc.nat(3), fc.integer({ min: -2, max: 6 }), (from, to) => {
      const moved = moveWithin(ids, from, to);
      const landed = Math.max(0, Math.min(to, 3));
      expect(moved[landed]).toBe(ids[from]);
      expect(moveWithin(moved, landed, from)).toEqual(ids);
    }),
  );
  expect(moveWithin(ids, 4, 0)).toEqual(ids);
});

test('an order that was taken back shows the lines as they were given', () => {
  const item = itemOf({ type: 'order' });
  const blank: Response = { type: 'order', options: [] };
  expect(isBlank(blank)).toBe(true);
  expect(orderIn(item, blank)).toEqual(ids);
  expect(orderIn(item, { type: 'order', options: ['d', 'c', 'b', 'a'] })).toEqual(['d', 'c', 'b', 'a']);
});

test('places for a line go from the top of the program down, however the options are mixed', () => {
  expect(linePlaces(itemOf({ type: 'position', line: [], after: [2, 0, 3, 1] }))).toEqual([
    { option: 'b', after: 0 },
    { option: 'd', after: 1 },
    { option: 'a', after: 2 },
    { option: 'c', after: 3 },
  ]);
});
