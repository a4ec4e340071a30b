import { expect, test } from 'vitest';
import { readId } from './readId.ts';

const id = '0197a3f0-0000-7000-8000-00000000c0de';

test.each([
  id,
  ` ${id.toUpperCase()} `,
  `https://exams.example.org/credentials/${id}`,
  `https://exams.example.org/credentials/${id}.json`,
])('an id is understood however it was copied: %s', (text) => {
  expect(readId(text)).toBe(id);
});

test.each(['', 'Grace Hopper', 'grace@example.org', `${id}0`, `x${id}`])(
  'a name is never put into the address of the page: %s',
  (text) => {
    expect(readId(text)).toBeNull();
  },
);
