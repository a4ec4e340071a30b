import { expect, test } from 'vitest';
import { makeAlarm } from './alarm.ts';

test('a program is left alone until its time is over, then interrupted again and again, with pauses to tidy up', () => {
  let now = 1000;
  const alarm = makeAlarm(() => now);
  expect([alarm.flag[0], alarm.hasRung()]).toEqual([0, false]);
  alarm.arm(200);
  now = 1199;
  expect([alarm.flag[0], alarm.hasRung()]).toEqual([0, false]);
  now = 1200;
  expect([alarm.flag[0], alarm.flag[0], alarm.hasRung()]).toEqual([2, 0, true]);
  now = 1250;
  expect(alarm.flag[0]).toBe(2);
});

test('Python takes a signal back by writing 0, which neither fails nor stops the clock', () => {
  const alarm = makeAlarm(() => 5);
  alarm.arm(0);
  alarm.flag[0] = 0;
  expect(alarm.flag[0]).toBe(2);
});

test('a program that writes too much is interrupted at once, and the next one starts anew', () => {
  const alarm = makeAlarm(() => 5);
  alarm.arm(1000);
  alarm.pull();
  expect([alarm.flag[0], alarm.hasRung()]).toEqual([2, true]);
  alarm.arm(1000);
  expect([alarm.flag[0], alarm.hasRung()]).toEqual([0, false]);
});
