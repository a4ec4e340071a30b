import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { room, root } from './consumer.ts';
import { nameTest, type Outcome } from './outcomes.ts';
import { listTestFiles } from './room-files.ts';

const run = promisify(execFile);
const child = fileURLToPath(new URL('./in-node.child.ts', import.meta.url));
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

/** Runs tests of psychometrics on the package in a consumer's folder, in Node: all of them, or these files. */
export function runInNode(consumer: string, files: readonly string[] = listTestFiles()): Promise<Outcome[]> {
  return readReport((report) => [child, consumer, report, ...files]);
}

/** The names of all tests that `npm test` runs on the source of psychometrics. */
export async function listTests(): Promise<string[]> {
  const listed = await readReport<{ file: string; name: string }[]>((report) => [
    ...[vitest, 'list', '--project', 'rules', '--no-static-parse', `--json=${report}`],
    'psychometrics/',
  ]);
  return listed.map(({ file, name }) => nameTest(relative(room, file), name)).toSorted();
}

/** Runs a program with the name of a file in which it leaves a report. */
async function readReport<T>(program: (report: string) => string[]): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pyladder-report-'));
  try {
    const report = join(folder, 'report.json');
    await run(process.execPath, program(report), { cwd: root, maxBuffer: 2 ** 28 });
    return JSON.parse(await readFile(report, 'utf8'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
