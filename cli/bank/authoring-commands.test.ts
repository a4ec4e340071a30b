import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { givenClone, runCommandLine } from '../testing/given-clone.ts';

/** Each command is a process that starts Pythons of its own: seconds, on a busy machine minutes. */
vi.setConfig({ testTimeout: 600_000 });

const items = join('packs', 'python-ladder', 'pcep', 'flow-control', 'items');
const template = join(items, 'sum-over-range.yaml');

const program = `numbers = [3, 4, 5, 6]
total = 0
for place in range(1, 3):
    total += numbers[place] // 2
print(total)
print(numbers[1:3])
`;

/** A clone with what lies in it committed. */
function givenRepository(): string {
  const clone = givenClone();
  git(clone, 'init', '--quiet');
  git(clone, 'add', '.');
  commit(clone);
  return clone;
}

function commit(clone: string): void {
  git(clone, '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', 'a');
}

function git(folder: string, ...words: string[]): void {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  execFileSync('git', words, { cwd: folder, env, stdio: 'pipe' });
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
}

test('a template made of a program passes every gate as it is, and is never written over', async () => {
  const clone = givenClone();
  writeFileSync(join(clone, 'halves.py'), program);
  const words = ['bank', 'new', 'pcep.flow-control.halves', '--objective', 'for-loops', '--from', 'halves.py'];
  const made = await runCommandLine(clone, ...words);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toContain(`${join(items, 'halves.yaml')} is written`);
  expect(made.stdout).toContain('pyladder bank explain pcep.flow-control.halves');
  const text = readFileSync(join(clone, items, 'halves.yaml'), 'utf8');
  expect(text).toMatch(/^objective: for-loops$/m);
  expect(text).toMatch(/^ {2}- range-stop-inclusive/m);

  const explained = await runCommandLine(clone, 'bank', 'explain', 'pcep.flow-control.halves');
  expect(explained.code).toBe(0);
  expect(explained.stdout).toContain('CPython 3.11, 3.12, 3.13, 3.14 under hash seeds 0 and 1');
  expect(explained.stdout).toContain('Every gate is passed.');
  for (const line of explained.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  expect(explained.stdout).not.toContain('\u001b');

  expect(await runCommandLine(clone, ...words)).toMatchObject({ code: 2, stdout: '' });
  expect(readFileSync(join(clone, items, 'halves.yaml'), 'utf8')).toBe(text);
});

test('a new template without a program goes to the objective that has fewest, and says which others there are', async () => {
  const clone = givenClone();
  const made = await runCommandLine(clone, 'bank', 'new', 'pcep.flow-control.to-be-written', '--pool', 'exam');
  expect(made.code).toBe(0);
  expect(made.stdout).toContain('The objective is conditionals');
  expect(readFileSync(join(clone, items, 'to-be-written.yaml'), 'utf8')).toMatch(
    /^objective: conditionals {2}# or while-loops, for-loops, loop-control, nested-loops\npool: exam$/m,
  );
  const checked = await runCommandLine(clone, 'bank', 'check', join(items, 'to-be-written.yaml'));
  expect(checked.code).toBe(1);
  expect(checked.stderr).toContain('The explanation is too short');
});

test('the answers that a program invites are ranked for people and for programs', async () => {
  const clone = givenClone();
  const { code, stdout } = await runCommandLine(clone, 'bank', 'propose', 'pcep.flow-control.sum-over-range');
  expect(code).toBe(0);
  expect(stdout).toContain('range-stop-inclusive (named)');
  expect(stdout).toMatch(/^misconceptions: \[[a-z-]+(, [a-z-]+)*\]$/m);
  const json = JSON.parse((await runCommandLine(clone, 'bank', 'propose', template, '--json')).stdout);
  expect(json.answers[0].weight).toBeGreaterThanOrEqual(json.answers[1].weight);
});

test('an explanation for programs holds every run, and the draw as names with values', async () => {
  const explained = await runCommandLine(givenClone(), 'bank', 'explain', template, '--variant', '2', '--json');
  const { variant, rendered, proof, fates } = JSON.parse(explained.stdout);
  expect(variant).toBe(2);
  expect(Object.keys(rendered.draw)).toEqual(['first', 'start', 'stop']);
  expect(proof).toHaveLength(8);
  expect(fates.map(({ beliefs }: { beliefs: string[] }) => beliefs)).toContainEqual(['range-step-ignored']);
});

test('before a commit only what it changes is judged, staged or not, with file, line and remedy', async () => {
  const clone = givenRepository();
  const check = () => runCommandLine(clone, 'bank', 'check', '--changed');
  expect(await check()).toMatchObject({ code: 0, stdout: 'No template differs from the last commit.\n' });

  edit(join(clone, template), 'difficulty: 0.7', 'difficulty: 0.65');
  expect(await check()).toMatchObject({ code: 0, stdout: 'All is well with 1 template.\n' });

  edit(join(clone, template), 'range-step-ignored', 'range-step-ignord');
  git(clone, 'add', '.');
  const bad = await check();
  expect(bad).toMatchObject({ code: 1, stdout: '' });
  expect(bad.stderr).toContain(`${template}:12:40: There is no misconception \`range-step-ignord\`. Did you mean`);
});

test('what the program prints on one version only is found before the commit, too', async () => {
  const clone = givenRepository();
  edit(join(clone, template), '  print(total)\n', '  import sys\n  print(total + sys.version_info[1])\n');
  const { code, stderr } = await runCommandLine(clone, 'bank', 'check', '--changed');
  expect(code).toBe(1);
  expect(stderr).toContain('does not do the same on CPython 3.11 under hash seed 1 as on 3.14 under 0');
});

test('the hook of the documents keeps a bad template out of the repository and lets a good one in', async () => {
  const clone = givenRepository();
  const hook = join(clone, '.git', 'hooks', 'pre-commit');
  const command = join(import.meta.dirname, '..', 'bin', 'pyladder.mjs');
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'authoring.md'), 'utf8');
  const [, lines] = /```sh\n(#!\/bin\/sh\n.+?)```/s.exec(text) ?? [];
  expect(lines).toContain('npx pyladder bank check --changed');
  writeFileSync(hook, lines?.replace('npx pyladder', `'${process.execPath}' '${command}'`) ?? '', { mode: 0o755 });
  edit(join(clone, template), 'variants: 3', 'variants: 99');
  git(clone, 'add', '.');
  expect(() => commit(clone)).toThrow('of 99 variants can be built');
  edit(join(clone, template), 'variants: 99', 'variants: 4');
  git(clone, 'add', '.');
  commit(clone);
});

