// @vitest-environment node
import { expect, test } from 'vitest';
import { estimateFrom, hasDrifted, minutesToAnnounce, readingOf, remainingAt, timeLeft } from './clock.ts';

const clock = {
  now: '2026-01-01T10:00:00.000Z',
  startedAt: '2026-01-01T09:50:00.000Z',
  deadline: '2026-01-01T10:30:00.000Z',
  remainingSeconds: 1800,
  totalSeconds: 2400,
};
const arrived = { tick: 5000, wall: Date.parse('2031-07-07T00:00:00Z') };

test("the time left runs by the server's clock, whatever this computer thinks the time is", () => {
  const reading = readingOf(clock, arrived, 0);
  expect(remainingAt(reading, { tick: 65_000, wall: 0 })).toBe(1740);
});

test('half of the round trip has passed when the clock arrives', () => {
  expect(remainingAt(readingOf(clock, arrived, 2000), arrived)).toBe(1799);
});

test('nothing runs out during a pause', () => {
  const paused = readingOf({ ...clock, deadline: null, remainingSeconds: 1234 }, arrived, 0);
  expect(remainingAt(paused, { tick: 9_000_000, wall: 0 })).toBe(1234);
});

test('the time left never goes below zero', () => {
  expect(remainingAt(readingOf(clock, arrived, 0), { tick: 9_000_000, wall: 0 })).toBe(0);
});

test('after a reload without network the time of day tells how long the page was gone', () => {
  const reading = estimateFrom(clock, 1_000_000, { tick: 300, wall: 1_060_000 });
  expect(reading.source).toBe('estimate');
  expect(remainingAt(reading, { tick: 300, wall: 0 })).toBe(1740);
  expect(remainingAt(reading, { tick: 10_300, wall: 0 })).toBe(1730);
});

test('a time of day that went backwards gives nobody more time than the server last said', () => {
  const reading = estimateFrom(clock, 1_000_000, { tick: 300, wall: 10 });
  expect(remainingAt(reading, { tick: 300, wall: 10 })).toBe(1800);
});

test('a computer that slept, or whose time of day was set, is noticed', () => {
  const reading = readingOf(clock, arrived, 0);
  expect(hasDrifted(reading, { tick: 65_000, wall: arrived.wall + 60_000 })).toBe(false);
  expect(hasDrifted(reading, { tick: 65_000, wall: arrived.wall + 66_000 })).toBe(true);
  expect(hasDrifted(reading, { tick: 65_000, wall: arrived.wall - 3_600_000 })).toBe(true);
});

test('a screen reader hears of the time at 15, 5 and 1 minute and never else', () => {
  const heard: number[] = [];
  for (let second = 2400; second > 0; second -= 1) {
    const minutes = minutesToAnnounce(second, second - 1);
    if (minutes !== null) heard.push(minutes);
  }
  expect(heard).toEqual([15, 5, 1]);
});

test('a computer that slept through two announcements makes only the one that matters', () => {
  expect(minutesToAnnounce(1000, 250)).toBe(5);
  expect(minutesToAnnounce(1000, 0)).toBeNull();
});

test('minutes are rounded down, and the last minute is counted in seconds', () => {
  expect(timeLeft(24 * 60 + 59)).toEqual({ unit: 'minutes', amount: 24 });
  expect(timeLeft(60)).toEqual({ unit: 'minutes', amount: 1 });
  expect(timeLeft(59.9)).toEqual({ unit: 'seconds', amount: 59 });
});
