import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf } from './lettering.ts';
import { fitParagraph, heightOf } from './paragraph.ts';

const room = { width: 300, height: 60, weight: 'semibold', largest: 30, smallest: 8 } as const;
const word = fc.string({ unit: fc.constantFrom(...'aWijЖΩé-9'), minLength: 1, maxLength: 60 });

test('whatever is written stays within its room', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
      const paragraph = fitParagraph(words.join(' '), room);
      for (const text of paragraph.lines) {
        expect(widthOf({ text, face: paragraph.face }, paragraph.size)).toBeLessThanOrEqual(room.width * 1.01);
      }
      expect(heightOf(paragraph)).toBeLessThanOrEqual(room.height);
    }),
    { numRuns: 200 },
  );
});

test('nothing of a text is lost unless an ellipsis says so', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
      const written = fitParagraph(words.join(' '), room).lines.join('').replaceAll(' ', '');
      const whole = words.join('').normalize('NFC');
      if (written.endsWith('…')) expect(whole.startsWith(written.slice(0, -1))).toBe(true);
      else expect(written).toBe(whole);
    }),
    { numRuns: 200 },
  );
});

test('a short text is as large as it may be', () => {
  expect(fitParagraph('Ada', room)).toMatchObject({ lines: ['Ada'], size: 30 });
});

test('a name that fits on one line is not broken only to be larger', () => {
  const broken = fitParagraph('Александра Ковалёва', { ...room, height: 80 });
  const whole = fitParagraph('Александра Ковалёва', { ...room, height: 80, oneLineFrom: 20 });
  expect(broken.lines).toHaveLength(2);
  expect(whole.lines).toHaveLength(1);
});
