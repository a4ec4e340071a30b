import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInstant, writeInstant } from './instant.ts';

test('a moment that is written is read back, to the second', () => {
  const moment = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, (date) => {
      expect(readInstant(writeInstant(date))?.getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000);
    }),
  );
});

test.each([
  ['2027-03-01T09:00:00Z', '2027-03-01T09:00:00.000Z'],
  ['2027-03-01T09:00:00.123Z', '2027-03-01T09:00:00.000Z'],
  ['2027-03-01T09:00:00+02:00', '2027-03-01T07:00:00.000Z'],
  ['2027-03-01T09:00:00-05:30', '2027-03-01T14:30:00.000Z'],
  ['2027-03-01T09:00:00', '2027-03-01T09:00:00.000Z'],
  ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
])('%s is understood as others mean it', (text, expected) => {
  expect(readInstant(text)?.toISOString()).toBe(expected);
});

test.each([
  '2027-02-30T00:00:00Z',
  '2027-02-29T00:00:00Z',
  '2027-13-01T00:00:00Z',
  '2027-01-01T25:00:00Z',
  '2027-01-01T00:60:00Z',
  '2027-01-01',
  '2027-01-01T00:00Z',
  '2027-01-01T00:00:00+15:00',
  '-2027-01-01T00:00:00Z',
  ' 2027-01-01T00:00:00Z',
  'tomorrow',
  '',
  0,
  null,
])('%j is no moment, so nothing is made of it', (text) => {
  expect(readInstant(text)).toBeNull();
});
