import type { ItemOption } from '@pyladder/exam';
import type { RunOutcome } from '@pyladder/python';
import { expect, test } from 'vitest';
import type { Variant } from '../templates/variant.ts';
import { givenTemplate } from '../testing/given-pack.ts';
import { enoughVariants } from './enough-variants.ts';
import { fourOptions } from './four-options.ts';
import { fromMisconceptions } from './from-misconceptions.ts';
import type { ProvingGate } from './gate.ts';
import { keyNotTelling, tail } from './key-not-telling.ts';
import { checkMisconceptions } from './known-misconceptions.ts';
import { noCosmeticDistractor } from './no-cosmetic-distractor.ts';
import { oneKey } from './one-key.ts';
import { quickProgram } from './quick-program.ts';
import { tellingBeliefs } from './telling-beliefs.ts';

/** Options by text; the first is the key, those in `believed` come from beliefs. */
function options(texts: string[], believed = texts.length): ItemOption[] {
  return texts.map((text, index) => ({
    text,
    key: index === 0,
    misconceptions: index > 0 && index <= believed ? [['slice-from-one']] : [],
    because: null,
  }));
}

function variant(given: ItemOption[], code = `print(${Math.random()})`, milliseconds = 1): Variant {
  const outcome = { status: 'finished' as const, stdout: `${given[0]?.text}\n`, milliseconds, applied: [] };
  return {
    draw: new Map([['a', '1']]),
    code,
    written: code,
    stdin: '',
    stem: 'What does this program print?',
    explanation: 'It prints what it prints.',
    distractors: [],
    texts: {},
    description: '',
    members: [],
    proof: [{ python: '3.14', hashSeed: 0, outcome }],
    beliefRuns: [],
    options: given,
    inspection: { fault: null, style: [], varies: [], reach: [] },
  };
}

function judge(gate: ProvingGate, variants: Variant[], fields: Record<string, string> = {}): string[] {
  const template = givenTemplate({ variants: String(variants.length), ...fields });
  return gate({ template, variants, leftOut: [] }).map(({ what }) => what);
}

const sound = options(['[1, 2]', '[1, 3]', '[2, 2]', '[1, 2, 3]']);

test.each([oneKey, fourOptions, fromMisconceptions, enoughVariants, noCosmeticDistractor, keyNotTelling, quickProgram])(
  'sound options are let through',
  (gate) => {
    expect(judge(gate, [variant(sound, 'print(1)'), variant(sound, 'print(2)')])).toEqual([]);
  },
);

test('two options that read the same are refused, and so are two keys or none', () => {
  expect(judge(oneKey, [variant(options(['1 2', '1  2 ', '3', '4']))])).toEqual([
    'With a = 1 two options read the same.',
  ]);
  expect(judge(oneKey, [variant(sound.map((option) => ({ ...option, key: true })))])).toEqual([
    'With a = 1 4 options are keys.',
  ]);
  expect(judge(oneKey, [variant(sound.map((option) => ({ ...option, key: false })))])).toEqual([
    'With a = 1 0 options are keys.',
  ]);
});

test('three options are too few', () => {
  expect(judge(fourOptions, [variant(sound.slice(0, 3))])).toEqual(['With a = 1 there are 3 options.']);
});

test('one distractor from a misconception is too few', () => {
  expect(judge(fromMisconceptions, [variant(options(['1', '2', '3', '4'], 1))])).toEqual([
    'With a = 1 only 1 distractors come from misconceptions.',
  ]);
});

test('variants that differ in blanks and comments only are alike', () => {
  const alike = [variant(sound, 'x = 1\nprint(x)'), variant(sound, 'x = 1  # one\nprint(x)')];
  expect(judge(enoughVariants, alike)).toEqual(['1 of 2 variants are like another one.']);
});

test('a distractor that differs by quotes is refused unless quotes are the point', () => {
  const cosmetic = [variant(options(["['a']", '[a]', '1', '2']))];
  expect(judge(noCosmeticDistractor, cosmetic)).toEqual([
    "The options `['a']` and `[a]` differ by quotes or commas only.",
  ]);
  expect(judge(noCosmeticDistractor, cosmetic, { allow: '[cosmetic]' })).toEqual([]);
});

