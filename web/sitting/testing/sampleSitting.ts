import type { ItemView, SittingView } from '@pyladder/contract';
import { noProgress } from '@pyladder/exam';

export const SITTING_ID = '7d0c7f5e-55a1-4f0e-9a57-0f1b2c3d4e5f';
/** Of a form; any hash will do. */
export const FORM_SEAL = 'ab'.repeat(32);

const SECTIONS = ['Data types and operators', 'Control flow', 'Data collections', 'Functions and exceptions'];

/** An option's id as the server makes them: opaque, the same for every question shown to this sitting. */
export function optionId(position: number, option: number): string {
  return `option-${position}-${option}`;
}

/** A question with four options and a program whose longest line grows with its position. */
export function sampleItem(position: number): ItemView {
  const days = ['"Mon"', '"Tue"', '"Wed"', '"Thu"', '"Fri"'].slice(0, (position % 5) + 1);
  return {
    position,
    section: SECTIONS[position % SECTIONS.length] ?? '',
    kind: 'output',
    set: null,
    stem: 'What does this program print?',
    highlighted: [
      [
        ['week = [', 'plain'],
        ...days.flatMap((day, index): ItemView['highlighted'][number] => [
          [index === 0 ? '' : ', ', 'plain'],
          [day, 'string'],
        ]),
        [']', 'plain'],
      ],
      [
        ['for', 'keyword'],
        [' day ', 'plain'],
        ['in', 'keyword'],
        [' week[', 'plain'],
        [String(position % 3), 'number'],
        [':]:', 'plain'],
      ],
      [
        ['    ', 'plain'],
        ['print', 'name'],
        ['(day, ', 'plain'],
        ['len', 'name'],
        ['(week), end=', 'plain'],
        ['" "', 'string'],
        [')', 'plain'],
        ['  # one line', 'comment'],
      ],
    ],
    stdin: position === 2 ? '3\n5' : '',
    picture: null,
    answer: { type: 'choice' },
    partialCredit: false,
    options: [0, 1, 2, 3].map((option) => ({
      id: optionId(position, option),
      text:
        position === 1 && option === 2
          ? 'Mon 1\nTue 2'
          : (['Thu 5 Fri 5 Sat 5', 'Fri 5 Sat 5', 'Fri 6 Sat 6', ''][option] ?? ''),
    })),
  };
}

/** A running sitting as the server shows it. @param now the server's time, milliseconds */
export function sampleView({ size = 30, now = Date.now(), minutes = 40 } = {}): SittingView {
  return {
    id: SITTING_ID,
    credential: 'pcep',
    short: 'PCEP',
    purpose: 'mock',
    state: 'running',
    clock: {
      now: new Date(now).toISOString(),
      startedAt: new Date(now).toISOString(),
      deadline: new Date(now + minutes * 60_000).toISOString(),
      remainingSeconds: minutes * 60,
      totalSeconds: minutes * 60,
    },
    token: 'token-1',
    formSeal: FORM_SEAL,
    items: Array.from({ length: size }, (_, position) => sampleItem(position)),
    progress: noProgress(size),
  };
}
