import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Award, type AwardChange, awardStanding, heldCredentials, holdings } from './awards.ts';
import { judgeEligibility } from './eligibility.ts';
import { findExamCredential } from './ladder.ts';
import { ladder } from './testing/ladder.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const award = (id: string, credential: string, on: number): Award => ({ id, credential, awardedAt: day(on) });
const revoked = (awardId: string, on: number): AwardChange => ({ awardId, type: 'revoked', at: day(on) });
const reinstated = (awardId: string, on: number): AwardChange => ({ awardId, type: 'reinstated', at: day(on) });

const three = [award('a', 'pcap', 1), award('b', 'pcpp1', 2), award('c', 'pcpp2', 3)];

function held(awards: Award[], changes: AwardChange[] = []): string[] {
  return [...heldCredentials(ladder, awards, changes)];
}

test('the expert credential comes by itself with the third pass, and names the passes it rests on', () => {
  expect(held(three.slice(0, 2))).toEqual(['pcap', 'pcpp1']);
  expect(holdings(ladder, three, [])).toContainEqual({ credential: 'cepp', awardIds: ['a', 'b', 'c'], since: day(3) });
});

test('the expert credential goes when one of its three awards is revoked; the other awards stay', () => {
  expect(held(three, [revoked('a', 9)])).toEqual(['pcpp1', 'pcpp2']);
});

test('the expert credential comes back when the award is reinstated, held since the day it was first complete', () => {
  const changes = [revoked('a', 9), reinstated('a', 10)];
  expect(holdings(ladder, three, changes).at(-1)).toEqual({
    credential: 'cepp',
    awardIds: ['a', 'b', 'c'],
    since: day(3),
  });
});

test('the entry rung is no ground of the expert credential', () => {
  expect(held([...three.slice(1), award('d', 'pcep', 1)])).toEqual(['pcep', 'pcpp1', 'pcpp2']);
});

test('a revocation names one award: a second pass of the same exam keeps the credential', () => {
  const twice = [award('a', 'pcap', 1), award('z', 'pcap', 5)];
  expect(holdings(ladder, twice, [revoked('a', 9)])).toEqual([{ credential: 'pcap', awardIds: ['z'], since: day(5) }]);
  expect(held(twice, [revoked('a', 9), revoked('z', 9)])).toEqual([]);
});

test('a second pass of the same exam does not make the credential younger', () => {
  expect(holdings(ladder, [award('z', 'pcap', 5), award('a', 'pcap', 1)], [])).toEqual([
    { credential: 'pcap', awardIds: ['a', 'z'], since: day(1) },
  ]);
});

test('revoking PCAP bars new registrations that require it and leaves the professional awards', () => {
  const pcpp1 = findExamCredential(ladder, 'pcpp1');
  if (pcpp1 === null) throw new Error('the ladder has no pcpp1');
  const facts = { past: [], now: day(20) };
  const before = heldCredentials(ladder, [award('a', 'pcap', 1)], []);
  expect(judgeEligibility(pcpp1, { held: before, ...facts }).eligible).toBe(true);
  const after = heldCredentials(ladder, [award('a', 'pcap', 1)], [revoked('a', 9)]);
  expect(judgeEligibility(pcpp1, { held: after, ...facts }).obstacles).toEqual([
    { code: 'requirement_not_held', credential: 'pcap' },
  ]);
  expect(held(three, [revoked('a', 9)])).toContain('pcpp1');
});

test('an award that names a granted credential gives nobody that credential', () => {
  expect(held([award('x', 'cepp', 1)])).toEqual([]);
});

test('an award of a credential that the ladder does not have is not held', () => {
  expect(held([award('x', 'perl', 1)])).toEqual([]);
});

test('a granted credential may rest on another granted one, wherever they stand in the ladder', () => {
  const master = { id: 'master', name: 'Master', short: 'M', grantedBy: ['cepp', 'pcap'] };
  const tall = { ...ladder, credentials: [master, ...ladder.credentials] };
  expect(holdings(tall, three, [])[0]).toEqual({ credential: 'master', awardIds: ['a', 'b', 'c'], since: day(3) });
  expect(heldCredentials(tall, three, [revoked('c', 9)])).toEqual(new Set(['pcap', 'pcpp1']));
});

test('a credential granted for nothing, or for itself, is never held', () => {
  const empty = { id: 'free', name: 'Free', short: 'F', grantedBy: [] };
  const circular = { id: 'ring', name: 'Ring', short: 'R', grantedBy: ['ring'] };
  expect(holdings({ ...ladder, credentials: [empty, circular] }, three, [])).toEqual([]);
});

test('of a revocation and a reinstatement in one instant the revocation counts', () => {
  expect(awardStanding('a', [revoked('a', 9), reinstated('a', 9)])).toBe('revoked');
  expect(awardStanding('a', [reinstated('a', 9), revoked('a', 9)])).toBe('revoked');
});

const anyAward = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  credential: fc.constantFrom('pcep', 'pcap', 'pcpp1', 'pcpp2', 'cepp'),
  awardedAt: fc.integer({ min: 1, max: 5 }).map(day),
});
const anyAwards = fc.uniqueArray(anyAward, { selector: ({ id }) => id });
const anyChange = fc.record<AwardChange>({
  awardId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'nobody'),
  type: fc.constantFrom('suspended', 'revoked', 'reinstated'),
  at: fc.integer({ min: 6, max: 9 }).map(day),
});
const anyChanges = fc.array(anyChange, { maxLength: 12 });

test('what a person holds does not depend on the order in which records are read', () => {
  fc.assert(
    fc.property(anyAwards, anyChanges, fc.infiniteStream(fc.nat()), (awards, changes, keys) => {
      const mixed = <T>(things: T[]) =>
        things
          .map((thing) => ({ thing, key: keys.next().value ?? 0 }))
          .sort((left, right) => left.key - right.key)
          .map(({ thing }) => thing);
      expect(holdings(ladder, mixed(awards), mixed(changes))).toEqual(holdings(ladder, awards, changes));
    }),
  );
});

test('the expert credential is held exactly while unrevoked awards of all three exist', () => {
  fc.assert(
    fc.property(anyAwards, anyChanges, (awards, changes) => {
      const standing = (credential: string) =>
        awards.some((one) => one.credential === credential && awardStanding(one.id, changes) === 'standing');
      expect(heldCredentials(ladder, awards, changes).has('cepp')).toBe(['pcap', 'pcpp1', 'pcpp2'].every(standing));
    }),
  );
});

test('revoking one award never takes another award of the same person', () => {
  fc.assert(
    fc.property(anyAwards, anyChanges, fc.constantFrom('a', 'b', 'c'), (awards, changes, id) => {
      const direct = (list: AwardChange[]) =>
        holdings(ladder, awards, list).flatMap(({ credential, awardIds }) => (credential === 'cepp' ? [] : awardIds));
      const before = direct(changes).filter((other) => other !== id);
      expect(direct([...changes, revoked(id, 10)])).toEqual(before);
    }),
  );
});
