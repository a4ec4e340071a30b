import { expect, test } from 'vitest';
import { ladder, recordWith, SITTING_ID, sittingWith } from '../gallery/fixtures.ts';
import { findNextStep } from './nextStep.ts';

const kindOf = (changes: Parameters<typeof recordWith>[0]) => findNextStep(ladder, recordWith(changes)).kind;

test('whoever is new is led to a mock exam of the lowest rung', () => {
  expect(findNextStep(ladder, recordWith())).toMatchObject({ kind: 'first-mock', credential: { id: 'pcep' } });
});

test('an exam that is going on comes before everything else', () => {
  const running = sittingWith({ id: 'running', purpose: 'real', state: 'running', outcome: null });
  expect(findNextStep(ladder, recordWith({ sittings: [sittingWith(), running] }))).toMatchObject({
    kind: 'resume',
    sittingId: 'running',
    purpose: 'real',
  });
  expect(kindOf({ sittings: [{ ...running, state: 'paused' }] })).toBe('resume');
});

test('whoever has just handed in is led to the result', () => {
  expect(kindOf({ sittings: [sittingWith({ state: 'submitted', outcome: null })] })).toBe('await-result');
});

test('a mock exam that was missed leads to its debrief, not to another try', () => {
  expect(findNextStep(ladder, recordWith({ sittings: [sittingWith()] }))).toMatchObject({
    kind: 'study-debrief',
    sittingId: SITTING_ID,
    points: 19,
  });
});

test('a mock exam that was passed leads to the real one', () => {
  const passed = sittingWith({ outcome: { points: 24, max: 30, passed: true } });
  expect(kindOf({ sittings: [passed, sittingWith({ id: 'older' })] })).toBe('take-real');
});

test('who must wait is told until when, and not sent to an exam that would refuse them', () => {
  const earliest = '2026-11-27T10:42:07.000Z';
  const obstacles = [{ code: 'retake_too_early' as const, earliest }];
  const passed = sittingWith({ outcome: { points: 24, max: 30, passed: true } });
  const record = recordWith({ sittings: [passed], eligibility: [{ credential: 'pcep', eligible: false, obstacles }] });
  expect(findNextStep(ladder, record)).toMatchObject({ kind: 'wait-for-retake', earliest });
});

test('a registration that was not used yet is pointed out', () => {
  const registration = {
    id: SITTING_ID,
    credential: 'pcep',
    purpose: 'real' as const,
    createdAt: '2026-11-20T10:00:00.000Z',
    sittingId: null,
  };
  expect(kindOf({ registrations: [registration] })).toBe('start-registered');
  expect(kindOf({ registrations: [{ ...registration, sittingId: SITTING_ID }] })).toBe('first-mock');
});

test('whoever holds a rung is shown the next one, honestly also when this site does not hold its exam', () => {
  const holdings = [{ credential: 'pcep', since: '2026-11-20T10:42:07.000Z' }];
  expect(findNextStep(ladder, recordWith({ holdings }))).toMatchObject({
    kind: 'nothing-offered',
    credential: { id: 'pcap' },
  });
});

test('whoever holds everything is not told to do more', () => {
  const holdings = ladder.credentials.map(({ id }) => ({ credential: id, since: '2026-11-20T10:42:07.000Z' }));
  expect(findNextStep(ladder, recordWith({ holdings }))).toEqual({ kind: 'nothing-offered', credential: null });
});
