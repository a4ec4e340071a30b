import { join } from 'node:path';
import { findExamCredential, isGranted } from '@pyladder/exam';
import { expect, test } from 'vitest';
import { loadLadder } from './ladder.ts';

const ladder = loadLadder(join(import.meta.dirname, '..', '..', 'packs', 'python-ladder'));

test('the Python ladder is whole: five rungs, and an objective for each of the 122 topics', () => {
  expect(ladder.credentials.map(({ id, short }) => [id, short])).toEqual([
    ['pcep', 'PCEP'],
    ['pcap', 'PCAP'],
    ['pcpp-32-1', 'PCPP 32-1'],
    ['pcpp-32-2', 'PCPP 32-2'],
    ['cepp', 'CEPP'],
  ]);
  const objectives = ladder.credentials.flatMap((rung) =>
    isGranted(rung) ? [] : rung.sections.flatMap((section) => section.objectives),
  );
  expect(objectives).toHaveLength(122);
});

test('a PCEP candidate is told the format that the exam really has', () => {
  const pcep = findExamCredential(ladder, 'pcep');
  expect(pcep?.exam).toEqual({
    items: 30,
    minutes: 40,
    passMark: 0.7,
    feeCents: 5900,
    currency: 'USD',
    delivery: ['online', 'centre'],
    partialCredit: true,
    abilityCut: -1,
  });
  expect(pcep?.sections.map(({ items }) => items)).toEqual([4, 5, 4, 7, 5, 5]);
});
