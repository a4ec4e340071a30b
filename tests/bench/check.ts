import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const command = join(root, 'cli', 'bin', 'pyladder.mjs');
const changed = join('packs', 'python-ladder', 'pcep', 'flow-control', 'items', 'medal-by-points.yaml');

/**
 * What an author waits for at a commit that changes one template (`bank check --changed`), three times; and what CI waits
 * for that proves every template of both pools again (`bank check`). One JSON line.
 *
 * @throws if either finds anything wrong
 */
export default async function benchCheck(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pyladder-bench-'));
  try {
    givenClone(folder);
    appendFileSync(join(folder, changed), '# weighed again\n');
    const waits: number[] = [];
    for (let time = 0; time < 3; time++) waits.push(await measure(folder, ['bank', 'check', '--changed']));
    const everything = await measure(folder, ['bank', 'check']);
    const line = { changed_one_template_s: waits.map(round), everything_s: round(everything) };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A git repository with this one's templates as its only commit. */
function givenClone(folder: string): void {
  mkdirSync(join(folder, 'packs'));
  cpSync(join(root, 'packs', 'python-ladder'), join(folder, 'packs', 'python-ladder'), { recursive: true });
  const git = (...words: string[]) => execFileSync('git', words, { cwd: folder, stdio: 'ignore' });
  git('init');
  git('add', '.');
  git('-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', 'commit', '-m', 'templates');
}

/** Seconds that a command takes. */
async function measure(folder: string, words: readonly string[]): Promise<number> {
  const began = performance.now();
  const env = { ...process.env, EXAM_PACKS_DIR: '' };
  const child = spawn(process.execPath, [command, ...words], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`pyladder ${words.join(' ')} ended with ${code}`);
  return (performance.now() - began) / 1000;
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
