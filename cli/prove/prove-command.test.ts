import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runCommandLine, startCommand } from '../testing/given-clone.ts';

/** Each command is a process that starts eight Pythons of its own. */
vi.setConfig({ testTimeout: 600_000 });

function givenFiles(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pyladder-prove-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const right = '::right::What does print(1 + 1) print? {=2 ~3}\n';
const wrong = '::wrong::What does this print?\nx \\= [1]\nx.append(2)\nprint(x)\n{=[1] ~[1, 2] ~[2]}\n';

test('a wrong key is shown with its place, its program, what Python does and the option that says so; the exit code tells', async () => {
  const folder = givenFiles({ 'a.gift': `${right}\n${wrong}` });
  const { code, stdout } = await runCommandLine(folder, 'prove', 'a.gift');
  expect(code).toBe(1);
  expect(stdout).toContain(
    'a.gift:3: CONTRADICTED. wrong\n    program:\n      x = [1]\n      x.append(2)\n      print(x)\n    Python: [1, 2]\n    key: A: [1]\n    Right is B: [1, 2]\n',
  );
  expect(stdout).toMatch(/^2 questions in 1 file: 1 confirmed, 1 contradicted, 0 undecided\.$/m);
  expect(stdout).not.toContain('a.gift:1');
});

test('folders are searched, broken files cost one line each, and the rest goes on', async () => {
  const folder = givenFiles({
    'bank/one/a.gift': right,
    'bank/one/b.xml': '<quiz><question',
    'bank/two/c.txt': 'no quiz at all',
    'bank/two/d.md': '',
    'bank/two/e.png': 'x',
    'bank/f.zip': Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]),
    'bank/g.gift': Uint8Array.from([0, 1, 2, 3]),
  });
  const { code, stdout, stderr } = await runCommandLine(folder, 'prove', '--all', 'bank');
  expect(code).toBe(0);
  expect(stdout).toContain('bank/one/a.gift:1: confirmed. right');
  expect(stdout).toContain(
    '1 question in 6 files: 1 confirmed, 0 contradicted, 0 undecided. 5 places could not be read.',
  );
  expect(stderr.trimEnd().split('\n')).toHaveLength(5);
});

test('--json gives an object a line, with all that a program needs, and the summary stays out of it', async () => {
  const folder = givenFiles({ 'a.gift': `${right}\n${wrong}\n::open::Why? {}\n` });
  const { code, stdout, stderr } = await runCommandLine(folder, 'prove', '--json', 'a.gift');
  expect(code).toBe(1);
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    {
      file: 'a.gift',
      line: 1,
      format: 'gift',
      name: 'right',
      options: ['2', '3'],
      keys: [0],
      program: 'print(1 + 1)',
      verdict: 'confirmed',
      truth: '2',
    },
    { name: 'wrong', verdict: 'contradicted', truth: '[1, 2]', option: 1 },
    { name: 'open', verdict: 'undecided', reason: 'not-a-choice', program: null },
  ]);
  expect(stderr).toContain('3 questions');
});

test("what a stranger's file says cannot move the cursor or colour the terminal", async () => {
  const folder = givenFiles({
    'a.gift': `::\u001b[2Jname\u202e::What does print("\u001b[31m") print? {=x\u001b]0;t\u0007 ~y}\n`,
  });
  const { stdout, stderr } = await runCommandLine(folder, 'prove', '--all', 'a.gift');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('Ctrl-C ends with 130 at once and keeps what was proven', async () => {
  const endless = Array.from(
    { length: 40 },
    (_, i) => `::${i}::What is the output?\nn \\= ${i}\nwhile True\\:\n    n +\\= 1\n{=1 ~2}\n`,
  ).join('\n');
  const { child, finished } = startCommand(givenFiles({ 'a.gift': endless }), 'prove', 'a.gift');
  setTimeout(() => child.kill('SIGINT'), 6000);
  const { code, stdout, stderr } = await finished;
  expect(code).toBe(130);
  expect(stderr).toContain('Interrupted; the rest was not proven.');
  expect(stdout).toMatch(/questions? in 1 file/);
});

test.each([
  [['prove'], 'missing required argument'],
  [['prove', 'nowhere.gift'], 'nowhere.gift does not exist.'],
  [['prove', '.'], 'There is no quiz'],
  [['prove', '--loud', 'a.gift'], "unknown option '--loud'"],
])('a misused command says what it takes: %j', async (words, expected) => {
  const { code, stderr } = await runCommandLine(givenFiles({ 'a.png': 'x' }), ...words);
  expect(code).toBe(2);
  expect(stderr).toContain(expected);
  expect(stderr).not.toContain('    at ');
});
