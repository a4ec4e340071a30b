import { randomUUID } from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartFault } from '../process/faults.ts';
import { makeFolder } from '../process/made-folder.ts';

/** Rights of anybody but the owner. */
const OTHERS = 0o077;

/**
 * The text of a secret file, written by `make` if there is none yet. It appears whole or not at all, readable by this
 * account only; of several that make it at once, all get the one that was first.
 *
 * @throws StartFault key_file_open | key_file_unusable
 */
export async function readOrMakeSecretFile(path: string, make: () => Promise<string>): Promise<string> {
  const known = await readSecretFile(path);
  if (known !== null) return known;
  makeFolder(dirname(path), 0o700);
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(await make());
    await file.sync();
    await link(draft, path).catch(unlessCode('EEXIST'));
  } finally {
    await file.close();
    await rm(draft);
  }
  const made = await readSecretFile(path);
  if (made === null) throw new StartFault({ kind: 'key_file_unusable', file: path, reason: 'it was removed just now' });
  return made;
}

/**
 * The text of a secret file, or null if there is none.
 *
 * @throws StartFault key_file_open if others could read it; key_file_unusable if this account cannot
 */
export async function readSecretFile(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (codeOf(error) !== 'EACCES') return unlessCode('ENOENT')(error);
    const reason = 'this account may not read it';
    throw new StartFault({ kind: 'key_file_unusable', file: path, reason }, { cause: error });
  });
  if (file === undefined) return null;
  try {
    const status = await file.stat();
    const reason = 'it is not a file';
    if (!status.isFile()) throw new StartFault({ kind: 'key_file_unusable', file: path, reason });
    const mode = (status.mode & 0o777).toString(8);
    if ((status.mode & OTHERS) !== 0) throw new StartFault({ kind: 'key_file_open', file: path, mode });
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** Lets one expected failure pass; any other goes on its way. */
function unlessCode(code: string): (error: unknown) => undefined {
  return (error) => {
    if (codeOf(error) !== code) throw error;
  };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
