import { expect, test } from 'vitest';
import { ladder } from '../../gallery/fixtures.ts';
import { awardWith, personWith, revokedPcap, suspendedPcap, withAward } from '../../gallery/staffFixtures.ts';
import { findConsequences, openActs } from './consequences.ts';

const pcap = awardWith('pcap');

test('before PCAP is revoked one reads that CEPP goes too, and that the professional awards stay', () => {
  expect(findConsequences(ladder, personWith(), pcap, 'revoke')).toEqual({
    moved: ['pcap', 'cepp'],
    lost: ['pcap', 'cepp'],
    gained: [],
    issued: [],
    staying: ['pcpp-32-1', 'pcpp-32-2'],
    closed: [],
    stillWithdrawn: [],
  });
});

test('who loses PCAP before the exams above it is told apart: those can no longer be registered for', () => {
  const beginner = personWith({ awards: [pcap], credentials: [], holds: ['pcap'] });
  expect(findConsequences(ladder, beginner, pcap, 'suspend')).toMatchObject({
    moved: [],
    lost: ['pcap'],
    closed: ['pcpp-32-1', 'pcpp-32-2'],
  });
});

test('a second pass of the same exam keeps the rung: nothing is said to be lost', () => {
  const again = awardWith('pcap', { id: '0197a3f0-0000-7000-8000-0000000aaa09' });
  const twice = personWith({ awards: [pcap, again] });
  expect(findConsequences(ladder, twice, pcap, 'revoke')).toMatchObject({ lost: [], moved: ['pcap', 'cepp'] });
});

test('lifting a suspension brings the very same credentials back and issues none', () => {
  expect(findConsequences(ladder, withAward(suspendedPcap), suspendedPcap, 'reinstate')).toMatchObject({
    moved: ['pcap', 'cepp'],
    gained: ['pcap', 'cepp'],
    issued: [],
  });
});

test('after a revocation new credentials are issued, and no revoked one is promised back', () => {
  expect(findConsequences(ladder, withAward(revokedPcap), revokedPcap, 'reinstate')).toMatchObject({
    moved: [],
    gained: ['pcap', 'cepp'],
    issued: ['pcap', 'cepp'],
  });
});

test('CEPP is not promised back while another of its three awards is withdrawn', () => {
  const record = withAward(suspendedPcap);
  const awards = record.awards.map((one) =>
    one.credential === 'pcpp-32-1' ? { ...one, standing: 'suspended' as const, changes: suspendedPcap.changes } : one,
  );
  expect(findConsequences(ladder, { ...record, awards }, suspendedPcap, 'reinstate')).toMatchObject({
    moved: ['pcap'],
    gained: ['pcap'],
    stillWithdrawn: ['cepp'],
  });
});

test('of a suspended award that is then revoked the credentials are said to move once more', () => {
  expect(findConsequences(ladder, withAward(suspendedPcap), suspendedPcap, 'revoke')).toMatchObject({
    moved: ['pcap', 'cepp'],
    lost: [],
  });
});

test('only what can be done to an award is offered', () => {
  expect(openActs(pcap)).toEqual(['suspend', 'revoke']);
  expect(openActs(suspendedPcap)).toEqual(['reinstate', 'revoke']);
  expect(openActs(revokedPcap)).toEqual(['reinstate']);
});