test('a template that git does not know is named, a first commit is compared with nothing, a removed one is no matter', async () => {
  const clone = givenClone();
  git(clone, 'init', '--quiet');
  const unknown = await runCommandLine(clone, 'bank', 'check', '--changed');
  expect(unknown.stderr).toContain(`${template} is not known to git yet and was not checked.`);
  git(clone, 'add', '.');
  expect((await runCommandLine(clone, 'bank', 'check', '--changed')).stdout).toBe('All is well with 2 templates.\n');
  commit(clone);
  rmSync(join(clone, template));
  expect((await runCommandLine(clone, 'bank', 'check', '--changed')).stdout).toContain('No template differs');
});

test.each([
  ['while True:\n    pass\n', ':1:1: This program does not end'],
  ['x = (1\n', ":1:1: This program is not Python: '(' was never closed."],
  ['print(1 / 0)\n', ':1:1: This program stops with ZeroDivisionError: division by zero.'],
])('a program that no item can be made of is told in one line, and leaves no file: %j', async (code, expected) => {
  const clone = givenClone();
  writeFileSync(join(clone, 'bad.py'), code);
  for (const words of [
    ['propose', 'bad.py'],
    ['new', 'pcep.flow-control.bad', '--from', 'bad.py'],
  ]) {
    const { code: exit, stdout, stderr } = await runCommandLine(clone, 'bank', ...words);
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`bad.py${expected}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  }
  expect(existsSync(join(clone, items, 'bad.yaml'))).toBe(false);
});

test.each([
  [['explain', 'pcep.flow-control.sum-over-rnage'], 'Did you mean pcep.flow-control.sum-over-range'],
  [['explain', 'pcep.nothing.like-it'], 'There is no template pcep.nothing.like-it.'],
  [['explain', 'packs'], 'packs is a folder'],
  [['explain', 'packs/python-ladder/ladder.yaml'], 'is no template'],
  [['explain', '../elsewhere.yaml'], 'does not exist'],
  [['explain', 'pcep.flow-control.sum-over-range', '--variant', '0'], 'whole number above 0'],
  [['propose', 'nowhere.py'], 'nowhere.py does not exist'],
  [['new', 'sum'], 'An id is <credential>.<section>.<name>'],
  [['new', 'pcep.flow-control.Sum'], 'lower-case words'],
  [['new', 'pcep.flow-control...'], 'is no id'],
  [['new', 'pcpe.flow-control.sum'], 'Did you mean pcep'],
  [['new', 'pcep.flow-contol.sum'], 'Did you mean flow-control'],
  [['new', 'pcep.flow-control.sum', '--objective', 'loops'], 'Did you mean for-loops'],
  [['new', 'pcep.flow-control.product'], 'exists already'],
  [['check', '--changed'], 'in no git repository'],
  [['check', '--changed', 'packs'], 'Name files, or write --changed'],
])('an author who errs is told what to write: %j', async (words, expected) => {
  const { code, stdout, stderr } = await runCommandLine(givenClone(), 'bank', ...words);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(expected);
  expect(stderr).not.toContain('    at ');
});
