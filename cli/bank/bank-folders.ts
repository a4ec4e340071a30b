import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../user-error.ts';

/** Where things lie in a clone of the project. */
export type BankFolders = {
  /** The pack with the ladder. */
  pack: string;
  /** The compiled practice bank. */
  practice: string;
  cache: string;
  /** Packs of the organisation (`EXAM_PACKS_DIR`), or null. */
  extra: string | null;
};

/** The folders of the clone that the command was called in, or, from outside, of the one it belongs to. */
export function findFolders(
  from: string = process.cwd(),
  extra: string | undefined = process.env.EXAM_PACKS_DIR,
): BankFolders {
  const root = findRoot(from) ?? dirname(dirname(import.meta.dirname));
  const pack = join(root, 'packs', 'python-ladder');
  if (extra !== undefined && extra !== '' && !isFolder(extra)) {
    throw new UserError(`EXAM_PACKS_DIR names ${extra}, which is no folder. Create it, or leave the variable out.`);
  }
  return {
    pack,
    practice: join(pack, 'compiled', 'practice'),
    cache: join(root, '.cache', 'bank'),
    extra: extra === undefined || extra === '' ? null : resolve(extra),
  };
}

function findRoot(folder: string): string | null {
  if (existsSync(join(folder, 'packs', 'python-ladder', 'pack.yaml'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : findRoot(parent);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
