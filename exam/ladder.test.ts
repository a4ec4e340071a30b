import { expect, test } from 'vitest';
import { findCredential, findExamCredential } from './ladder.ts';
import { ladder } from './testing/ladder.ts';

test('a rung is found by its id, and one that does not exist is null', () => {
  expect(findCredential(ladder, 'cepp')?.name).toBe('Expert');
  expect(findCredential(ladder, 'perl')).toBeNull();
});

test('nobody can sit an exam of a credential that is granted by itself', () => {
  expect(findExamCredential(ladder, 'pcap')?.exam.items).toBe(4);
  expect(findExamCredential(ladder, 'cepp')).toBeNull();
  expect(findExamCredential(ladder, 'perl')).toBeNull();
});
