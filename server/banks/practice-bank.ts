import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { BadPack, loadCompiledBank } from '@pyladder/bank';
import type { Db } from '../deps.ts';
import { findDigestBySource } from './banks.queries.ts';
import { enforce, enforceAgain } from './enforcement.ts';

/**
 * Brings the compiled practice bank into the database and puts it in force; quick when it is in force already.
 *
 * @param folder of the compiled bank
 * @throws BadPack if there is none, or if a line of it was changed by hand
 */
export async function loadPracticeBank(db: Db, issuerId: string, folder: string): Promise<void> {
  if (!existsSync(folder)) throw noBank(folder);
  const source = await digestFolder(folder);
  const bank = { issuerId, pool: 'practice', source } as const;
  const known = await findDigestBySource(db, bank);
  if (known !== null) {
    await enforceAgain(db, bank, known);
    return;
  }
  const items = loadCompiledBank(folder);
  if (items.length === 0) throw noBank(folder);
  await enforce(db, bank, items);
}

function noBank(folder: string): BadPack {
  const [what, remedy] = ['There is no compiled practice bank here.', 'Build it: pyladder bank build.'];
  return new BadPack([{ file: folder, line: 1, column: 1, what, remedy }]);
}

/** Of the names and bytes of all files below a folder. */
async function digestFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const parts = await Promise.all(
    files.sort().map(async (file) => [relative(folder, file), hash('sha256', await readFile(file), 'hex')]),
  );
  return hash('sha256', JSON.stringify(parts), 'hex');
}
