import { expect, test } from 'vitest';
import { type AnswerSpace, blankResponse, contentOfResponse, fitsSpace, isBlank, type Response } from './response.ts';

const optionIds = ['a', 'b', 'c'];
const spaces: AnswerSpace[] = [
  { type: 'choice', optionIds, slots: 0 },
  { type: 'choices', optionIds, slots: 0 },
  { type: 'slots', optionIds, slots: 2 },
  { type: 'order', optionIds, slots: 0 },
];

const sound: [AnswerSpace['type'], Response[]][] = [
  ['choice', [{ type: 'choice', option: 'b' }]],
  [
    'choices',
    [
      { type: 'choices', options: ['c', 'a'] },
      { type: 'choices', options: ['a', 'b', 'c'] },
    ],
  ],
  [
    'slots',
    [
      { type: 'slots', options: ['a', null] },
      { type: 'slots', options: ['a', 'a'] },
    ],
  ],
  ['order', [{ type: 'order', options: ['c', 'a', 'b'] }]],
];

test('a sound answer is taken by its own way of answering and by no other', () => {
  for (const [type, responses] of sound) {
    for (const response of responses) {
      expect(spaces.filter((space) => fitsSpace(response, space)).map((space) => space.type)).toEqual([type]);
      expect(isBlank(response)).toBe(false);
    }
  }
});

test('an answer can be taken back in every way of answering', () => {
  for (const space of spaces) {
    const blank = blankResponse(space);
    expect(isBlank(blank)).toBe(true);
    expect(fitsSpace(blank, space)).toBe(true);
  }
});

test('an answer that no room can have sent is not stored', () => {
  const wrong: Response[] = [
    { type: 'choice', option: 'x' },
    { type: 'choices', options: ['a', 'a'] },
    { type: 'choices', options: ['a', 'x'] },
    { type: 'slots', options: ['a'] },
    { type: 'slots', options: ['a', 'b', 'c'] },
    { type: 'slots', options: ['a', 'x'] },
    { type: 'order', options: ['a', 'b'] },
    { type: 'order', options: ['a', 'b', 'b'] },
    { type: 'order', options: ['a', 'b', 'x'] },
  ];
  for (const response of wrong) expect(spaces.filter((space) => fitsSpace(response, space))).toEqual([]);
});

test('a choice is chained as it always was: records that are kept elsewhere go on being true', () => {
  expect(contentOfResponse({ type: 'choice', option: 'a' })).toBe('a');
  expect(contentOfResponse({ type: 'choice', option: null })).toBe(null);
  expect(contentOfResponse({ type: 'slots', options: ['a', null] })).toEqual(['a', null]);
});
