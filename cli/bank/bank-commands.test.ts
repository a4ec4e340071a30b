import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { givenClone, runCommandLine, runInto } from '../testing/given-clone.ts';
import { UserError } from '../user-error.ts';
import { findFolders } from './bank-folders.ts';

/** Each command is a process that starts Pythons of its own: seconds, on a busy machine minutes. */
vi.setConfig({ testTimeout: 600_000 });

const pack = join('packs', 'python-ladder');
const compiled = join(pack, 'compiled', 'practice', 'pcep', 'flow-control.jsonl');
const template = join(pack, 'pcep', 'flow-control', 'items', 'sum-over-range.yaml');

function givenCompiled(clone: string, text: string): void {
  mkdirSync(dirname(join(clone, compiled)), { recursive: true });
  writeFileSync(join(clone, compiled), text);
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
}

test('what is built is what is checked, exported and counted, from any folder of a clone', async () => {
  const clone = givenClone();
  const built = await runCommandLine(join(clone, pack, 'pcep'), 'bank', 'build');
  expect(built).toMatchObject({ code: 0, stdout: '3 practice items; 1 file changed.\n' });
  expect(await runCommandLine(clone, 'bank', 'check')).toMatchObject({
    code: 0,
    stdout: 'All is well: 3 practice and 3 exam items proven.\n',
  });

  const lines = (await runCommandLine(clone, 'bank', 'export', '--pool', 'practice', '--format', 'jsonl')).stdout
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(3);
  for (const item of lines.map((line) => JSON.parse(line))) {
    expect(Object.keys(item)).toEqual([
      'id',
      'template',
      'pool',
      'credential',
      'section',
      'objective',
      'kind',
      'stem',
      'code',
      'stdin',
      'options',
      'python',
      'needs',
    ]);
    expect(item).toMatchObject({
      pool: 'practice',
      template: 'pcep.flow-control.sum-over-range',
      objective: 'for-loops',
      kind: 'output',
    });
    expect(item.options.filter(({ key }: { key: boolean }) => key)).toHaveLength(1);
    for (const option of item.options) expect(option.misconceptions).toEqual([...new Set(option.misconceptions)]);
  }

  const stats = JSON.parse((await runCommandLine(clone, 'bank', 'stats', '--json')).stdout);
  expect(stats.total).toEqual({ practice: { templates: 1, variants: 3 }, exam: { templates: 1, variants: 3 } });
  expect(stats.sections).toHaveLength(21);
  expect(stats.sections.find(({ section }: { section: string }) => section === 'flow-control').exam).toMatchObject({
    kinds: { output: 1 },
    difficulty: { mean: 0.7, lowest: 0.7, highest: 0.7 },
    objectives: { 'for-loops': 1, 'while-loops': 0 },
    reviewed: 0,
  });
  const table = (await runCommandLine(clone, 'bank', 'stats', '--forms', '3')).stdout;
  expect(table).toMatch(/pcep \/ flow-control +7 +1 +0 +3 +\.70 \(\.70–\.70\) +0\+ +1 +0 +3 +\.70/);
  expect(table).toMatch(/output +1 +1\n/);
  expect(table).toContain('flow-control, exam: 1 templates; 21 are wanted.');
  expect(table).toContain('3 forms, 3 failed: {"section":"basic-concepts","needed":4,"found":0}');
});

test('exam items are built for the export, say on what they stand, and stay out of the clone', async () => {
  const clone = givenClone();
  const open = await runCommandLine(clone, 'bank', 'export', '--pool', 'exam', '--format', 'jsonl');
  expect(open.stderr).toContain('no installation gives exams from these variants');
  expect(
    open.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).pool),
  ).toEqual(['exam', 'exam', 'exam']);
  const secret = await runCommandLine(
    clone,
    'bank',
    'export',
    '--pool',
    'exam',
    '--format',
    'jsonl',
    '--seed',
    'a secret',
  );
  expect(secret.stderr).not.toContain('no installation');
  expect(secret.stdout).not.toBe(open.stdout);
  expect(existsSync(join(clone, pack, 'compiled'))).toBe(false);
});

