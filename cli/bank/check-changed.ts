import { relative } from 'node:path';
import { BadPack, buildTemplate, type Pack, type Problem, readPacks, type Template } from '@pyladder/bank';
import { openPythonPool } from '@pyladder/python/node';
import { abortOnInterrupt } from '../run-command.ts';
import { type BankFolders, findFolders } from './bank-folders.ts';
import { type ChangedFiles, findChangedFiles } from './changed-files.ts';
import { specimenSeed } from './pool-builds.ts';

const templateFile = /[\\/]items[\\/][^\\/]+\.ya?ml$/;
const compiledFile = /[\\/]compiled[\\/]/;
/** Templates that are worked on at a time. */
const atATime = 2;

/**
 * Judges the templates that are not as in the last commit: quickly, on the newest and the oldest CPython only.
 *
 * @throws BadPack | UserError
 */
export async function checkChanged(): Promise<void> {
  const folders = findFolders();
  const found = findAll(folders);
  const files = found.changed.filter((file) => templateFile.test(file));
  for (const file of found.unknown.filter((path) => templateFile.test(path))) {
    process.stderr.write(`${relative(process.cwd(), file)} is not known to git yet and was not checked.\n`);
  }
  if (files.length === 0) {
    process.stdout.write('No template differs from the last commit.\n');
    return;
  }
  const { packs, problems } = readPacks(folders.pack, folders.extra);
  const faulty = problems.filter(({ file }) => files.includes(file));
  const chosen = packs.flatMap((pack) =>
    pack.templates.filter(({ source }) => files.includes(source.file)).map((template) => ({ template, pack })),
  );
  const judged = chosen.length === 0 ? [] : await judge(chosen);
  if (faulty.length + judged.length > 0) throw new BadPack([...faulty, ...judged]);
  process.stdout.write(`All is well with ${files.length === 1 ? '1 template' : `${files.length} templates`}.\n`);
  const isPractice = chosen.some(({ template }) => template.pool === 'practice');
  if (isPractice && !found.changed.some((file) => compiledFile.test(file))) {
    process.stderr.write('The compiled practice bank has not changed with them: run pyladder bank build.\n');
  }
}

function findAll({ pack, extra }: BankFolders): ChangedFiles {
  const all = [pack, ...(extra === null ? [] : [extra])].map(findChangedFiles);
  return { changed: all.flatMap(({ changed }) => changed), unknown: all.flatMap(({ unknown }) => unknown) };
}

async function judge(chosen: readonly { template: Template; pack: Pack }[]): Promise<Problem[]> {
  const python = openPythonPool({ interpreters: 2 });
  const { signal, release } = abortOnInterrupt();
  const warm = { code: '', stdin: '', misconceptions: [] };
  const problems: Problem[] = [];
  const queue = chosen.values();
  const workThrough = async () => {
    for (const { template, pack } of queue) {
      const seed = template.pool === 'exam' ? specimenSeed : (pack.practiceSeed ?? specimenSeed);
      problems.push(...(await buildTemplate(template, seed, { python, signal, depth: 'glance' })).problems);
    }
  };
  try {
    // Both interpreters start at once, and stay the only two: each takes seconds to start.
    await Promise.all([python.run('3.14', 0, warm, signal), python.run('3.11', 1, warm, signal)]);
    await Promise.all(Array.from({ length: atATime }, workThrough));
    return problems;
  } finally {
    release();
    await python.close();
  }
}
