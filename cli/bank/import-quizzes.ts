import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { loadLadder } from '@pyladder/bank';
import { type ImportPlace, importQuestion, proveQuiz } from '@pyladder/bank/proving';
import { findExamCredential, type Ladder, type Pool } from '@pyladder/exam';
import { openPythonPool } from '@pyladder/python/node';
import { findQuizFiles, readQuizFile } from '../prove/quiz-files.ts';
import { sayComplaint } from '../prove/verdict-lines.ts';
import { abortOnInterrupt, exitCodes } from '../run-command.ts';
import { UserError } from '../user-error.ts';
import { printable } from '../verify/printable.ts';
import { findFolders } from './bank-folders.ts';

export type ImportOptions = { into: string; objective: string; license: string; source?: string; pool: Pool };

/** Writes a template for every confirmed question that passes the gates; the others are listed with their reasons. @throws UserError */
export async function importQuizzes(words: string[], options: ImportOptions): Promise<void> {
  const files = findQuizFiles(words);
  const folder = resolve(options.into);
  const pack = findPack(folder);
  const ladder = loadLadder(findFolders().pack);
  const place = findPlace(folder, pack, ladder, options);
  const taken = new Set(existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.ya?ml$/, '')) : []);
  const python = openPythonPool();
  const { signal, release } = abortOnInterrupt();
  const count = { written: 0, refused: 0 };
  try {
    for (const file of files) {
      const { questions, complaints } = readQuizFile(file);
      for (const complaint of complaints) process.stderr.write(sayComplaint(complaint));
      for await (const proven of proveQuiz(questions, { python, signal })) {
        const where = `${printable(proven.question.file)}:${proven.question.line}`;
        const imported = await importQuestion(proven, place, { python, ladder, taken, signal });
        if (imported.ok) {
          mkdirSync(folder, { recursive: true });
          // A file that is there already is somebody's work.
          writeFileSync(join(folder, `${imported.slug}.yaml`), imported.text, { flag: 'wx' });
          taken.add(imported.slug);
          count.written += 1;
          process.stdout.write(`${where}: written to ${join(options.into, `${imported.slug}.yaml`)}\n`);
        } else {
          count.refused += 1;
          process.stdout.write(`${where}: left out. ${printable(imported.reasons.join(' '))}\n`);
        }
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    process.stderr.write('Interrupted; the rest was not imported.\n');
    process.exitCode = exitCodes.interrupted;
  } finally {
    release();
    process.stdout.write(`${count.written} written, ${count.refused} left out.\n`);
    await python.close();
  }
}

/** The pack that an items folder belongs to: it lies at <pack>/<credential>/<section>/items. */
function findPack(folder: string): string {
  const pack = resolve(folder, '..', '..', '..');
  if (existsSync(join(pack, 'pack.yaml'))) return pack;
  throw new UserError(
    '--into names no items folder of a pack. Write, for example, packs/python-ladder/pcep/functions/items.',
  );
}

function findPlace(folder: string, pack: string, ladder: Ladder, options: ImportOptions): ImportPlace {
  const { objective, pool, license, source = null } = options;
  const [credential = '', section = '', items] = relative(pack, folder).split(sep);
  const topic = findExamCredential(ladder, credential)?.sections.find(({ id }) => id === section);
  if (topic === undefined || items !== 'items') {
    throw new UserError(
      '--into names no section of the ladder. Write, for example, packs/python-ladder/pcep/functions/items.',
    );
  }
  if (!topic.objectives.some(({ id }) => id === objective)) {
    throw new UserError(
      `${section} has no objective ${objective}. Write one of ${topic.objectives.map(({ id }) => id).join(', ')}.`,
    );
  }
  if (license.trim() === '')
    throw new UserError('The licence is empty. Write what the quiz may be used under, such as CC-BY-4.0.');
  if (source !== null && !URL.canParse(source))
    throw new UserError('The source is no address. Write it whole, with https://.');
  return { credential, section, objective, pool, license, source };
}
