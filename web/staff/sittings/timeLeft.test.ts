import { expect, test } from 'vitest';
import { liveSittingWith } from '../../gallery/staffFixtures.ts';
import { formatSecondsLeft, secondsLeft } from './timeLeft.ts';

test('the time left goes on between two answers of the server, and never below nothing', () => {
  const sitting = liveSittingWith();
  expect(secondsLeft(sitting, 0)).toBe(1387);
  expect(secondsLeft(sitting, 87_000)).toBe(1300);
  expect(secondsLeft(sitting, 9_999_000)).toBe(0);
});

test('the clock of a paused exam stands still', () => {
  expect(secondsLeft(liveSittingWith({ state: 'paused' }), 87_000)).toBe(1387);
});

test.each([
  [59.9, '0:59'],
  [0, '0:00'],
  [1387, '23:07'],
  [3599.99, '59:59'],
  [3847, '1:04:07'],
  [36_000, '10:00:00'],
])('%d seconds are shown as %s, so that nobody counts on time that is not there', (seconds, words) => {
  expect(formatSecondsLeft(seconds)).toBe(words);
});
