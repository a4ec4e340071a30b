import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortText, visibleText } from './visible-text.ts';

test('a name cannot turn the words round it the other way or hide letters', () => {
  expect(visibleText('Ada\u202e ecalevoL\u2066\u200b\u00ad')).toBe('Ada ecalevoL');
});

test('a name stays on its line, whatever it was typed with', () => {
  expect(visibleText(' Ada\r\n\tLove\u2028lace\u0000\u001b[31m ')).toBe('Ada Love lace [31m');
});

test('marks piled on a letter do not run over the lines above', () => {
  expect([...visibleText(`Z${'\u0308\u0301\u0303'.repeat(20)}oe`)]).toHaveLength(5);
});

test('what an XML file may not hold is never left in a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visibleText(text)).not.toMatch(/[^\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    }),
  );
});

test('a shortened text says that it was shortened, and is no longer than it may be', () => {
  expect(shortText('Python Exams Helsinki', 8)).toBe('Python…');
  expect(shortText('Python', 6)).toBe('Python');
});
