import { BadPack, loadPacks, writeCompiledBank } from '@pyladder/bank';
import { findFolders } from './bank-folders.ts';
import { writeProofs } from './native-proofs-file.ts';
import { buildPools, practiceSeedOf } from './pool-builds.ts';

/** Builds the practice bank; writes nothing unless every template passes. @throws BadPack */
export async function buildBank({ fresh }: { fresh: boolean }): Promise<void> {
  const folders = findFolders();
  const { packs } = loadPacks(folders.pack);
  const [build] = await buildPools(folders, [{ packs, pool: 'practice', seed: practiceSeedOf(packs), reuse: !fresh }]);
  if (build === undefined || build.problems.length > 0) throw new BadPack(build?.problems ?? []);
  const { changed } = writeCompiledBank(folders.practice, build.items);
  writeProofs(folders, build.native.proofs);
  const files = changed.length === 1 ? '1 file' : `${changed.length} files`;
  process.stdout.write(`${build.items.length} practice items; ${changed.length === 0 ? 'nothing' : files} changed.\n`);
}
