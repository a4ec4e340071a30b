import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readPack } from '../packs/pack.ts';
import { block, givenFiles, givenFolder, ladder, templateText } from '../testing/given-pack.ts';
import { python } from '../testing/given-python.ts';
import { buildPool } from './build-pool.ts';

// What is endless is run for seconds before it is stopped, and the machine may be busy.
vi.setConfig({ testTimeout: 300_000 });

const items = join('pcep', 'flow-control', 'items');
const hostile = join(items, 'hostile.yaml');

/** Builds a pack of a sound template and one that `write` puts beside it; what is wrong with that one, a line each. */
async function buildBeside(write: (file: string) => void): Promise<string[]> {
  const folder = givenFolder();
  givenFiles(folder, {
    'pack.yaml': 'id: given\ntitle: A given pack\nlicense: CC-BY-SA-4.0\npracticeSeed: given\n',
    [join(items, 'sound.yaml')]: templateText('sound'),
  });
  write(join(folder, hostile));
  const { pack, problems } = readPack(folder, ladder);
  if (pack === null) throw new Error('the pack itself is refused');
  const built = await buildPool({ packs: [pack], pool: 'practice', seed: 'seed', python });
  expect(built.items.map(({ template }) => template)).toEqual(Array(3).fill('pcep.flow-control.sound'));
  const found = [...problems, ...built.problems];
  for (const { file, line, remedy } of found) {
    expect(file).toBe(join(folder, hostile));
    expect(line).toBeGreaterThan(0);
    expect(remedy).toMatch(/^[A-Z].*[.?]$/);
  }
  return found.map(({ line, what }) => `${line}: ${what}`);
}

/** Lines that make a program differ from that of the sound template. */
const own = ['total = {{first}} + {{start}} * {{stop}}'];
const programs: [name: string, fields: Record<string, string>, words: string][] = [
  ['never ends', { code: block(...own, 'while True:', '    pass') }, 'the program does not end'],
  [
    'swallows every exception and goes on',
    { code: block(...own, 'while True:', '    try:', '        total += 1', '    except:', '        pass') },
    'the program does not end',
  ],
  ['takes all memory', { code: block(...own, 'rows = [0] * 10 ** 9') }, 'the program fills the memory'],
  [
    'prints without end',
    { code: block(...own, 'while True:', "    print('x' * 1000)") },
    'the program prints without end',
  ],
  [
    'calls itself for ever',
    { code: block(...own, 'def f(n):', '    return f(n + 1)', '', '', 'f(0)') },
    'RecursionError',
  ],
  [
    'nests a thousand brackets',
    { code: block(...own, `print(${'('.repeat(1000)}1${')'.repeat(1000)})`) },
    'not Python',
  ],
  ['nests fifty thousand signs', { code: block(...own, `print(${'-'.repeat(50_000)}1)`) }, 'characters'],
  ['nests seven thousand signs', { code: block(...own, `print(${'-'.repeat(7_000)}1)`) }, 'ot Python'],
  [
    'prints a NUL',
    { code: block(...own, "print(chr(0), 'x' * {{start}}, range({{start}}, {{stop}}))") },
    'nobody sees (U+0000)',
  ],
  [
    'shows its lines in another order than they run',
    { code: '"total = {{first}}  # \\u202e1 + {{start}}\\nprint(total, *range({{start}}, {{stop}}))\\n"' },
    'nobody sees (U+202E)',
  ],
  ['kills its interpreter', { code: block(...own, 'import os', 'os.abort()') }, 'the program'],
  [
    'is slow in each of a hundred variants',
    {
      code: block(...own, 'for i in range(4_000_000):', '    total += i', 'print(total, *range({{start}}, {{stop}}))'),
      params: '{ first: { range: [1, 99] }, start: [1, 2], stop: [7, 8, 9] }',
      where: 'stop > start',
      variants: '100',
    },
    'The program takes 200 ms or more',
  ],
  ['is made long by a placeholder', { code: block('{{"x = 1\\n" * 5_000|raw}}', 'print(1)') }, '`code` has'],
];

test.each(programs)(
  'a program that %s is refused in bounded time, and costs no other template anything',
  async (_name, fields, words) => {
    const problems = await buildBeside((file) => writeFileSync(file, templateText('hostile', fields)));
    expect(problems.join('\n')).toContain(words);
  },
);

