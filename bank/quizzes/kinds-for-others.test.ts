import type { Item, ItemAnswer, ItemOption } from '@pyladder/exam';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { givenItem } from '../testing/given-item.ts';
import { type QuizItem, toQuizItem } from './quiz-item.ts';
import { readQuiz } from './read-quiz.ts';
import { canBeGift, writeGift } from './write-gift.ts';
import { canBeMoodleXml, writeMoodleXml } from './write-moodle-xml.ts';
import { writeQti3 } from './write-qti3.ts';
import { readXml } from './xml.ts';

const options = (...texts: string[]): ItemOption[] =>
  texts.map((text) => ({ text, key: false, misconceptions: [], because: null }));

function given(kind: Item['kind'], answer: ItemAnswer, fields: Partial<Item> = {}): QuizItem {
  const item = toQuizItem(givenItem({ kind, answer, ...fields }));
  if (item === null) throw new Error('not an item for others');
  return item;
}

const gap = (accepted: number[][], code = 'for n in range(⟨1⟩):\n    x ⟨2⟩ n\n') =>
  given(
    'gap',
    { type: 'slots', slots: ['', ''], accepted, faults: [] },
    { code, options: options('x < 3', '4', '+=') },
  );
const match = (accepted: number[][]) =>
  given(
    'match',
    { type: 'slots', slots: ['`1 < 2`', '`"a"`', '`2.0`'], accepted, faults: [] },
    { options: options('bool', 'float', 'list', 'str') },
  );
const order = (accepted: number[][]) =>
  given(
    'order',
    { type: 'order', accepted, faults: [] },
    { options: options('print(x)', 'x += 1', 'x = 1'), code: '' },
  );
const several = given(
  'select-many',
  { type: 'choices', pick: 2 },
  { options: options('`a < b`', '`b < a`', 'neither').map((option, index) => ({ ...option, key: index < 2 })) },
);
const insert = given(
  'insert',
  { type: 'position', line: '    x += 1', highlighted: [], after: [0, 1] },
  { options: options('before line 1', 'after line 1').map((option, index) => ({ ...option, key: index === 1 })) },
);

const all = [gap([[1, 2]]), match([[0, 3, 1]]), order([[2, 1, 0]]), several, insert];

function qtiOf(item: QuizItem): string {
  const files = unzipSync(writeQti3([item]));
  return strFromU8(files[`items/${item.id}.xml`] ?? new Uint8Array());
}

test('every way of answering has its question in QTI 3, and in Moodle where one answer is right', () => {
  const names = all.map((item) => /<qti-[a-z-]*-interaction/.exec(qtiOf(item))?.[0]);
  expect(names).toEqual([
    '<qti-gap-match-interaction',
    '<qti-match-interaction',
    '<qti-order-interaction',
    '<qti-choice-interaction',
    '<qti-choice-interaction',
  ]);
  const types = [...writeMoodleXml(all).matchAll(/<question type="(\w+)">/g)].map(([, type]) => type);
  expect(types.filter((type) => type !== 'category')).toEqual([
    'ddwtos',
    'matching',
    'ordering',
    'multichoice',
    'multichoice',
  ]);
});

test('what is written is XML, whatever stands in the tokens', () => {
  for (const item of all) expect(readXml(qtiOf(item)).fault).toBeNull();
  expect(readXml(writeMoodleXml(all)).fault).toBeNull();
});

test('a gap keeps its place in the program, and its key', () => {
  const item = gap([[1, 2]]);
  expect(qtiOf(item)).toContain(
    'for n in range(<qti-gap identifier="gap-1"/>):\n    x <qti-gap identifier="gap-2"/> n',
  );
  expect(qtiOf(item)).toContain('<qti-value>choice-2 gap-1</qti-value><qti-value>choice-3 gap-2</qti-value>');
  expect(writeMoodleXml([item])).toContain('for n in range([[2]]):\n    x [[3]] n');
  expect(writeMoodleXml([item])).toContain('<text><![CDATA[x &lt; 3]]></text>');
});

