import { expect, test } from 'vitest';
import { ladder, recordWith } from '../../gallery/fixtures.ts';
import { findStandings } from './standings.ts';

const holding = (...ids: string[]) =>
  Object.fromEntries(
    findStandings(
      ladder,
      recordWith({ holdings: ids.map((credential) => ({ credential, since: '2026-11-20T10:42:07.000Z' })) }),
    ),
  );

test('a beginner stands at the lowest rung, and what needs other rungs comes later', () => {
  expect(holding()).toEqual({ pcep: 'here', 'pcpp-32-1': 'needs', 'pcpp-32-2': 'needs', cepp: 'needs' });
});

test('a passed rung is shown as passed and one stands at the next', () => {
  expect(holding('pcep')).toMatchObject({ pcep: 'passed', pcap: 'here' });
});

test('who began with PCAP still stands at PCEP, and nothing is called open that this site does not hold', () => {
  const standings = holding('pcap');
  expect(standings).toMatchObject({ pcep: 'here', pcap: 'passed', 'pcpp-32-2': 'needs' });
  expect(standings).not.toHaveProperty('pcpp-32-1');
});

test('the automatic top is passed with everything else', () => {
  expect(new Set(Object.values(holding('pcep', 'pcap', 'pcpp-32-1', 'pcpp-32-2', 'cepp')))).toEqual(
    new Set(['passed']),
  );
});