const texts: [name: string, fields: Record<string, string>, words: string][] = [
  [
    'a `let` that never ends',
    { let: '{ n: "sum(iter(int, 1))" }' },
    '16: An expression of this template takes too long',
  ],
  [
    'a `let` that one operation never ends',
    { let: '{ n: "9 ** 9 ** 9 ** 9" }' },
    'An expression of this template takes too long',
  ],
  ['a `let` that takes all memory', { let: '{ n: "[0] * 10 ** 9" }' }, '`let.n` fails: MemoryError'],
  ['a `let` that leaves', { let: '{ n: "__import__(\'sys\').exit()" }' }, '`let.n` fails: SystemExit'],
  [
    'a `let` that prints',
    { let: '{ n: "[print(1) for _ in range(9)]" }', explain: '"{{n}} and {{m}} are unknown to everybody."' },
    '{{m}} fails: NameError',
  ],
  [
    'a `let` that kills the interpreter',
    { let: '{ n: "__import__(\'os\').abort()" }' },
    'An expression of this template',
  ],
  [
    'a `let` that spoils what it is worked out by',
    { let: '{ n: "__import__(\'json\').__dict__.clear()" }' },
    'An expression of this template',
  ],
  [
    'a condition without an end',
    { where: 'all(True for _ in iter(int, 1))' },
    'An expression of this template takes too long',
  ],
  [
    'a number too long to be written',
    { explain: '"{{10 ** 5000}} is more than anybody can read."' },
    'fails: ValueError',
  ],
  [
    'params of billions of draws, none of which will do',
    {
      params: `{ ${Array.from({ length: 12 }, (_, i) => `p${i}: { range: [1, 9999] }`).join(', ')}, first: [1], start: [1], stop: [9] }`,
      where: 'p0 + p1 < 0',
    },
    'No draw meets `where`',
  ],
  [
    'a param named by the language',
    { params: '{ class: [1], first: [1, 2], start: [1, 2], stop: [7, 8] }', where: 'class > 0' },
    'fails: SyntaxError',
  ],
  [
    'a param named __proto__',
    { params: '{ __proto__: [1], first: [1, 2], start: [1, 2], stop: [7, 8] }', where: 'stop == start' },
    'No draw meets',
  ],
  [
    'a `let` named constructor that fails',
    { let: '{ constructor: 1 / 0 }' },
    '`let.constructor` fails: ZeroDivisionError',
  ],
  ['a stem of 100 kB', { stem: 'x'.repeat(100_000) }, 'This file has'],
  ['a stem of 50 kB', { stem: 'x'.repeat(50_000) }, '`stem` has 50,000 characters'],
  ['a stem made long by a placeholder', { stem: `"{{'x' * 100_000}}"` }, '`stem` has 100,000 characters'],
  ['braces without end', { stem: `'${'{{'.repeat(30_000)}'` }, '`stem` has'],
  [
    'misconceptions by the hundred',
    { misconceptions: `[${Array.from({ length: 300 }, (_, i) => `m${i}`).join(', ')}]` },
    'There are 300 misconceptions',
  ],
  [
    'misconceptions all held together',
    { misconceptions: `[[${Array.from({ length: 300 }, (_, i) => `m${i}`).join(', ')}]]` },
    '300 misconceptions are held together',
  ],
  [
    'aliases that blow up',
    { params: `{ a: &a [1, 2], b: &b [*a, *a, *a], c: &c [*b, *b, *b], first: [*c, *c] }` },
    'This is a YAML alias',
  ],
  [
    'lists in lists without end',
    { params: `{ first: ${'['.repeat(20_000)}${']'.repeat(20_000)} }` },
    'nested too deeply',
  ],
  [
    'lists in lists, a hundred deep',
    { params: `{ first: [${'['.repeat(300)}1${']'.repeat(300)}], start: [1], stop: [9] }` },
    'is none of Python',
  ],
  ['a tag of another language', { params: '!!js/function "function () {}"' }, 'params'],
];

test.each(texts)(
  '%s is refused in bounded time, and costs no other template anything',
  async (_name, fields, words) => {
    const problems = await buildBeside((file) => writeFileSync(file, templateText('hostile', fields)));
    expect(problems.join('\n')).toContain(words);
  },
);

const files: [name: string, write: (file: string) => void, words: string][] = [
  [
    'a file of 10 MB',
    (file) => writeFileSync(file, `id: ${'x'.repeat(10_000_000)}`),
    '1: This file has 10,000,004 bytes',
  ],
  [
    'a NUL byte',
    (file) => writeFileSync(file, `id: a\nstem: a\0b\n`),
    '2: Here is a character that nobody sees (U+0000)',
  ],
  ['bytes that are no text', (file) => writeFileSync(file, Buffer.from([0x69, 0x64, 0x3a, 0xff, 0xfe])), 'not UTF-8'],
  ['a folder in place of a file', (file) => mkdirSync(file), 'This is no file'],
  ['a link to nothing', (file) => symlinkSync('nowhere', file), 'a link to nothing'],
  ['a device', (file) => symlinkSync('/dev/zero', file), 'This is no file'],
  ['a pipe that nobody writes into', (file) => execFileSync('mkfifo', [file]), 'This is no file'],
  [
    'a field named __proto__',
    (file) => writeFileSync(file, `${templateText('hostile')}__proto__: { pool: exam }\n`),
    'There is no field `__proto__`',
  ],
  ['nothing at all', (file) => writeFileSync(file, ''), '1: '],
];

test.each(files)('%s is refused with its name, and the other templates are built', async (_name, write, words) => {
  expect((await buildBeside(write)).join('\n')).toContain(words);
});
