import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RefusalCode } from './refusal.ts';
import type { AnswerSpace } from './response.ts';
import {
  type AnswerSave,
  acceptSave,
  acceptSubmission,
  type EventSave,
  isOverdue,
  pauseTiming,
  resumeTiming,
  type SittingHead,
  type SittingState,
} from './sitting.ts';
import { deadline, remainingSeconds } from './timing.ts';

const at = (clock: string) => new Date(`2026-05-04T${clock}.000Z`);
const options: AnswerSpace = { type: 'choice', optionIds: ['option-a', 'option-b'], slots: 0 };

const running: SittingHead = {
  id: 'sitting',
  state: 'running',
  formSize: 30,
  timing: {
    startedAt: at('10:00:00'),
    limitSeconds: 2400,
    allowanceSeconds: 0,
    grantedSeconds: 0,
    pausedSeconds: 0,
    pausedAt: null,
  },
};
const paused: SittingHead = { ...running, state: 'paused', timing: { ...running.timing, pausedAt: at('10:10:00') } };
const inState = (state: SittingState): SittingHead => ({ ...running, state });

function saveAt(position: number, option: string | null = 'option-a'): AnswerSave {
  return { type: 'answer', deviceSequence: 1, position, response: { type: 'choice', option } };
}

function refusal(code: RefusalCode): object {
  return expect.objectContaining({ name: 'Refusal', code });
}

describe('saving', () => {
  test('a save on the last instant counts', () => {
    expect(acceptSave(running, saveAt(3), options, at('10:40:00'))).toBe('counted');
  });

  test('a save one millisecond late is kept but does not count', () => {
    expect(acceptSave(running, saveAt(3), options, new Date(at('10:40:00').getTime() + 1))).toBe('late');
  });

  test('extra time granted in the middle moves the end', () => {
    const granted = { ...running, timing: { ...running.timing, grantedSeconds: 600 } };
    expect(acceptSave(granted, saveAt(3), options, at('10:49:59'))).toBe('counted');
  });

  test('what arrives after handing in is kept as late, in every later state', () => {
    for (const state of ['submitted', 'scored', 'released', 'held'] as const) {
      expect(acceptSave(inState(state), saveAt(3), options, at('10:05:00'))).toBe('late');
    }
  });

  test('nothing is saved before the start or in a voided sitting', () => {
    for (const state of ['ready', 'voided'] as const) {
      expect(() => acceptSave(inState(state), saveAt(3), options, at('10:05:00'))).toThrow(refusal('sitting_closed'));
    }
  });

  test('nothing is saved while an examiner has stopped the clock', () => {
    expect(() => acceptSave(paused, saveAt(3), options, at('10:11:00'))).toThrow(refusal('sitting_paused'));
  });

  test('a place that the form does not have is refused', () => {
    expect(() => acceptSave(running, saveAt(30), options, at('10:05:00'))).toThrow(refusal('position_not_in_form'));
    expect(() => acceptSave(running, saveAt(3), null, at('10:05:00'))).toThrow(refusal('position_not_in_form'));
    expect(acceptSave(running, saveAt(29), options, at('10:05:00'))).toBe('counted');
  });

  test("another item's option is refused, also when it is struck out", () => {
    const struck: EventSave = { type: 'struck', deviceSequence: 2, position: 3, option: 'option-x', on: true };
    expect(() => acceptSave(running, saveAt(3, 'option-x'), options, at('10:05:00'))).toThrow(
      refusal('response_not_in_item'),
    );
    expect(() => acceptSave(running, struck, options, at('10:05:00'))).toThrow(refusal('response_not_in_item'));
    expect(acceptSave(running, { ...struck, option: 'option-b' }, options, at('10:05:00'))).toBe('counted');
  });

  test('a choice can be taken back', () => {
    expect(acceptSave(running, saveAt(3, null), options, at('10:05:00'))).toBe('counted');
  });

  test('flags, notes, views and focus are saved like answers', () => {
    const events: EventSave[] = [
      { type: 'viewed', deviceSequence: 1, position: 0 },
      { type: 'flagged', deviceSequence: 2, position: 0, on: true },
      { type: 'noted', deviceSequence: 3, position: 0, text: 'option-x' },
      { type: 'focus', deviceSequence: 4, position: 0, on: false },
    ];
    for (const event of events) expect(acceptSave(running, event, options, at('10:05:00'))).toBe('counted');
  });

  test('once a save is late, every later one is late', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.nat(5_000_000), (elapsed, more) => {
        const accept = (milliseconds: number) =>
          acceptSave(running, saveAt(0), options, new Date(at('10:00:00').getTime() + milliseconds));
        if (accept(elapsed) === 'late') expect(accept(elapsed + more)).toBe('late');
      }),
    );
  });
});