test('a key that is the longest option in every variant gives itself away', () => {
  const telling = Array.from({ length: 12 }, () => variant(options(['[1, 2, 3]', '[1]', '[2]', '[3]'])));
  expect(judge(keyNotTelling, telling)).toEqual(['The key is the longest option in 12 of 12 variants.']);
});

test('a key that is longer by a character or two gives nothing away', () => {
  const fair = Array.from({ length: 12 }, () => variant(options(['5 False', '5 True', '6 True', '7 True'])));
  expect(judge(keyNotTelling, fair)).toEqual([]);
});

test('a key that is the only text among numbers gives itself away', () => {
  const telling = Array.from({ length: 12 }, () => variant(options(['ab', '12', '13', '14'])));
  expect(judge(keyNotTelling, telling)).toEqual(['The key is the only one of its kind in 12 of 12 variants.']);
});

test('a key that is the longest as often as chance has it is let through', () => {
  const fair = Array.from({ length: 12 }, (_, index) =>
    variant(options(index < 4 ? ['[1, 2]', '[1]', '[2]', '[3]'] : ['[1]', '[4]', '[2]', '[3]'])),
  );
  expect(judge(keyNotTelling, fair)).toEqual([]);
});

test('the chance of so many hits is the upper tail of the binomial distribution, as exact sums of math.comb terms in CPython give it', () => {
  expect(tail(12, 8)).toBeCloseTo(0.002781510353088379, 12);
  expect(tail(12, 0)).toBeCloseTo(1, 12);
});

test('a program that takes 200 ms in every run is refused', () => {
  expect(judge(quickProgram, [variant(sound, 'print(1)', 200)])).toEqual(['The program takes 200 ms or more.']);
});

const believed = (outcome: RunOutcome) => ({
  ...variant(sound),
  beliefRuns: [{ beliefs: ['slice-from-one'], outcome }],
});
const printing = (stdout: string, applied: string[]): RunOutcome => ({
  status: 'finished',
  stdout,
  milliseconds: 1,
  applied,
});
const wrong = believed(printing('[1, 3]\n', ['slice-from-one']));
const rewarded = believed(printing('[1,  2]\n\n', ['slice-from-one']));
const idle = believed(printing('[1, 2]\n', []));
const endless = believed({ status: 'stopped', reason: 'time', stdout: '', milliseconds: 2000 });

test.each([
  ['that leads to the key in one variant', [wrong, rewarded], 'leads to the key in 1 of 2 variants; one has a = 1.'],
  ['that leads to the key in all', [rewarded, rewarded], 'gives no wrong answer in any of 2 variants: who holds it'],
  ['that acts on nothing', [idle, idle], 'gives no wrong answer in any of 2 variants: the program has nothing'],
  [
    'that never ends',
    [endless, variant(sound)],
    'gives no wrong answer in any of 2 variants: the program does not end',
  ],
])('a misconception %s is refused on its own line', (_name, variants, words) => {
  const template = givenTemplate({ misconceptions: '\n  - range-stop-inclusive\n  - slice-from-one' });
  const [first, second, ...others] = tellingBeliefs({ template, variants, leftOut: [] });
  expect(others).toEqual([]);
  expect(first?.what).toContain('range-stop-inclusive');
  expect(second?.what).toContain(words);
  expect(template.source.text.split('\n')[(second?.line ?? 0) - 1]).toBe('  - slice-from-one');
});

test('a misconception that matters in some variants only, and in the others acts on nothing, is let through', () => {
  expect(judge(tellingBeliefs, [wrong, idle, endless], { misconceptions: '[slice-from-one]' })).toEqual([]);
});

test('a misconception without a correction cannot be used', () => {
  const template = givenTemplate({ misconceptions: '[slice-from-one]' });
  const catalogue = new Map([['slice-from-one', { correction: ' ' }]]);
  expect(checkMisconceptions(template, catalogue).map(({ what }) => what)).toEqual([
    '`slice-from-one` has no correction.',
  ]);
});

test('a misspelt misconception is answered with those that share its words', () => {
  const template = givenTemplate({ misconceptions: '[slice-end-included]' });
  const catalogue = new Map(
    ['slice-end-inclusive', 'slice-from-one', 'add-before-mult'].map((id) => [id, { correction: 'No.' }]),
  );
  expect(checkMisconceptions(template, catalogue)[0]?.remedy).toBe('Did you mean slice-end-inclusive, slice-from-one?');
});
