import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const root = dirname(dirname(import.meta.dirname));
const command = join(root, 'cli', 'bin', 'pyladder.mjs');

const sumOverRange = `id: pcep.flow-control.sum-over-range
objective: for-loops
pool: practice
kind: output
code: |
  total = {{first}}
  for number in range({{start}}, {{stop}}, 2):
      total += number
  print(total)
params: { first: [10, 20], start: [1, 2], stop: [7, 8, 9, 10] }
where: (stop - start) % 2 == 0
misconceptions: [range-stop-inclusive, range-step-ignored, range-start-exclusive, accumulator-overwritten]
difficulty: 0.7
explain: The range stops before {{stop}}, and every number in it is added to {{first}}.
variants: 3
`;

/** A clone of the project with two templates, one for each pool. */
export function givenClone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pyladder-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const pack = join(folder, 'packs', 'python-ladder');
  const items = join(pack, 'pcep', 'flow-control', 'items');
  mkdirSync(items, { recursive: true });
  for (const file of ['pack.yaml', 'ladder.yaml']) cpSync(join(root, 'packs', 'python-ladder', file), join(pack, file));
  writeFileSync(join(items, 'sum-over-range.yaml'), sumOverRange);
  const exam = sumOverRange
    .replace('sum-over-range', 'product')
    .replace('practice', 'exam')
    .replaceAll('number', 'value');
  writeFileSync(join(items, 'product.yaml'), exam);
  return folder;
}

/** What a command left behind. */
export type Finished = { code: number | null; stdout: string; stderr: string };

/** The real command as a process. */
export function startCommand(folder: string, ...words: string[]): { child: ChildProcess; finished: Promise<Finished> } {
  return startWith('pipe', folder, words);
}

/** Runs the real command to its end, its output going where a file descriptor leads. */
export function runInto(output: number, folder: string, ...words: string[]): Promise<Finished> {
  return startWith(output, folder, words).finished;
}

function startWith(stdout: 'pipe' | number, folder: string, words: readonly string[]) {
  const child = spawn(process.execPath, [command, ...words], {
    cwd: folder,
    env: { ...process.env, EXAM_PACKS_DIR: '' },
    stdio: ['ignore', stdout, 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (output.stdout += chunk));
  child.stderr?.on('data', (chunk) => (output.stderr += chunk));
  const finished = new Promise<Finished>((resolve) => child.on('close', (code) => resolve({ code, ...output })));
  return { child, finished };
}

/** Runs the real command to its end. */
export function runCommandLine(folder: string, ...words: string[]): Promise<Finished> {
  return startCommand(folder, ...words).finished;
}
