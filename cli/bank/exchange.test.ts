import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { givenClone, runCommandLine } from '../testing/given-clone.ts';

vi.setConfig({ testTimeout: 600_000 });

const items = join('packs', 'python-ladder', 'pcep', 'flow-control', 'items');

test.each(['gift', 'moodle-xml', 'qti3'])(
  'practice items exported as %s are proven right by the checker for anyone’s quiz',
  async (format) => {
    const clone = givenClone();
    expect(await runCommandLine(clone, 'bank', 'build')).toMatchObject({ code: 0 });
    const file = `out.${format === 'gift' ? 'gift' : format === 'qti3' ? 'zip' : 'xml'}`;
    expect(
      await runCommandLine(clone, 'bank', 'export', '--pool', 'practice', '--format', format, '--output', file),
    ).toMatchObject({ code: 0, stdout: '' });
    const { code, stdout } = await runCommandLine(clone, 'prove', file);
    expect(stdout).toBe('3 questions in 1 file: 3 confirmed, 0 contradicted, 0 undecided.\n');
    expect(code).toBe(0);
  },
);

test('confirmed questions become templates that pass the gates and name source and licence; the others are listed with their reasons', async () => {
  const clone = givenClone();
  const quiz = [
    '::Running total::What does this program print?\ntotal \\= 0\nfor number in range(1, 5)\\:\n    total +\\= number\nprint(total)\n{=10 ~15 ~4 ~6####range(1, 5) stops before 5, so 1, 2, 3 and 4 are added.}\n',
    '::Wrong::What does print(1) print? {=2 ~1}\n',
    '::Value::What is the value of 7 // 2? {=3 ~4}\n',
    '::Style::What does this print?\nx\\=1;print( x )\n{=1 ~2}\n',
  ];
  writeFileSync(join(clone, 'quiz.gift'), quiz.join('\n'));
  const wishes = [
    '--into',
    items,
    '--objective',
    'for-loops',
    '--license',
    'CC-BY-4.0',
    '--source',
    'https://example.org/quiz',
  ];
  const { code, stdout } = await runCommandLine(clone, 'bank', 'import', 'quiz.gift', ...wishes);
  expect(code).toBe(0);
  expect(stdout).toContain(`quiz.gift:1: written to ${join(items, 'running-total.yaml')}`);
  expect(stdout).toMatch(/quiz\.gift:\d+: left out\. Its key is not confirmed\./);
  expect(stdout).toMatch(/left out\. It does not ask what a program prints\./);
  expect(stdout).toMatch(/1 written, 3 left out\./);
  const text = readFileSync(join(clone, items, 'running-total.yaml'), 'utf8');
  expect(text).toContain('licence: CC-BY-4.0');
  expect(text).toContain('source: https://example.org/quiz');
  expect(text).toContain('range(1, 5) stops before 5');
  expect(await runCommandLine(clone, 'bank', 'check', join(items, 'running-total.yaml'))).toMatchObject({ code: 0 });
  await runCommandLine(clone, 'bank', 'import', 'quiz.gift', ...wishes);
  expect(readdirSync(join(clone, items))).toContain('running-total-2.yaml');
  expect(readFileSync(join(clone, items, 'running-total.yaml'), 'utf8')).toBe(text);
});

test.each([
  [['--into', '.', '--objective', 'for-loops', '--license', 'CC0'], 'no items folder'],
  [['--into', items, '--objective', 'nothing', '--license', 'CC0'], 'has no objective nothing'],
  [['--into', items, '--objective', 'for-loops', '--license', ' '], 'licence is empty'],
  [['--into', items, '--objective', 'for-loops', '--license', 'CC0', '--source', 'here'], 'no address'],
  [['--into', items, '--objective', 'for-loops'], '--license'],
])('an import that does not say where to or whose it is does not begin: %j', async (words, expected) => {
  const clone = givenClone();
  mkdirSync(join(clone, 'q'));
  writeFileSync(join(clone, 'q', 'a.gift'), '::a::What does print(1) print? {=1 ~2}\n');
  const { code, stderr } = await runCommandLine(clone, 'bank', 'import', 'q', ...words);
  expect(code).toBe(2);
  expect(stderr).toContain(expected);
});
