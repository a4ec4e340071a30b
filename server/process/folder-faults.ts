import { relative } from 'node:path';
import { StartFault } from './faults.ts';

/** Room that a new cluster takes, with its first write-ahead log and the copied programs. */
export const NEEDED_MEGABYTES = 200;

const FULL_CODES: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
/** PostgreSQL's `disk_full`. */
const DATABASE_FULL = '53100';
const NOT_WRITABLE_CODES: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);

const FULL_WORDS = /No space left on device|Disk quota exceeded/;
const NOT_WRITABLE_WORDS = /Permission denied|Read-only file system|Not a directory/;

/**
 * Runs work on a folder and turns a full or read-only disk into a fault; other errors pass unchanged.
 *
 * @param database whether the database's own files lie in the folder, so that its being full is the folder's
 */
export async function withFolderFaults<T>(
  folder: string,
  work: () => T | Promise<T>,
  database: 'inside' | 'elsewhere' = 'inside',
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw readFolderError(folder, database, error) ?? error;
  }
}

function readFolderError(folder: string, database: 'inside' | 'elsewhere', error: unknown): StartFault | null {
  if (error instanceof StartFault || !(error instanceof Error) || !('code' in error)) return null;
  // An error about a place outside the folder says nothing about the folder.
  if ('path' in error && relative(folder, String(error.path)).startsWith('..')) return null;
  const code = String(error.code);
  if (FULL_CODES.has(code) || (code === DATABASE_FULL && database === 'inside')) return full(folder, error);
  return NOT_WRITABLE_CODES.has(code) ? notWritable(folder, code, error) : null;
}

/** What the words of a PostgreSQL program mean for the folder it works in; null: nothing known. */
export function readFolderWords(folder: string, words: string): StartFault | null {
  if (FULL_WORDS.test(words)) return full(folder);
  return NOT_WRITABLE_WORDS.test(words) ? notWritable(folder, lastComplaint(words)) : null;
}

/** The last line in which a PostgreSQL program complains, without its level; the last line when none does. */
export function lastComplaint(words: string): string {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const complaint =
    lines.findLast((line) => /FATAL|PANIC|ERROR|error|could not/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return complaint
    .replace(/^.*?(FATAL|PANIC|ERROR|LOG|error):\s*/, '')
    .replace(/\.$/, '')
    .trim();
}

function full(folder: string, cause?: Error): StartFault {
  return new StartFault({ kind: 'folder_full', folder, neededMegabytes: NEEDED_MEGABYTES }, { cause });
}

function notWritable(folder: string, reason: string, cause?: Error): StartFault {
  return new StartFault({ kind: 'folder_not_writable', folder, reason }, { cause });
}
