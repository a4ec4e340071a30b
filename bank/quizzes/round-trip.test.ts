import { readFileSync } from 'node:fs';
import type { Item } from '@pyladder/exam';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { givenItem } from '../testing/given-item.ts';
import { textOf } from './passage.ts';
import type { QuizQuestion } from './question.ts';
import { type QuizItem, toQuizItem } from './quiz-item.ts';
import { readQuiz } from './read-quiz.ts';
import { writeGift } from './write-gift.ts';
import { writeMoodleXml } from './write-moodle-xml.ts';
import { writeQti3 } from './write-qti3.ts';

const writers = {
  GIFT: (items: QuizItem[]) => new TextEncoder().encode(writeGift(items)),
  'Moodle XML': (items: QuizItem[]) => new TextEncoder().encode(writeMoodleXml(items)),
  'QTI 3': writeQti3,
};
const formats = Object.entries(writers);

const nasty = [
  'print("a~b", {1: 2}, "x=y#z", r"\\n \\\\")\n\n\nif 1 < 2 & 3 > 0:\n\tprint(\'&lt;b&gt; ]]> <br> &nbsp;\')\n',
  'x = {"{": "}"}\nprint(x["{"], "\\t|\\u00e9", "é日本", sep="::")\n',
  '    # indented first\n    y = 1\n',
  'print("""<pre>\n</pre>\n<!-- -->""")\n',
];

function given(code: string, options: string[]): QuizItem {
  const item = toQuizItem(
    givenItem({
      code,
      options: options.map((text, index) => ({ text, key: index === 1, misconceptions: [], because: null })),
    }),
  );
  if (item === null) throw new Error('not an item for others');
  return item;
}

/** The program stands below the words of the question, which may have code among them. */
function codeOf(question: QuizQuestion | undefined): string {
  return `${question?.stem.findLast(({ type }) => type === 'code')?.text}\n`;
}

test.each(formats)('what is exported as %s is read again with the same programs, options and keys', (_, write) => {
  const items = nasty.map((code) =>
    given(code, ["['a', 'b']", 'a  b\n c', '{1: 2} # ~ = : \\n', 'The program prints nothing.']),
  );
  const { questions, complaints } = readQuiz(write(items), 'export');
  expect(complaints).toEqual([]);
  const ordered = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const found =
    write === writeQti3
      ? questions
      : questions.map((_question, index) => questions[items.indexOf(ordered[index] ?? (items[0] as QuizItem))]);
  for (const [index, item] of ordered.entries()) {
    const question = found[index];
    expect(codeOf(question)).toBe(item.code);
    expect(question?.options.map(({ passage, isKey }) => [textOf(passage), isKey])).toEqual(
      item.options.map(({ text, isKey }) => [text, isKey]),
    );
    expect(question?.form).toBe('one');
    expect(question?.stem[0]).toMatchObject({
      type: 'words',
      text: expect.stringContaining('What does this program print?'),
    });
  }
});

test.each(formats)('any program survives %s to the byte', (_, write) => {
  const line = fc.string({ unit: fc.constantFrom(...'ab \t\\~=#{}:<>&;"\'`n1é日\u00a0]$%*_') });
  const program = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => `x${lines.join('\n')}1\n`);
  fc.assert(
    fc.property(program, (code) => {
      const { questions } = readQuiz(write([given(code, ['1', '2', '3', '4'])]), 'export');
      // A no-break space is read as the blank that authors mean by it.
      expect(codeOf(questions[0])).toBe(code.replaceAll('\u00a0', ' '));
    }),
    { numRuns: 300 },
  );
});

test('a package of QTI 3 names every file in its manifest, and the same items give the same bytes', () => {
  const items = [given('print(1)\n', ['1', '2', '3', '4']), given('print(2)\n', ['1', '2', '3', '4'])];
  const bytes = writeQti3(items);
  expect(writeQti3(items)).toEqual(bytes);
  const members = unzipSync(bytes);
  const manifest = strFromU8(members['imsmanifest.xml'] ?? new Uint8Array());
  for (const name of Object.keys(members))
    if (name !== 'imsmanifest.xml') expect(manifest).toContain(`<file href="${name}"/>`);
  expect(Object.keys(members)).toHaveLength(3);
  expect(manifest).toContain('CC-BY-SA-4.0');
});

test('an item that no other system can hold is left out, not written wrong', () => {
  const two = givenItem().options.map((option) => ({ ...option, key: true }));
  expect(toQuizItem(givenItem({ options: two }))).toBeNull();
  expect(toQuizItem(givenItem({ code: 'print("\u0007")\n' }))).toBeNull();
});

test('every practice item of the ladder with options to choose survives every format', () => {
  const file = new URL('../../packs/python-ladder/compiled/practice/pcep/flow-control.jsonl', import.meta.url);
  const items = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): Item => JSON.parse(line))
    // The other ways of answering come back as what they are: kinds-for-others.test.ts.
    .filter(({ answer }) => answer === undefined || answer.type === 'choices')
    .slice(0, 200)
    .flatMap((item) => toQuizItem(item) ?? []);
  expect(items.length).toBeGreaterThan(50);
  for (const [, write] of formats) {
    const { questions } = readQuiz(write(items), 'export');
    const byName = new Map(questions.map((question) => [question.name, question]));
    for (const item of items) {
      const question = byName.get(item.title);
      // A question without a program may still have code in its words; a line to put into a program stands right above it.
      if (item.code !== '') expect(codeOf(question).slice(-item.code.length)).toBe(item.code);
      expect(question?.options.map(({ passage, isKey }) => [withoutMarks(textOf(passage)), isKey])).toEqual(
        // What stands between backticks with us is set as code elsewhere, without them.
        item.options.map(({ text, isKey }) => [withoutMarks(text), isKey]),
      );
    }
  }
});

function withoutMarks(text: string): string {
  return text.replaceAll('`', '');
}
