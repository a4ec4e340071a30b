import { createHash } from 'node:crypto';
import { type Save, verifyChain } from '@pyladder/exam';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BatchDecision,
  decideBatch,
  type Head,
  type KnownSave,
  MOST_SAVES,
  type SaveRequest,
} from './batch-decision.ts';

const now = new Date('2026-03-01T10:00:00.000Z');
const seal = 'a'.repeat(64);
const optionIds = [
  ['a1aaaaaa', 'a2aaaaaa'],
  ['b1aaaaaa', 'b2aaaaaa'],
];
const spaces = optionIds.map((ids) => ({ type: 'choice' as const, optionIds: ids, slots: 0 }));
const devices = ['5f7e9d7c-90c4-4e44-bb5a-0c1d2e3f4a5b', '6f7e9d7c-90c4-4e44-bb5a-0c1d2e3f4a5b'] as const;

function headOf(id: string, change: Partial<Head> = {}): Head {
  const timing = {
    startedAt: new Date(now.getTime() - 60_000),
    limitSeconds: 2400,
    allowanceSeconds: 0,
    grantedSeconds: 0,
    pausedSeconds: 0,
    pausedAt: null,
  };
  return {
    id,
    candidateId: 'c',
    state: 'running',
    formSize: 2,
    place: 0,
    chain: seal,
    eventCount: 0,
    timing,
    ...change,
  };
}

function requestOf(sittingId: string, saves: Save[], deviceId: string = devices[0]): SaveRequest {
  return { key: { candidateId: 'c', sittingId }, deviceId, saves, spaces };
}

function answer(deviceSequence: number, position = 0, option: string | null = optionIds[position]?.[0] ?? null): Save {
  return { type: 'answer', deviceSequence, position, response: { type: 'choice', option } };
}

function decide(requests: SaveRequest[], heads: Head[] = [headOf('s')], known: KnownSave[] = []): BatchDecision {
  return decideBatch(requests, { heads: new Map(heads.map((head) => [head.id, head])), known, now });
}

const outcomesOf = ({ decisions }: BatchDecision) => decisions.map(({ outcomes }) => outcomes);

test('a save that stands twice in one batch is written once, and both get its receipt', () => {
  const decision = decide([requestOf('s', [answer(1)]), requestOf('s', [answer(1)])]);
  const [first, second] = outcomesOf(decision);
  expect(second).toEqual(first);
  expect(decision.answers).toHaveLength(1);
});

test('two answers under one number in one batch are a conflict, and the first stands', () => {
  const decision = decide([requestOf('s', [answer(1), answer(1, 1)])]);
  expect(outcomesOf(decision)).toMatchObject([
    [{ outcome: 'receipt' }, { outcome: 'refused', code: 'sequence_conflict' }],
  ]);
});

test('two devices may use the same number', () => {
  const decision = decide([requestOf('s', [answer(1)]), requestOf('s', [answer(1, 1)], devices[1])]);
  expect(decision.answers.map(({ place }) => place)).toEqual([1, 2]);
});

test('what is known from before is not written again, even where it would be refused now', () => {
  const first = decide([requestOf('s', [answer(1)])]);
  const outcome = outcomesOf(first)[0]?.[0];
  if (outcome === undefined) throw new Error('no outcome');
  const known: KnownSave = { sittingId: 's', deviceId: devices[0], save: answer(1), outcome };
  const paused = headOf('s', { state: 'paused', place: 1 });
  const again = decide([requestOf('s', [answer(1), answer(2)])], [paused], [known]);
  expect(outcomesOf(again)).toEqual([[outcome, { outcome: 'refused', deviceSequence: 2, code: 'sitting_paused' }]]);
  expect(again.changed).toEqual([]);
});

test('a batch in which nothing is new writes nothing', () => {
  expect(decide([requestOf('s', [answer(1, 7)])])).toMatchObject({ answers: [], events: [], changed: [] });
});

test('the bound on saves counts answers and events together', () => {
  const full = headOf('s', { place: 15_000, eventCount: MOST_SAVES - 15_001 });
  const flag: Save = { type: 'flagged', deviceSequence: 2, position: 0, on: true };
  const decision = decide([requestOf('s', [answer(1), flag])], [full]);
  expect(outcomesOf(decision)).toMatchObject([
    [{ outcome: 'receipt' }, { outcome: 'refused', code: 'too_many_attempts' }],
  ]);
});

test('however saves of several sittings are mixed, each chain verifies and the heads are their ends', () => {
  const someSave = fc.tuple(fc.nat(2), fc.nat(1), fc.integer({ min: 1, max: 6 }), fc.nat(1), fc.nat(1));
  fc.assert(
    fc.property(fc.array(someSave, { maxLength: 60 }), (picks) => {
      const heads = ['s0', 's1', 's2'].map((id) => headOf(id));
      const requests = picks.map(([sitting, device, sequence, position, nth]) =>
        requestOf(`s${sitting}`, [answer(sequence, position, optionIds[position]?.[nth] ?? null)], devices[device]),
      );
      const decision = decide(requests, heads);
      for (const { id } of heads) {
        const links = decision.answers
          .filter(({ sittingId }) => sittingId === id)
          .map((row) => ({ ...row, receivedAt: now }));
        const head = decision.changed.find((changed) => changed.id === id)?.chain ?? seal;
        const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
        expect(verifyChain(seal, links, sha256)).toEqual({ verdict: 'intact', head });
      }
      const names = decision.answers.map((row) => `${row.sittingId} ${row.deviceId} ${row.deviceSequence}`);
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});
