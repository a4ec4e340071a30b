import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earliestRetake, judgeEligibility, type PastSitting } from './eligibility.ts';
import { givenExam } from './testing/ladder.ts';

const pcep = givenExam('pcep', { retakeDays: 7 });
const pcap = givenExam('pcap', { advises: ['pcep'], retakeDays: 15 });
const pcpp2 = givenExam('pcpp2', { requires: ['pcap', 'pcpp1'] });
const noon = new Date('2026-05-04T12:00:00.000Z');

function sat(credential: string, passed: boolean | null, endedAt: string): PastSitting {
  return { credential, passed, endedAt: new Date(endedAt) };
}

test('somebody new may register for a rung that requires nothing', () => {
  expect(judgeEligibility(pcep, { held: new Set(), past: [], now: noon })).toEqual({
    eligible: true,
    obstacles: [],
    advice: [],
  });
});

test('every missing requirement is named, so that a candidate learns all of them before paying', () => {
  expect(judgeEligibility(pcpp2, { held: new Set(['pcep']), past: [], now: noon })).toEqual({
    eligible: false,
    obstacles: [
      { code: 'requirement_not_held', credential: 'pcap' },
      { code: 'requirement_not_held', credential: 'pcpp1' },
    ],
    advice: [],
  });
  expect(judgeEligibility(pcpp2, { held: new Set(['pcap', 'pcpp1']), past: [], now: noon }).eligible).toBe(true);
});

test('advice is said and bars nobody', () => {
  const { eligible, advice } = judgeEligibility(pcap, { held: new Set(), past: [], now: noon });
  expect(eligible).toBe(true);
  expect(advice).toEqual([{ code: 'advised_not_held', credential: 'pcep' }]);
  expect(judgeEligibility(pcap, { held: new Set(['pcep']), past: [], now: noon }).advice).toEqual([]);
});

test('a credential that is held is not examined again', () => {
  expect(judgeEligibility(pcep, { held: new Set(['pcep']), past: [], now: noon }).obstacles).toEqual([
    { code: 'already_held' },
  ]);
});

test('a result that is awaited bars the same exam and no other', () => {
  const past = [sat('pcep', null, '2026-05-04T11:00:00.000Z')];
  expect(judgeEligibility(pcep, { held: new Set(), past, now: noon }).obstacles).toEqual([{ code: 'result_pending' }]);
  expect(judgeEligibility(pcap, { held: new Set(), past, now: noon }).eligible).toBe(true);
});

test('after a fail the wait ends to the millisecond', () => {
  const past = [sat('pcep', false, '2026-05-01T09:30:00.000Z')];
  const earliest = new Date('2026-05-08T09:30:00.000Z');
  const justBefore = new Date(earliest.getTime() - 1);
  expect(judgeEligibility(pcep, { held: new Set(), past, now: justBefore }).obstacles).toEqual([
    { code: 'retake_too_early', earliest },
  ]);
  expect(judgeEligibility(pcep, { held: new Set(), past, now: earliest }).eligible).toBe(true);
});

test('a day of the wait is 24 hours also when clocks change in between', () => {
  // Central Europe loses an hour on 29 March 2026, New York on 8 March, and London wins one on 25 October.
  for (const ended of ['2026-03-28T22:30:00+01:00', '2026-03-07T23:30:00-05:00', '2026-10-24T23:59:59+01:00']) {
    const endedAt = new Date(ended);
    const earliest = earliestRetake(pcep, [{ credential: 'pcep', passed: false, endedAt }]);
    expect(earliest?.getTime()).toBe(endedAt.getTime() + 7 * 86_400_000);
  }
});

test('the wait counts from the last fail, in whatever order the sittings are read', () => {
  const past = [sat('pcep', false, '2026-05-03T00:00:00Z'), sat('pcep', false, '2026-04-01T00:00:00Z')];
  expect(earliestRetake(pcep, past)).toEqual(new Date('2026-05-10T00:00:00Z'));
  expect(earliestRetake(pcep, past.toReversed())).toEqual(new Date('2026-05-10T00:00:00Z'));
});

test('a fail of another exam, a pass and an awaited result make nobody wait', () => {
  const past = [sat('pcap', false, '2026-05-03T00:00:00Z'), sat('pcep', true, '2026-05-03T00:00:00Z')];
  expect(earliestRetake(pcep, past)).toBeNull();
  expect(earliestRetake(pcep, [sat('pcep', null, '2026-05-03T00:00:00Z')])).toBeNull();
});

test('an exam without a wait may be tried again at once', () => {
  const past = [sat('open', false, noon.toISOString())];
  expect(judgeEligibility(givenExam('open', { retakeDays: 0 }), { held: new Set(), past, now: noon }).eligible).toBe(
    true,
  );
});

test('several things in the way are all said', () => {
  const past = [sat('pcpp2', false, '2026-05-03T12:00:00Z'), sat('pcpp2', null, '2026-05-04T10:00:00Z')];
  expect(
    judgeEligibility(pcpp2, { held: new Set(['pcap']), past, now: noon }).obstacles.map(({ code }) => code),
  ).toEqual(['requirement_not_held', 'result_pending', 'retake_too_early']);
});

const anyPast = fc.array(
  fc.record({
    credential: fc.constantFrom('pcep', 'pcap'),
    passed: fc.constantFrom(true, false, null),
    endedAt: fc.date({ min: new Date('2026-01-01'), max: noon, noInvalidDate: true }),
  }),
);

test('waiting longer never makes somebody ineligible who was eligible', () => {
  fc.assert(
    fc.property(anyPast, fc.nat(40 * 86_400_000), fc.nat(40 * 86_400_000), (past, wait, more) => {
      const at = (milliseconds: number) => new Date(noon.getTime() + milliseconds);
      const judge = (now: Date) => judgeEligibility(pcep, { held: new Set(), past, now }).eligible;
      if (judge(at(wait))) expect(judge(at(wait + more))).toBe(true);
    }),
  );
});

test('eligible means that nothing stands in the way, and the order of the past does not matter', () => {
  fc.assert(
    fc.property(anyPast, fc.subarray(['pcep', 'pcap', 'pcpp1']), (past, held) => {
      const judged = judgeEligibility(pcap, { held: new Set(held), past, now: noon });
      expect(judged.eligible).toBe(judged.obstacles.length === 0);
      expect(judgeEligibility(pcap, { held: new Set(held), past: past.toReversed(), now: noon })).toEqual(judged);
    }),
  );
});
