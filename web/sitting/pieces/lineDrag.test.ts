import { expect, test } from 'vitest';
import { placeAt } from './lineDrag.ts';

/** Four lines, the second of which is three times as high as the others, with nothing between them. */
const boxes = [
  { top: 0, height: 20 },
  { top: 20, height: 60 },
  { top: 80, height: 20 },
  { top: 100, height: 20 },
];

test('a line passes another one when its edge is past the middle of that one, however high either is', () => {
  // Down: the bottom of the first line has to come below 50, the middle of the second.
  expect([29, 31, 69, 71, 89, 91, 500].map((by) => placeAt(boxes, 0, by))).toEqual([0, 1, 1, 2, 2, 3, 3]);
  // Up: the top of the last line has to come above 90, then above 50, then above 10.
  expect([-9, -11, -49, -51, -89, -91, -500].map((by) => placeAt(boxes, 3, by))).toEqual([3, 2, 2, 1, 1, 0, 0]);
});

test('a line that is not moved stays where it is, and one that is not there moves nothing', () => {
  expect([0, 1, 2, 3].map((from) => placeAt(boxes, from, 0))).toEqual([0, 1, 2, 3]);
  expect(placeAt(boxes, 7, 40)).toBe(7);
});
