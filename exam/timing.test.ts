import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowanceSeconds, deadline, remainingSeconds, type Timing, totalSeconds } from './timing.ts';

const at = (clock: string) => new Date(`2026-05-04T${clock}.000Z`);
const later = (instant: Date, seconds: number) => new Date(instant.getTime() + seconds * 1000);

const started: Timing = {
  startedAt: at('10:00:00'),
  limitSeconds: 2400,
  allowanceSeconds: 0,
  grantedSeconds: 0,
  pausedSeconds: 0,
  pausedAt: null,
};

test('forty minutes from ten end at twenty to eleven', () => {
  expect(deadline(started)).toEqual(at('10:40:00'));
  expect(remainingSeconds(started, at('10:30:00'))).toBe(600);
});

test('the allowance of the person, time granted and finished pauses each move the end', () => {
  expect(deadline({ ...started, allowanceSeconds: 600 })).toEqual(at('10:50:00'));
  expect(deadline({ ...started, grantedSeconds: 300 })).toEqual(at('10:45:00'));
  expect(deadline({ ...started, pausedSeconds: 60 })).toEqual(at('10:41:00'));
  expect(deadline({ ...started, allowanceSeconds: 600, grantedSeconds: 300, pausedSeconds: 60 })).toEqual(
    at('10:56:00'),
  );
});

test('before the start nothing runs out and the full time is left', () => {
  const ready = { ...started, startedAt: null, allowanceSeconds: 600 };
  expect(deadline(ready)).toBeNull();
  expect(remainingSeconds(ready, at('23:00:00'))).toBe(3000);
});

test('during a pause there is no deadline and the clock stands', () => {
  const paused = { ...started, pausedAt: at('10:10:00') };
  expect(deadline(paused)).toBeNull();
  expect(remainingSeconds(paused, at('10:10:01'))).toBe(1800);
  expect(remainingSeconds(paused, at('19:00:00'))).toBe(1800);
});

test('a quarter more of 40 minutes is 10 minutes, and parts of a minute are rounded up for the candidate', () => {
  expect(allowanceSeconds(2400, 0.25)).toBe(600);
  expect(allowanceSeconds(3900, 0.25)).toBe(17 * 60);
  expect(allowanceSeconds(2400, 0)).toBe(0);
});

test('binary rounding of a share adds no minute: 110 % of 30 minutes are 33', () => {
  expect(1800 * 1.1).toBeGreaterThan(1980);
  expect(allowanceSeconds(1800, 1.1)).toBe(1980);
});

test('the extra time of every share in hundredths is the least whole number of minutes that covers it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (minutes, hundredths) => {
      const extra = allowanceSeconds(minutes * 60, hundredths / 100);
      expect(extra % 60).toBe(0);
      // In whole numbers: extra × 100 against limit × hundredths.
      expect(extra * 100).toBeGreaterThanOrEqual(minutes * 60 * hundredths);
      expect((extra - 60) * 100).toBeLessThan(minutes * 60 * hundredths);
    }),
  );
});

const anyTiming: fc.Arbitrary<Timing & { startedAt: Date }> = fc.record({
  startedAt: fc.date({ min: at('00:00:00'), max: at('23:00:00'), noInvalidDate: true }),
  limitSeconds: fc.integer({ min: 60, max: 20_000 }),
  allowanceSeconds: fc.nat(20_000),
  grantedSeconds: fc.nat(20_000),
  pausedSeconds: fc.nat(20_000),
  pausedAt: fc.constant(null),
});
const milliseconds = fc.integer({ min: -10_000, max: 100_000_000 });

test('time left never grows while the clock runs, never goes below 0 and never above the whole', () => {
  fc.assert(
    fc.property(anyTiming, milliseconds, fc.nat(10_000_000), (timing, elapsed, more) => {
      const now = later(timing.startedAt, elapsed / 1000);
      const left = remainingSeconds(timing, now);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(totalSeconds(timing));
      expect(remainingSeconds(timing, later(now, more / 1000))).toBeLessThanOrEqual(left);
    }),
  );
});

test('nothing is left from the deadline on, and something until the millisecond before it', () => {
  fc.assert(
    fc.property(anyTiming, (timing) => {
      const end = deadline(timing) ?? timing.startedAt;
      expect(remainingSeconds(timing, end)).toBe(0);
      expect(remainingSeconds(timing, new Date(end.getTime() - 1))).toBeGreaterThan(0);
    }),
  );
});

test('each second granted moves the deadline by just that second', () => {
  fc.assert(
    fc.property(anyTiming, fc.nat(14_400), (timing, seconds) => {
      const granted = { ...timing, grantedSeconds: timing.grantedSeconds + seconds };
      expect(deadline(granted)?.getTime()).toBe((deadline(timing)?.getTime() ?? 0) + seconds * 1000);
    }),
  );
});

test('time granted during a pause is there at once', () => {
  const paused = { ...started, pausedAt: at('10:40:00') };
  expect(remainingSeconds(paused, at('11:00:00'))).toBe(0);
  expect(remainingSeconds({ ...paused, grantedSeconds: 120 }, at('11:00:00'))).toBe(120);
});
