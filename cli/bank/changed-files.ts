import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { UserError } from '../user-error.ts';

/** Files of a folder that are not as in the last commit, by their full paths. */
export type ChangedFiles = {
  /** Changed or added, staged or not, and still there. */
  changed: string[];
  /** Files that git does not know yet. */
  unknown: string[];
};

/** The tree of no files, against which a first commit is compared. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** What changed in a folder of a git repository. @throws UserError */
export function findChangedFiles(folder: string): ChangedFiles {
  const hasCommit = isUnderstood(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  const base = hasCommit ? 'HEAD' : emptyTree;
  const diff = [
    'diff',
    '--name-only',
    '-z',
    '--relative',
    '--no-renames',
    '--no-ext-diff',
    '--diff-filter=d',
    base,
    '--',
    '.',
  ];
  return {
    changed: listPaths(folder, diff),
    unknown: listPaths(folder, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']),
  };
}

function listPaths(folder: string, words: readonly string[]): string[] {
  return runGit(folder, words)
    .split('\0')
    .filter((path) => path !== '')
    .map((path) => join(folder, path));
}

function runGit(folder: string, words: readonly string[]): string {
  try {
    return callGit(folder, words);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'ENOENT') throw new UserError('--changed needs git, which is not installed.');
    throw new UserError(`${folder} is in no git repository that can be read. Name the files to check instead.`);
  }
}

function isUnderstood(folder: string, words: readonly string[]): boolean {
  try {
    callGit(folder, words);
    return true;
  } catch (error) {
    if (error instanceof Error && 'status' in error) return false;
    throw error;
  }
}

function callGit(folder: string, words: readonly string[]): string {
  // A hook is called with variables that speak of the repository of the commit, relative to its root; the folder
  // may lie in another. Looking must not take the lock that the commit holds.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return execFileSync('git', [...words], {
    cwd: folder,
    env: { ...env, GIT_OPTIONAL_LOCKS: '0' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64_000_000,
  });
}