describe('handing in', () => {
  test('a sitting ends at the word of the candidate until its last instant, then by time', () => {
    expect(acceptSubmission(running, at('10:40:00'))).toBe('candidate');
    expect(acceptSubmission(running, at('10:40:01'))).toBe('time');
  });

  test('handing in twice is no error and ends nothing again', () => {
    for (const state of ['submitted', 'scored', 'released', 'held'] as const) {
      expect(acceptSubmission(inState(state), at('10:05:00'))).toBeNull();
    }
  });

  test('what has not begun, stands still or was voided cannot be handed in', () => {
    expect(() => acceptSubmission(inState('ready'), at('10:05:00'))).toThrow(refusal('sitting_closed'));
    expect(() => acceptSubmission(inState('voided'), at('10:05:00'))).toThrow(refusal('sitting_closed'));
    expect(() => acceptSubmission(paused, at('10:11:00'))).toThrow(refusal('sitting_paused'));
  });

  test('the sweeper and the candidate agree when time is over', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), (elapsed) => {
        const now = new Date(at('10:00:00').getTime() + elapsed);
        expect(isOverdue(running, now)).toBe(acceptSubmission(running, now) === 'time');
        expect(isOverdue(running, now)).toBe(acceptSave(running, saveAt(0), options, now) === 'late');
      }),
    );
  });

  test('the sweeper leaves sittings alone that are not running', () => {
    for (const state of ['ready', 'submitted', 'scored', 'released', 'held', 'voided'] as const) {
      expect(isOverdue(inState(state), at('23:00:00'))).toBe(false);
    }
    expect(isOverdue(paused, at('23:00:00'))).toBe(false);
  });
});

describe('pausing', () => {
  test('only a running sitting whose time is not over can be paused', () => {
    expect(pauseTiming(running, at('10:10:00'))).toEqual(paused.timing);
    expect(() => pauseTiming(paused, at('10:12:00'))).toThrow(refusal('sitting_paused'));
    expect(() => pauseTiming(running, at('10:40:01'))).toThrow(refusal('sitting_closed'));
    for (const state of ['ready', 'submitted', 'scored', 'released', 'held', 'voided'] as const) {
      expect(() => pauseTiming(inState(state), at('10:10:00'))).toThrow(refusal('sitting_closed'));
    }
  });

  test('only a paused sitting can go on', () => {
    expect(() => resumeTiming(running, at('10:12:00'))).toThrow(refusal('sitting_not_paused'));
  });

  test('after a pause of ninety seconds and a bit the end is ninety-one seconds later', () => {
    const timing = resumeTiming(paused, new Date(at('10:11:30').getTime() + 1));
    expect(timing).toEqual({ ...running.timing, pausedSeconds: 91 });
    expect(deadline(timing)).toEqual(at('10:41:31'));
  });

  test('pauses add up', () => {
    const once = resumeTiming(paused, at('10:11:00'));
    const again = pauseTiming({ state: 'running', timing: once }, at('10:20:00'));
    expect(resumeTiming({ state: 'paused', timing: again }, at('10:25:00')).pausedSeconds).toBe(360);
  });

  test('a pause never costs the candidate time, and gives less than a second', () => {
    fc.assert(
      fc.property(fc.nat(2_400_000), fc.nat(100_000_000), (elapsed, length) => {
        const from = new Date(at('10:00:00').getTime() + elapsed);
        const until = new Date(from.getTime() + length);
        const before = remainingSeconds(running.timing, from);
        const stopped = pauseTiming(running, from);
        expect(remainingSeconds(stopped, until)).toBe(before);
        const after = remainingSeconds(resumeTiming({ state: 'paused', timing: stopped }, until), until);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThan(before + 1);
      }),
    );
  });
});
