import { randomUUID } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../process/made-folder.ts';

/**
 * The text of a secret file, written by `make` if there is none yet. It appears whole or not at all, readable by this
 * account only; of several that make it at once, all get the one that was first.
 */
export async function readOrMakeSecretFile(path: string, make: () => Promise<string>): Promise<string> {
  const known = await readIfThere(path);
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
  return readFile(path, 'utf8');
}

async function readIfThere(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(unlessCode('ENOENT'));
  return text ?? null;
}

/** Lets one expected failure pass; any other goes on its way. */
function unlessCode(code: string): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof Error && 'code' in error && error.code === code)) throw error;
  };
}
