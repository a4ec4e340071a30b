import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { textOf } from './passage.ts';
import { readQuiz } from './read-quiz.ts';

function read(text: string, file = 'quiz.txt') {
  return readQuiz(new TextEncoder().encode(text), file);
}

/** Each question as its text, its options and the keys among them. */
function shown(text: string, file?: string) {
  return read(text, file).questions.map(({ stem, options }) => [
    textOf(stem),
    options.map(({ passage, isKey }) => `${isKey ? '*' : ''}${textOf(passage)}`),
  ]);
}

const aiken = 'What is shown?\nx = 1\nprint(x)\nA. 1\nB) 2\nANSWER: A\n';

test('files of Windows, of old Windows, of big and little ends are read like any other', () => {
  const expected = [['What is shown?\nx = 1\nprint(x)', ['*1', '2']]];
  expect(shown(aiken.replaceAll('\n', '\r\n'))).toEqual(expected);
  expect(shown(`\ufeff${aiken}`)).toEqual(expected);
  for (const [mark, order] of [
    [[0xff, 0xfe], 0],
    [[0xfe, 0xff], 1],
  ] as const) {
    const bytes: number[] = [...mark];
    for (const character of aiken)
      bytes.splice(bytes.length, 0, ...(order === 0 ? [character.charCodeAt(0), 0] : [0, character.charCodeAt(0)]));
    expect(readQuiz(Uint8Array.from(bytes), 'quiz.txt').questions).toHaveLength(1);
  }
  const old = Uint8Array.from([...aiken.replace('shown', 'sho\u0093n')].map((character) => character.charCodeAt(0)));
  expect(textOf(readQuiz(old, 'quiz.txt').questions[0]?.stem ?? [])).toContain('sho“n');
});

test.each([
  ['aiken', aiken],
  ['gift', '::a:: What? {=1 ~2}'],
  ['markdown', '#### Q1. What?\n\n- [x] 1\n- [ ] 2\n'],
  ['markdown', '1. What is `{=1}`?\n   a) 1\n   b) 2\n\n   Answer: a\n'],
  [
    'moodle-xml',
    '<quiz><question type="multichoice"><questiontext><text>What?</text></questiontext><answer fraction="100"><text>1</text></answer></question></quiz>',
  ],
  ['qti', '<qti-assessment-item identifier="a"><qti-item-body>What?</qti-item-body></qti-assessment-item>'],
  ['yaml', '- question: What?\n  options: [1, 2]\n  answer: A\n'],
])('a %s quiz is known by what is in it, whatever its name', (format, text) => {
  expect(read(text, 'quiz.txt').questions.map((question) => question.format)).toEqual([format]);
});

test('marks of GIFT that are escaped belong to the text, and a program keeps its own backslashes', () => {
  expect(
    shown('::t:: d \\= \\{"a"\\: 1\\}\nprint(d, \'\\t\', "\\#", "\\~", "\\\\n") {=a\\=b#yes ~%-50%c\\:d}'),
  ).toEqual([['d = {"a": 1}\nprint(d, \'\\t\', "#", "~", "\\n")', ['*a=b', 'c:d']]]);
});

test('a program indented by no-break spaces keeps its indentation', () => {
  const [question] = read(
    '::t::[html]What?<br>for i in range(2)\\:<br>&nbsp;&nbsp;&nbsp;&nbsp;print(i &lt; 1){=1 ~2}',
  ).questions;
  expect(textOf(question?.stem ?? [])).toBe('What?\nfor i in range(2):\n    print(i < 1)');
});

test('less than is no tag', () => {
  const [question] = read('::t::What?\nprint(a<b and b>c, x<y) {=1 ~2}').questions;
  expect(textOf(question?.stem ?? [])).toBe('What?\nprint(a<b and b>c, x<y)');
});

test('code in an explanation is not taken for the program', () => {
  const [question] = read(
    '#### Q1. What?\n```python\nprint(1)\n```\n- [x] 1\n- [ ] 2\n\n```python\nprint(99)\n```\n',
    'q.md',
  ).questions;
  expect(textOf(question?.stem ?? [])).not.toContain('99');
  expect(question?.options.map(({ passage }) => textOf(passage))).toEqual(['1', '2']);
});

