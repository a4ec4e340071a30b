import type { Award, AwardChange, Ladder } from '@pyladder/exam';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Issued, listDue } from './due.ts';

const exam = (id: string) => ({
  id,
  name: id,
  short: id.toUpperCase(),
  requires: [],
  advises: [],
  retakeDays: 1,
  sections: [],
  exam: { items: 1, minutes: 1, passMark: 0.7, feeCents: 0, currency: 'USD', delivery: [], partialCredit: false },
});

/** Two granted rungs, one of which rests on the other. */
const ladder: Ladder = {
  id: 'python',
  title: 'Python',
  credentials: [
    ...['pcap', 'pcpp1', 'pcpp2', 'extra'].map(exam),
    { id: 'cepp', name: 'Expert', short: 'CEPP', grantedBy: ['pcap', 'pcpp1', 'pcpp2'] },
    { id: 'master', name: 'Master', short: 'MASTER', grantedBy: ['cepp', 'extra'] },
  ],
};

const at = (day: number) => new Date(Date.UTC(2027, 0, day));
const award = (id: string, credential: string, day = 1): Award => ({ id, credential, awardedAt: at(day) });
const change = (awardId: string, type: AwardChange['type'], day: number): AwardChange => ({
  awardId,
  type,
  at: at(day),
});
const issued = (credential: string, basis: string[], standing: Issued['standing'] = 'standing', generation = 1) => ({
  credential,
  basis,
  generation,
  standing,
});
const three = [award('a', 'pcap', 1), award('b', 'pcpp1', 3), award('c', 'pcpp2', 2)];

test('a pass is given its credential, and it is not given twice', () => {
  const awards = [award('a', 'pcap')];
  const due = { credential: 'pcap', basis: ['a'], generation: 1, earnedAt: at(1) };
  expect(listDue(ladder, { awards, changes: [], issued: [] })).toEqual([due]);
  expect(listDue(ladder, { awards, changes: [], issued: [issued('pcap', ['a'])] })).toEqual([]);
});

test('the third exam brings the granted rung, dated by the exam that completed it', () => {
  const due = listDue(ladder, { awards: three, changes: [], issued: [] });
  expect(due).toContainEqual({ credential: 'cepp', basis: ['a', 'b', 'c'], generation: 1, earnedAt: at(3) });
  expect(due.map(({ credential }) => credential)).toEqual(['pcap', 'pcpp1', 'pcpp2', 'cepp']);
});

test('a granted rung may rest on another: its basis is the exams below both', () => {
  const due = listDue(ladder, { awards: [...three, award('d', 'extra')], changes: [], issued: [] });
  expect(due.find(({ credential }) => credential === 'master')?.basis).toEqual(['a', 'b', 'c', 'd']);
});

test('passing an exam of it once more does not give a second granted credential', () => {
  const awards = [...three, award('later', 'pcap', 9)];
  const given = [
    issued('pcap', ['a']),
    issued('pcpp1', ['b']),
    issued('pcpp2', ['c']),
    issued('cepp', ['a', 'b', 'c']),
  ];
  expect(listDue(ladder, { awards, changes: [], issued: given }).map(({ basis }) => basis)).toEqual([['later']]);
});

test('a revoked pass is given nothing, a reinstated one the next generation, also of what rests on it', () => {
  const gone = [
    issued('pcap', ['a'], 'revoked'),
    issued('pcpp1', ['b']),
    issued('pcpp2', ['c']),
    issued('cepp', ['a', 'b', 'c'], 'revoked'),
  ];
  const revoked = [change('a', 'revoked', 5)];
  expect(listDue(ladder, { awards: three, changes: revoked, issued: gone })).toEqual([]);
  const reinstated = [...revoked, change('a', 'reinstated', 6)];
  expect(listDue(ladder, { awards: three, changes: reinstated, issued: gone })).toMatchObject([
    { credential: 'pcap', basis: ['a'], generation: 2 },
    { credential: 'cepp', basis: ['a', 'b', 'c'], generation: 2 },
  ]);
});

test('with an earlier pass revoked, a later one of the same exam carries the granted rung', () => {
  const awards = [...three, award('later', 'pcap', 9)];
  const given = [issued('cepp', ['a', 'b', 'c'], 'revoked')];
  const due = listDue(ladder, { awards, changes: [change('a', 'revoked', 10)], issued: given });
  expect(due.find(({ credential }) => credential === 'cepp')).toMatchObject({
    basis: ['b', 'c', 'later'],
    generation: 1,
    earnedAt: at(9),
  });
});

test('a suspended pass waits: what it had is not replaced', () => {
  const given = [issued('pcap', ['a'], 'suspended')];
  const changes = [change('a', 'suspended', 5)];
  expect(listDue(ladder, { awards: [award('a', 'pcap')], changes, issued: given })).toEqual([]);
});

test('a pass of a rung that the ladder no longer has is left alone', () => {
  expect(listDue(ladder, { awards: [award('a', 'gone')], changes: [], issued: [] })).toEqual([]);
});

test('once everything due is given, nothing is due, whatever happened before', () => {
  const types = fc.constantFrom<AwardChange['type']>('suspended', 'revoked', 'reinstated');
  const rungs = fc.constantFrom('pcap', 'pcpp1', 'pcpp2', 'extra');
  const awardsOf = fc
    .array(rungs, { maxLength: 8 })
    .map((ids) => ids.map((id, nth) => award(`award-${nth}`, id, nth + 1)));
  const changesOf = fc.array(fc.tuple(fc.nat(7), types, fc.nat(200)), { maxLength: 12 });
  fc.assert(
    fc.property(awardsOf, changesOf, (awards, raw) => {
      const changes = raw.map(([nth, type, day]) => change(`award-${nth}`, type, day + 20));
      const due = listDue(ladder, { awards, changes, issued: [] });
      expect(new Set(due.map(({ credential, basis }) => `${credential} ${basis}`)).size).toBe(due.length);
      const given = due.map((one): Issued => ({ ...one, standing: 'standing' }));
      expect(listDue(ladder, { awards, changes, issued: given })).toEqual([]);
    }),
  );
});
