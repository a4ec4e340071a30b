import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate } from './candidates.ts';
import { chooseDistractors } from './choice.ts';

const rules = { mayBeLongest: true, cosmetic: false };

const believed = (text: string, id: string, weight = 0.1): Candidate => ({
  text,
  form: 'printed',
  beliefs: [[id]],
  because: null,
  weight,
});
const authored = (text: string): Candidate => ({ text, form: 'printed', beliefs: [], because: 'No.', weight: 0.08 });
const failing = (text: string, id: string): Candidate => ({ ...believed(text, id, 0.9), form: 'sentence' });

const textsOf = (chosen: Candidate[] | string) =>
  typeof chosen === 'string' ? chosen : chosen.map(({ text }) => text);

test('what more learners believe is offered first', () => {
  const candidates = [
    believed('1', 'a', 0.1),
    believed('2', 'b', 0.4),
    believed('3', 'c', 0.2),
    believed('4', 'd', 0.05),
  ];
  expect(textsOf(chooseDistractors('9', candidates, rules))).toEqual(['2', '3', '1']);
});

test('three beliefs are better than three results of one', () => {
  const candidates = [
    believed('1', 'a', 0.4),
    believed('2', 'a', 0.39),
    believed('3', 'b', 0.2),
    believed('4', 'c', 0.2),
  ];
  expect(textsOf(chooseDistractors('9', candidates, rules))).toEqual(['1', '3', '4']);
});

test('an author cannot push out the second belief', () => {
  const candidates = [
    { ...authored('7'), weight: 0.9 },
    { ...authored('8'), weight: 0.9 },
    believed('1', 'a', 0.01),
    believed('2', 'b', 0.01),
  ];
  const texts = textsOf(chooseDistractors('9', candidates, rules));
  expect(texts).toEqual(['7', '1', '2']);
});

test('one option at most says that the program fails', () => {
  const candidates = [
    failing('The program stops with TypeError.', 'a'),
    failing('The program stops with NameError.', 'b'),
    believed('1', 'c'),
  ];
  expect(chooseDistractors('9', candidates, rules)).toMatch(/^too many of the wrong answers are errors/);
});

test('too few beliefs give no item, and the author is told how many there are', () => {
  expect(chooseDistractors('9', [believed('1', 'a'), authored('2'), authored('3')], rules)).toMatch(
    /^only 1 of the wrong outputs/,
  );
});

test('the key does not stand out as the longest where a long distractor exists', () => {
  const candidates = [
    believed('1', 'a', 0.4),
    believed('2', 'b', 0.4),
    believed('3', 'c', 0.4),
    believed('4444', 'd', 0.01),
  ];
  expect(textsOf(chooseDistractors('999', candidates, { ...rules, mayBeLongest: false }))).toContain('4444');
  expect(textsOf(chooseDistractors('999', candidates, rules))).not.toContain('4444');
});

test('options that differ by quotes only are not offered together, unless that is the point', () => {
  const candidates = [
    believed("'ab'", 'a', 0.4),
    believed('ab', 'b', 0.4),
    believed('cd', 'c', 0.1),
    believed('ef', 'd', 0.1),
  ];
  const careful = textsOf(chooseDistractors('xy', candidates, rules));
  expect(careful).not.toEqual(expect.arrayContaining(["'ab'", 'ab']));
  expect(textsOf(chooseDistractors('xy', candidates, { ...rules, cosmetic: true }))).toEqual(
    expect.arrayContaining(["'ab'", 'ab']),
  );
});

test('a choice is three different wrong answers, two of them believed, whatever there is to choose from', () => {
  const one = fc.record({
    text: fc.stringMatching(/^[a-c]{1,3}$/),
    form: fc.constantFrom('printed' as const, 'sentence' as const),
    beliefs: fc.uniqueArray(fc.array(fc.constantFrom('p', 'q', 'r'), { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    because: fc.constant(null),
    weight: fc.double({ min: 0.001, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(one, { selector: ({ text }) => text, maxLength: 9 }),
      fc.boolean(),
      (candidates, mayBeLongest) => {
        const chosen = chooseDistractors('key', candidates, { mayBeLongest, cosmetic: false });
        if (typeof chosen === 'string') return;
        expect(new Set(chosen.map(({ text }) => text)).size).toBe(3);
        expect(chosen.filter(({ beliefs }) => beliefs.length > 0).length).toBeGreaterThanOrEqual(2);
        expect(chosen.filter(({ form }) => form === 'sentence').length).toBeLessThanOrEqual(1);
      },
    ),
  );
});
