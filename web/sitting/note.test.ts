// @vitest-environment node
import { SaveProgress } from '@pyladder/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanNote } from './note.ts';

test('whatever somebody types or pastes into a note, the server takes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      const save = { type: 'noted', deviceSequence: 1, position: 0, text: cleanNote(typed) };
      const deviceId = '0e0e0e0e-0000-4000-8000-000000000000';
      expect(SaveProgress.body.safeParse({ deviceId, saves: [save] }).success).toBe(true);
    }),
  );
});

test('a note keeps its line breaks, tabs and emoji', () => {
  expect(cleanNote('a\n\tb 🐍\u0007')).toBe('a\n\tb 🐍');
});

test('a note that is too long is cut without leaving half a character', () => {
  const cut = cleanNote(`${'x'.repeat(1999)}🐍`);
  expect(cut.isWellFormed()).toBe(true);
  expect(cut.length).toBe(2000);
});