test('a compiled bank that is not what its templates give fails the check, which names the command that mends it', async () => {
  const clone = givenClone();
  givenCompiled(clone, '');
  const check = await runCommandLine(clone, 'bank', 'check');
  expect(check).toMatchObject({ code: 1, stdout: '' });
  expect(check.stderr).toContain(join('pcep', 'flow-control.jsonl'));
  expect(check.stderr).toContain('pyladder bank build');
});

test('a damaged bank is not exported, in no part', async () => {
  const clone = givenClone();
  givenCompiled(clone, '{}\n');
  const exported = await runCommandLine(clone, 'bank', 'export', '--pool', 'practice', '--format', 'jsonl');
  expect(exported).toMatchObject({ code: 1, stdout: '' });
  expect(exported.stderr).toContain(`${compiled}:1:1: This line is not an item`);
});

test('a bad template is refused with file, line and remedy, and nothing is written', async () => {
  const clone = givenClone();
  edit(join(clone, template), 'objective: for-loops', 'objective: loops');
  const build = await runCommandLine(clone, 'bank', 'build');
  expect(build.code).toBe(1);
  expect(build.stderr).toContain(
    `${template}:2:12: \`flow-control\` has no objective \`loops\`. Write one of conditionals, while-loops`,
  );
  expect(existsSync(join(clone, pack, 'compiled'))).toBe(false);
});

test('packs of the organisation that are no folder are told in one line', () => {
  expect(() => findFolders(givenClone(), import.meta.filename)).toThrow(UserError);
});

test('an author sees what every belief makes of a template, and which ids there are', async () => {
  const clone = givenClone();
  const shown = await runCommandLine(clone, 'bank', 'show', template);
  expect(shown.code).toBe(0);
  expect(shown.stdout).toMatch(/✓ \d+/);
  expect(shown.stdout).toMatch(/range-stop-inclusive +\d+/);
  expect(shown.stdout).toContain('3 of 3 variants');
  const listed = await runCommandLine(clone, 'bank', 'misconceptions', 'range');
  expect(listed.stdout).toMatch(/^range-stop-inclusive {2}/m);
});

test('a word that no belief has is said, and a script can tell it by the exit code', async () => {
  const { code, stdout, stderr } = await runCommandLine(givenClone(), 'bank', 'misconceptions', 'zzz');
  expect([code, stdout, stderr]).toEqual([1, '', 'No misconception has "zzz" in its id, belief or topics.\n']);
});

// The one place that is always full; not every system has it.
if (existsSync('/dev/full')) {
  test.each([[['bank', 'misconceptions']], [['bank', 'stats']], [['--help']]])(
    'a full disk is told in one line by %j, not taken for success or for a bug',
    async (words) => {
      const full = openSync('/dev/full', 'w');
      const { code, stderr } = await runInto(full, givenClone(), ...words);
      closeSync(full);
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /^Standard output cannot be written \(ENOSPC: [^\n]+\); what is there is not complete\.\n$/,
      );
    },
  );
}

test.each([
  [['bank', 'export', '--pool', 'both', '--format', 'jsonl'], 'practice or exam'],
  [['bank', 'export', '--pool', 'practice', '--format', 'jsonl', '--seed', 'x'], 'Leave --seed out'],
  [['bank', 'export', '--pool', 'exam', '--format', 'jsonl', '--seed', ''], 'The seed is empty'],
  [['bank', 'show', 'nowhere.yaml'], 'does not exist'],
  [['bank', 'show', 'packs/python-ladder/pack.yaml'], 'does not lie in'],
  [['bank', 'check', 'nowhere.yaml'], 'is no template of a pack'],
  [['bank', 'bild'], "unknown command 'bild'"],
])('a misused command says what it takes: %j', async (words, expected) => {
  const { code, stderr } = await runCommandLine(givenClone(), ...words);
  expect(code).toBe(2);
  expect(stderr).toContain(expected);
  expect(stderr).not.toContain('    at ');
});
