import { BadPack, loadCompiledBank, loadPacks } from '@pyladder/bank';
import type { Item, Pool } from '@pyladder/exam';
import { UserError } from '../user-error.ts';
import { type BankFolders, findFolders } from './bank-folders.ts';
import { buildPools, specimenSeed } from './pool-builds.ts';

/** Prints the items of a pool with their truth. The exam pool is built for this; it is never stored in the clone. */
export async function exportBank({ pool, seed }: { pool: Pool; seed?: string }): Promise<void> {
  const folders = findFolders();
  if (pool === 'practice' && seed !== undefined)
    throw new UserError('The practice bank has one seed, in pack.yaml. Leave --seed out.');
  if (seed === '') throw new UserError('The seed is empty. Write --seed WORDS, or leave it out.');
  const items = pool === 'practice' ? loadCompiledBank(folders.practice) : await buildExam(folders, seed);
  process.stdout.write(items.map((item) => `${JSON.stringify(toExportLine(item))}\n`).join(''));
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

/** What other programs are promised of an item. */
function toExportLine(item: Item) {
  const { hash, template, pool, credential, section, objective, kind, stem, code, stdin, options, python, needs } =
    item;
  return {
    id: hash,
    template,
    pool,
    credential,
    section,
    objective,
    kind,
    stem,
    code,
    stdin,
    options: options.map(({ text, key, misconceptions }) => ({
      text,
      key,
      misconceptions: [...new Set(misconceptions.flat())].sort(),
    })),
    python,
    needs,
  };
}
