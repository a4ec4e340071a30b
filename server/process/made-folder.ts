import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartFault } from './faults.ts';

/**
 * Makes a folder, and those above it, where they are missing.
 *
 * Node's own recursive `mkdir` never comes back from a file system that has a folder and refuses to make another in it
 * by saying that something is missing, as /proc does.
 *
 * @param mode of every folder that is made
 * @throws StartFault folder_not_writable if the place takes no folders; errors of the file system as they are
 */
export function makeFolder(folder: string, mode: number): void {
  if (tryToMake(folder, mode) !== 'missing') return;
  makeFolder(dirname(folder), mode);
  if (tryToMake(folder, mode) !== 'missing') return;
  const reason = `no folder can be made in ${dirname(folder)}`;
  throw new StartFault({ kind: 'folder_not_writable', folder, reason });
}

/** `missing`: the system misses something on the way there. */
function tryToMake(folder: string, mode: number): 'there' | 'missing' {
  try {
    mkdirSync(folder, { mode });
    return 'there';
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return 'missing';
    if (error.code === 'EEXIST' && statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return 'there';
    throw error;
  }
}