const bomb = `<!DOCTYPE quiz [<!ENTITY a "${'x'.repeat(100)}">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${'&a;'.repeat(10)}">`).join('')}]><quiz><question><text>&a19;</text></question></quiz>`;

test.each([
  ['XML that grows without end', bomb, 'declarations of its own'],
  [
    'a file that is fetched',
    '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
    'declarations of its own',
  ],
  ['elements nested without end', `<quiz>${'<p>'.repeat(5000)}`, 'deeper'],
  ['null bytes', 'What?\0\nA. 1\nANSWER: A\n', 'null bytes'],
  ['nothing', ' \n', 'empty'],
  ['prose', 'Dear all, the exam is on Monday.', 'No question was found'],
  ['a page', '<?xml version="1.0"?><html><body/></html>', 'no quiz'],
  [
    'YAML that grows without end',
    `a: &a [${'x,'.repeat(9)}x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: &c [${'*b,'.repeat(9)}*b]\nd: [${'*c,'.repeat(9)}*c]\nquestions: *c\n`,
    'YAML',
  ],
  ['a template', 'id: a\nobjective: b\nkind: output\n', 'template'],
])('%s is refused in one line', (_, text, why) => {
  const name = text.startsWith('a: &a') || text.startsWith('id:') ? 'quiz.yaml' : 'quiz.txt';
  const { questions, complaints } = read(text, name);
  expect(questions).toEqual([]);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]?.what).toContain(why);
  expect(complaints[0]?.what).not.toContain('\n');
});

test('XML that breaks off gives what came before, and says where it broke', () => {
  const question =
    '<question type="multichoice"><questiontext><text>What?</text></questiontext><answer fraction="100"><text>1</text></answer></question>\n';
  const { questions, complaints } = read(`<quiz>\n${question}${question}<question type="multichoice"><questiontext>`);
  expect(questions).toHaveLength(2);
  expect(complaints).toEqual([{ file: 'quiz.txt', line: 4, what: expect.stringContaining('not well-formed') }]);
});

test('an answer that is opened and not closed costs one question, not the file', () => {
  const { questions, complaints } = read('::a:: What? {=1 ~2}\n\n::b:: What? {=1 ~2\n\n::c:: What? {=1 ~2}\n');
  expect(questions.map(({ name }) => name)).toEqual(['a', 'c']);
  expect(complaints).toHaveLength(1);
});

test('a package is read in memory, whatever names its members have', () => {
  const item = strToU8(
    '<qti-assessment-item identifier="a"><qti-item-body>What?</qti-item-body></qti-assessment-item>',
  );
  const { questions, complaints } = readQuiz(
    zipSync({
      '../../../tmp/out.xml': item,
      '/etc/item.xml': item,
      'imsmanifest.xml': strToU8('<manifest/>'),
      'picture.png': item,
    }),
    'p.zip',
  );
  expect(questions).toHaveLength(2);
  expect(complaints).toEqual([]);
});

test('archives that unpack to more than memory holds, lie about it, or are cut, are refused in one line', () => {
  const zeros = zipSync({ 'item.xml': new Uint8Array(5 * 1024 * 1024) });
  expect(readQuiz(zeros, 'p.zip').complaints).toEqual([
    { file: 'p.zip', line: 1, what: expect.stringContaining('4 MB') },
  ]);
  const lying = zipSync({ 'item.xml': new Uint8Array(5 * 1024 * 1024) });
  const view = new DataView(lying.buffer);
  const directory = view.getUint32(lying.length - 6, true);
  view.setUint32(directory + 24, 100, true);
  view.setUint32(22, 100, true);
  expect(readQuiz(lying, 'p.zip').questions).toEqual([]);
  expect(readQuiz(lying, 'p.zip').complaints).toHaveLength(1);
  expect(readQuiz(zeros.subarray(0, 200), 'p.zip').complaints).toHaveLength(1);
  const nested = zipSync({ 'inner.xml': zeros });
  expect(readQuiz(nested, 'p.zip').complaints[0]?.what).toContain('archive within an archive');
});

test.each([
  ['braces', '{'.repeat(200_000)],
  ['closed braces', `::a:: ${'{=1}'.repeat(50_000)}`],
  ['backticks', `# Q1. What?\n${'`'.repeat(100_000)}\n- [x] 1\n- [ ] 2\n`],
  ['single backticks', `# Q1. What?\n${'` '.repeat(50_000)}\n- [x] 1\n- [ ] 2\n`],
  ['stars', `# Q1. What?\n${'*a'.repeat(50_000)}\n- [x] 1\n- [ ] 2\n`],
  ['tags', `::a::[html]${'<b>'.repeat(50_000)}{=1 ~2}`],
  ['half tags', `::a::[html]${'<a '.repeat(50_000)}{=1 ~2}`],
  ['blanks', `1. What?${' '.repeat(100_000)}x\na) 1\nb) 2\nAnswer: a\n`],
  ['brackets', `# Q1. What?\n${'['.repeat(50_000)}\n- [x] 1\n- [ ] 2\n`],
  ['labels', `# Q1. What?\n${'a) b) '.repeat(20_000)}\nAnswer: a\n`],
  ['nested lists', '['.repeat(20_000)],
  ['lines', `# Q1. What?\n${'x\n'.repeat(100_000)}- [x] 1\n- [ ] 2\n`],
])('a text of nothing but %s is read in time', (_, text) => {
  expect(
    read(text, text.startsWith('#') || text.startsWith('1.') ? 'q.md' : 'q.gift').complaints.length,
  ).toBeLessThanOrEqual(1);
});
