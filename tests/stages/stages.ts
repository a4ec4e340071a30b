import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, runCommand } from './command.ts';
import { type Tally, tallyOfCheck, tallyOfVitest } from './tally.ts';

/** One part of `npm test`, in the order in which parts run. */
export type Stage = { name: string; what: string; run: () => Promise<{ tally: Tally; output: string }> };

/** Runs the rest of its line with a fresh server of Debian's PostgreSQL in TEST_DATABASE_URL. */
const onDebianPostgresql: Command = ['node', 'server/database/testing/with-debian-postgresql.ts'];

/** Vitest leaves a core to itself, which of two is half: what tests wait for is mostly in other processes. */
const everyCore = '--maxWorkers=100%';

export const stages: Stage[] = [
  checkStage('site', 'the site is built', ['node', 'web/build/build-if-stale.ts']),
  checkStage('types', 'tsc', ['tsc', '-b']),
  checkStage('style', 'biome', ['biome', 'check', '.']),
  checkStage('unused', 'knip', ['knip']),
  testStage('rules', 'rules of the exam, room borders', [...vitest('rules'), everyCore]),
  testStage('python', 'items and beliefs, run by CPython', [...vitest('python', 'bank'), everyCore]),
  checkStage('bank', 'every item of the bank, proven afresh', ['node', 'cli/main.ts', 'bank', 'check', '--all']),
  testStage('web', 'pages and exam room', [...vitest('web'), everyCore]),
  testStage('server', 'server on its own PostgreSQL', [...vitest('server'), everyCore]),
  testStage('server-15', "server on Debian's PostgreSQL 15", [...onDebianPostgresql, ...vitest('server'), everyCore]),
  testStage('journeys', 'whole journeys in Chromium', [...vitest('journeys'), everyCore]),
];

/** The tests of projects of vitest.config.ts. */
function vitest(...projects: string[]): Command {
  return ['node', 'node_modules/vitest/vitest.mjs', 'run', ...projects.flatMap((project) => ['--project', project])];
}

function checkStage(name: string, what: string, command: Command): Stage {
  const run = async () => {
    const { exitCode, output } = await runCommand(command);
    return { tally: tallyOfCheck(exitCode), output };
  };
  return { name, what, run };
}

function testStage(name: string, what: string, command: Command): Stage {
  const run = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pyladder-report-'));
    const report = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { exitCode, output } = await runCommand([...command, ...reporters]);
    const text = existsSync(report) ? readFileSync(report, 'utf8') : null;
    rmSync(folder, { recursive: true });
    return { tally: tallyOfVitest(text, exitCode), output };
  };
  return { name, what, run };
}
