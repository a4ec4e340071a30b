import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noProgress, type Progress, withSave } from './progress.ts';
import type { Save } from './sitting.ts';

const size = 4;

/** Saves as a device makes them, numbered from 1. */
type Deed = Save extends infer Each ? (Each extends Save ? Omit<Each, 'deviceSequence'> : never) : never;

function fold(progress: Progress, deeds: readonly Deed[]): Progress {
  return deeds.reduce<Progress>((room, deed, at) => withSave(room, { ...deed, deviceSequence: at + 1 }), progress);
}

const answer = (position: number, option: string | null): Deed => ({
  type: 'answer',
  position,
  response: { type: 'choice', option },
});

test('somebody who has just begun is at the first item and has done nothing', () => {
  const place = { seen: false, response: null, flagged: false, struck: [], note: '' };
  expect(noProgress(2)).toEqual({ position: 0, places: [place, place] });
});

test('a candidate who comes back is exactly where they were', () => {
  const room = fold(noProgress(size), [
    { type: 'viewed', position: 0 },
    answer(0, 'a'),
    { type: 'viewed', position: 2 },
    answer(2, 'b'),
    answer(2, 'c'),
    { type: 'flagged', position: 2, on: true },
    { type: 'struck', position: 2, option: 'b', on: true },
    { type: 'struck', position: 2, option: 'a', on: true },
    { type: 'noted', position: 2, text: 'range stops before its end' },
    answer(0, null),
  ]);
  expect(room.position).toBe(2);
  expect(room.places[0]).toEqual({ seen: true, response: null, flagged: false, struck: [], note: '' });
  expect(room.places[2]).toEqual({
    seen: true,
    response: { type: 'choice', option: 'c' },
    flagged: true,
    struck: ['b', 'a'],
    note: 'range stops before its end',
  });
  expect(room.places[1]?.seen).toBe(false);
});

test('a strike-out and a flag can be taken back', () => {
  const room = fold(noProgress(size), [
    { type: 'struck', position: 1, option: 'a', on: true },
    { type: 'struck', position: 1, option: 'b', on: true },
    { type: 'struck', position: 1, option: 'a', on: false },
    { type: 'flagged', position: 1, on: true },
    { type: 'flagged', position: 1, on: false },
  ]);
  expect(room.places[1]).toMatchObject({ struck: ['b'], flagged: false });
});

test('losing the focus leaves no trace in the room', () => {
  expect(fold(noProgress(size), [{ type: 'focus', position: 1, on: false }])).toEqual(noProgress(size));
});

test('a save for a place that the form does not have changes nothing', () => {
  const room = noProgress(size);
  expect(fold(room, [answer(size, 'a'), { type: 'viewed', position: 199 }])).toBe(room);
});

const position = fc.nat(size);
const option = fc.constantFrom('a', 'b', 'c');
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(position, fc.option(option)).map(([at, chosen]) => answer(at, chosen)),
  fc.record({ type: fc.constant('viewed' as const), position }),
  fc.record({ type: fc.constant('flagged' as const), position, on: fc.boolean() }),
  fc.record({ type: fc.constant('struck' as const), position, option, on: fc.boolean() }),
  fc.record({ type: fc.constant('noted' as const), position, text: fc.string() }),
  fc.record({ type: fc.constant('focus' as const), position, on: fc.boolean() }),
);
const anyDeeds = fc.array(anyDeed, { maxLength: 40 });

test('a device that lost the receipts and shows its saves over those of the server shows the same room', () => {
  fc.assert(
    fc.property(anyDeeds, anyDeeds, (before, unreceipted) => {
      const server = fold(fold(noProgress(size), before), unreceipted);
      expect(fold(server, unreceipted)).toEqual(server);
    }),
  );
});

test('what is done at one item never touches another', () => {
  fc.assert(
    fc.property(anyDeeds, (deeds) => {
      const whole = fold(noProgress(size), deeds);
      whole.places.forEach((place, at) => {
        const alone = fold(
          noProgress(size),
          deeds.filter((deed) => deed.position === at),
        );
        expect(alone.places[at]).toEqual(place);
      });
    }),
  );
});

test('an earlier room is left as it was, so that a screen can compare', () => {
  fc.assert(
    fc.property(anyDeeds, anyDeed, (deeds, last) => {
      const room = fold(noProgress(size), deeds);
      const before = structuredClone(room);
      fold(room, [last]);
      expect(room).toEqual(before);
    }),
  );
});
