import { resolve } from 'node:path';
import {
  BadPack,
  findDifferences,
  findRulesOfThumb,
  loadPacks,
  type Pack,
  type PoolBuild,
  type Problem,
  readPacks,
} from '@pyladder/bank';
import { unprovenProblem } from '@pyladder/bank/native';
import { exitCodes } from '../run-command.ts';
import { UserError } from '../user-error.ts';
import { type BankFolders, findFolders } from './bank-folders.ts';
import { checkChanged } from './check-changed.ts';
import { areProofsStale } from './native-proofs-file.ts';
import { buildPools, practiceSeedOf, specimenSeed } from './pool-builds.ts';

/** Proves and judges everything, or some templates, without leaning on earlier builds. @throws BadPack */
export async function checkBank(files: string[], { changed, all }: { changed: boolean; all: boolean }): Promise<void> {
  if (changed && files.length > 0) throw new UserError('Name files, or write --changed.');
  if (changed) return checkChanged();
  const folders = findFolders();
  if (files.length > 0)
    return checkFiles(
      files.map((file) => resolve(file)),
      folders,
      all,
    );
  const { packs } = loadPacks(folders.pack, folders.extra);
  const [practice, exam] = await buildBoth(packs, folders);
  const problems = [practice, exam].flatMap((build) => (build === undefined ? [] : findFaults(build, all)));
  if (problems.length > 0) throw new BadPack(problems);
  for (const { items } of [practice, exam].filter((build) => build !== undefined)) {
    for (const rule of findRulesOfThumb(items)) {
      process.stderr.write(`${items[0]?.pool} pool: ${rule} Add distractors that are as long, or look like the key.\n`);
      process.exitCode = exitCodes.failed;
    }
  }
  const stale = findDifferences(folders.practice, practice?.items ?? []);
  if (stale.length > 0) {
    process.stderr.write(
      `The compiled practice bank is not what its templates give (${stale.join(', ')}). Run pyladder bank build and commit.\n`,
    );
    process.exitCode = exitCodes.failed;
  }
  if (areProofsStale(folders, practice?.native.proofs ?? {})) {
    process.stderr.write(
      'The recorded proofs of native templates are not what was proven. Run pyladder bank build and commit.\n',
    );
    process.exitCode = exitCodes.failed;
  }
  if (process.exitCode !== undefined) return;
  process.stdout.write(
    `All is well: ${practice?.items.length ?? 0} practice and ${exam?.items.length ?? 0} exam items proven.\n`,
  );
}

/** The problems of a build; with `all` also what was taken on the word of others, or left out. */
function findFaults({ problems, native: { trusted, leftOut } }: PoolBuild, all: boolean): Problem[] {
  return all ? [...problems, ...[...trusted, ...leftOut].map((template) => unprovenProblem(template))] : problems;
}

async function checkFiles(files: string[], folders: BankFolders, all: boolean): Promise<void> {
  const { packs, problems } = readPacks(folders.pack, folders.extra);
  const known = new Set(packs.flatMap(({ templates }) => templates.map(({ source }) => source.file)));
  const faulty = problems.filter(({ file }) => files.includes(file));
  const strange = files.find((file) => !known.has(file) && !faulty.some((problem) => problem.file === file));
  if (strange !== undefined) throw new UserError(`${strange} is no template of a pack.`);
  const chosen = packs.map((pack) => ({
    ...pack,
    templates: pack.templates.filter(({ source }) => files.includes(source.file)),
  }));
  const builds = await buildBoth(chosen, folders);
  const found: Problem[] = [...faulty, ...builds.flatMap((build) => findFaults(build, all))];
  if (found.length > 0) throw new BadPack(found);
  process.stdout.write(`All is well: ${builds.flatMap(({ items }) => items).length} items proven.\n`);
}

function buildBoth(packs: readonly Pack[], folders: BankFolders): ReturnType<typeof buildPools> {
  return buildPools(folders, [
    { packs, pool: 'practice', seed: practiceSeedOf(packs), reuse: false },
    { packs, pool: 'exam', seed: specimenSeed, reuse: false },
  ]);
}
