import { expect, test } from 'vitest';
import { acceptNext } from './next.ts';

test('after signing in one comes to the page one was heading for', () => {
  expect(acceptNext('/exams/pcep/real?from=mail#rules')).toBe('/exams/pcep/real?from=mail#rules');
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '\t//evil.example/',
  'javascript:alert(1)',
  '',
  42,
  undefined,
])('a prepared link cannot send somebody who signs in to another site (%s)', (wish) => {
  expect(acceptNext(wish)).toBe('/dashboard');
});
