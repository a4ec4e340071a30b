import { writeFileSync } from 'node:fs';
import { BadPack, loadCompiledBank, loadPacks } from '@pyladder/bank';
import type { Item, Pool } from '@pyladder/exam';
import { UserError } from '../user-error.ts';
import { type BankFolders, findFolders } from './bank-folders.ts';
import type { ExportFormat } from './export-format-names.ts';
import { formatItems } from './export-formats.ts';
import { buildPools, specimenSeed } from './pool-builds.ts';

type ExportWishes = { pool: Pool; format: ExportFormat; seed?: string; output?: string };

/** Writes the items of a pool with their truth. The exam pool is built for this; it is never stored in the clone. */
export async function exportBank({ pool, format, seed, output }: ExportWishes): Promise<void> {
  const folders = findFolders();
  if (pool === 'practice' && seed !== undefined)
    throw new UserError('The practice bank has one seed, in pack.yaml. Leave --seed out.');
  if (seed === '') throw new UserError('The seed is empty. Write --seed WORDS, or leave it out.');
  if (format === 'qti3' && output === undefined && process.stdout.isTTY)
    throw new UserError('A QTI package is an archive, which a terminal cannot show. Write --output FILE.zip.');
  const items = pool === 'practice' ? loadCompiledBank(folders.practice) : await buildExam(folders, seed);
  const { bytes, leftOut } = formatItems(items, format);
  if (leftOut > 0)
    process.stderr.write(`${leftOut} of ${items.length} items have no like in this format and were left out.\n`);
  if (output === undefined) process.stdout.write(bytes);
  else writeOutput(output, bytes);
}

function writeOutput(output: string, bytes: Uint8Array): void {
  try {
    writeFileSync(output, bytes);
  } catch (error) {
    throw new UserError(`${output} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

async function buildExam(folders: BankFolders, seed: string | undefined): Promise<Item[]> {
  if (seed === undefined) {
    process.stderr.write('Drawn from the public specimen seed: no installation gives exams from these variants.\n');
  }
  const { packs } = loadPacks(folders.pack, folders.extra);
  // Only the public seed's items may be kept between runs: those of a secret seed would lie on disk in the clear.
  const [build] = await buildPools(folders, [
    { packs, pool: 'exam', seed: seed ?? specimenSeed, reuse: seed === undefined },
  ]);
  if (build === undefined || build.problems.length > 0) throw new BadPack(build?.problems ?? []);
  return build.items;
}
