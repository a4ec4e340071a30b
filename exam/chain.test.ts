import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChainLink, chainText } from './chain.ts';
import type { Response } from './response.ts';

const link: ChainLink = {
  sittingId: 'c3a4b9de-2f0e-4a52-9a36-0f9f0f6a1d2b',
  place: 1,
  deviceId: '7d0a1b8a-51d4-43a5-8f7c-2b6b8a5d9e10',
  deviceSequence: 4,
  position: 0,
  response: { type: 'choice', option: 'Qm3xT9aZ' },
  acceptance: 'counted',
  receivedAt: new Date('2026-05-04T10:42:07.123Z'),
};
const seal = 'a'.repeat(64);

test('the text of a link is the one that the manual tells candidates to hash', () => {
  expect(chainText(seal, link)).toBe(
    `["pyladder-answer-1","${seal}","c3a4b9de-2f0e-4a52-9a36-0f9f0f6a1d2b",1,` +
      '"7d0a1b8a-51d4-43a5-8f7c-2b6b8a5d9e10",4,0,"choice","Qm3xT9aZ","counted","2026-05-04T10:42:07.123Z"]',
  );
});

test('an answer taken back is told from an option called null', () => {
  const blank = chainText(seal, { ...link, response: { type: 'choice', option: null } });
  expect(blank).toContain('"choice",null,');
  expect(chainText(seal, { ...link, response: { type: 'choice', option: 'null' } })).not.toBe(blank);
});

const natural = fc.nat(2 ** 31 - 1);
// Texts that try to look like the end of one field and the beginning of the next.
const tricky = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', '\\', '1', 'null', '\ud800', ']') }));
const anyResponse: fc.Arbitrary<Response> = fc.oneof(
  fc.option(tricky).map((option): Response => ({ type: 'choice', option })),
  fc.array(tricky).map((options): Response => ({ type: 'choices', options })),
  fc.array(fc.option(tricky)).map((options): Response => ({ type: 'slots', options })),
  fc.array(tricky).map((options): Response => ({ type: 'order', options })),
);
const anyLink: fc.Arbitrary<{ previous: string; link: ChainLink }> = fc.record({
  previous: tricky,
  link: fc.record({
    sittingId: tricky,
    place: natural,
    deviceId: tricky,
    deviceSequence: natural,
    position: natural,
    response: anyResponse,
    acceptance: fc.constantFrom('counted' as const, 'late' as const),
    receivedAt: fc.date({ noInvalidDate: true }),
  }),
});

test('no two different links have the same text', () => {
  fc.assert(
    fc.property(anyLink, anyLink, (one, other) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      expect(chainText(one.previous, one.link)).not.toBe(chainText(other.previous, other.link));
    }),
  );
});

test('a change of any single part changes the text', () => {
  fc.assert(
    fc.property(anyLink, anyLink, ({ previous, link: one }, { previous: otherPrevious, link: other }) => {
      const text = chainText(previous, one);
      for (const part of Object.keys(one)) {
        const changed: ChainLink = { ...one, ...Object.fromEntries(Object.entries(other).filter(([k]) => k === part)) };
        if (JSON.stringify(changed) !== JSON.stringify(one)) expect(chainText(previous, changed), part).not.toBe(text);
      }
      if (otherPrevious !== previous) expect(chainText(otherPrevious, one)).not.toBe(text);
    }),
  );
});

test('the text is one line of characters that every system hashes alike', () => {
  fc.assert(
    fc.property(anyLink, ({ previous, link: one }) => {
      const text = chainText(previous, one);
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toMatch(/[\r\n]/);
    }),
  );
});
