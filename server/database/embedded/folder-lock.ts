import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartFault } from '../../process/faults.ts';

export type FolderLock = { release: () => void };

const SQLITE_BUSY = 5;

/**
 * Makes this process the only owner of a data folder until it releases it or ends, however it ends.
 *
 * A file with a process id in it would outlive a killed owner, and Node offers no file locks; SQLite's exclusive lock is
 * the kernel's own, which nobody can leave behind. Nothing is ever stored in that file.
 *
 * @throws StartFault folder_in_use; errors of the file system as they are
 */
export function lockFolder(folder: string): FolderLock {
  const ownerFile = join(folder, 'owner');
  const file = openLockFile(folder);
  try {
    file.exec('PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (sqliteCode(error) !== SQLITE_BUSY) throw error;
    throw new StartFault({ kind: 'folder_in_use', folder, owner: readOwner(ownerFile) });
  }
  try {
    writeFileSync(ownerFile, `process ${process.pid}`);
  } catch (error) {
    file.close();
    throw error;
  }
  return { release: () => file.close() };
}

/** SQLite tells little of why a file cannot be opened, so the file system is asked first. */
function openLockFile(folder: string): DatabaseSync {
  const path = join(folder, 'lock');
  // Not opened when it exists: to close it again would drop a lock that this process may hold on it.
  if (existsSync(path)) accessSync(path, constants.W_OK);
  else closeSync(openSync(path, 'a'));
  return new DatabaseSync(path);
}

/** The new owner may not have written its name yet; only the lock itself decides. */
function readOwner(ownerFile: string): string {
  try {
    return readFileSync(ownerFile, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'which is just starting';
    throw error;
  }
}

function sqliteCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : null;
}