test('all that is right is right in QTI 3; what Moodle would count wrong is left out there', () => {
  for (const [one, two] of [
    [
      gap([[1, 2]]),
      gap([
        [1, 2],
        [2, 1],
      ]),
    ],
    [
      match([[0, 3, 1]]),
      match([
        [0, 3, 1],
        [0, 1, 3],
      ]),
    ],
    [
      order([[2, 1, 0]]),
      order([
        [2, 1, 0],
        [1, 2, 0],
      ]),
    ],
  ] as const) {
    expect(canBeMoodleXml(one)).toBe(true);
    expect(canBeMoodleXml(two)).toBe(false);
    expect(qtiOf(two).match(/<qti-match>/g)).toHaveLength(2);
    expect(qtiOf(one)).toContain('match_correct');
  }
  expect(
    qtiOf(
      order([
        [2, 1, 0],
        [1, 2, 0],
      ]),
    ),
  ).toContain(
    '<qti-ordered><qti-base-value base-type="identifier">choice-2</qti-base-value><qti-base-value base-type="identifier">choice-3</qti-base-value>',
  );
});

test('a program that Moodle would read places into is left out there', () => {
  expect(canBeMoodleXml(gap([[1, 2]], 'print([[1]], ⟨1⟩, ⟨2⟩)\n'))).toBe(false);
});

test('several right options, and pairs, are read again from GIFT with the same keys', () => {
  expect(all.filter(canBeGift).map(({ task }) => task.type)).toEqual(['match', 'several', 'one']);
  const { questions, complaints } = readQuiz(new TextEncoder().encode(writeGift([several, insert])), 'export');
  expect(complaints).toEqual([]);
  expect(questions.map(({ form, options: read }) => [form, read.map(({ isKey }) => isKey)])).toEqual([
    ['several', [true, true, false]],
    ['one', [false, true]],
  ]);
  expect(writeGift([match([[0, 3, 1]])])).toContain('=<p><code>1 &lt; 2</code></p> -> bool');
  expect(writeGift([match([[0, 3, 1]])])).toContain('= -> list');
});

test('the line that is to be put in, and what a set begins with, are told with the question', () => {
  expect(writeGift([insert])).toContain('x +\\= 1');
  const member = given('output', { type: 'choice' }, { set: { id: 'a', index: 0, size: 2, text: 'A shop counts.' } });
  expect(qtiOf(member)).toContain('<p>A shop counts.</p>');
});

test('two right places for a line are more than one choice can hold', () => {
  const both = options('before line 1', 'after line 1').map((option) => ({ ...option, key: true }));
  const answer: ItemAnswer = { type: 'position', line: 'x', highlighted: [], after: [0, 1] };
  expect(toQuizItem(givenItem({ kind: 'insert', answer, options: both }))).toBeNull();
});

test('the left sides of a matching keep their words and their code apart in every format', () => {
  const item = given(
    'match',
    {
      type: 'slots',
      slots: ['`a < b`', 'the last one', '`c`'],
      accepted: [[0, 1, 1]],
      faults: [],
    },
    { options: options('bool', 'int', 'str') },
  );
  const lefts = ['<code>a &lt; b</code>', 'the last one', '<code>c</code>'];
  for (const text of [qtiOf(item), writeMoodleXml([item])]) for (const left of lefts) expect(text).toContain(left);
  expect(writeGift([item])).toContain('<code>a &lt; b</code>');
});

test('a claim of several lines keeps them', () => {
  const item = given(
    'select-many',
    { type: 'choices', pick: null },
    { options: options('`x = 1\nprint(x)`', '`x`').map((option) => ({ ...option, key: true })) },
  );
  expect(qtiOf(item)).toContain('<pre><code>x = 1\nprint(x)</code></pre>');
});
