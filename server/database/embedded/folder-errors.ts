import { StartFault } from '../../process/faults.ts';

/** Room that a new cluster takes, with its first write-ahead log and the copied programs. */
export const NEEDED_MEGABYTES = 200;

const FULL = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/;
const NOT_WRITABLE = /EACCES|EPERM|EROFS|ENOTDIR|EEXIST|Permission denied|Read-only file system|Not a directory/;

/** What an error of the file system, or the words of a PostgreSQL program, mean for the data folder; null: nothing known. */
export function readFolderFault(folder: string, words: string): StartFault | null {
  if (FULL.test(words)) return new StartFault({ kind: 'folder_full', folder, neededMegabytes: NEEDED_MEGABYTES });
  if (NOT_WRITABLE.test(words))
    return new StartFault({ kind: 'folder_not_writable', folder, reason: lastComplaint(words) });
  return null;
}

/** Runs work on the data folder and turns a full or read-only disk into a fault; other errors pass unchanged. */
export async function withFolderFaults<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StartFault || !(error instanceof Error)) throw error;
    throw readFolderFault(folder, error.message) ?? error;
  }
}

/** The last line in which a PostgreSQL program complains, without its time stamp; the last line when none does. */
export function lastComplaint(words: string): string {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const complaint =
    lines.findLast((line) => /(FATAL|PANIC|ERROR|error|could not)/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return complaint
    .replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '')
    .replace(/\.$/, '')
    .trim();
}
