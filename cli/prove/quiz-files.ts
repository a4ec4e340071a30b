import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type QuizReading, readQuiz } from '@pyladder/bank/quizzes';
import { UserError } from '../user-error.ts';

/** What quizzes are kept in; other files of a folder are left alone. */
const quizFile = /\.(gift|txt|xml|qti|zip|md|markdown|ya?ml)$/i;
/** An archive is read whole, so it may not be larger than this. */
const mostBytes = 64 * 1024 * 1024;

/** The files that words of a command line stand for: files as they are named, of folders what may be a quiz. @throws UserError */
export function findQuizFiles(words: readonly string[]): string[] {
  const files = words.flatMap((word) => {
    const found = statSync(word, { throwIfNoEntry: false });
    if (found === undefined) throw new UserError(`${word} does not exist.`);
    if (!found.isDirectory()) return [word];
    return readdirSync(word, { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() &&
          quizFile.test(entry.name) &&
          !/(^|[\\/])(\.|node_modules[\\/])/.test(join(entry.parentPath, entry.name).slice(word.length)),
      )
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  });
  if (files.length === 0)
    throw new UserError('There is no quiz: no file that ends in .gift, .txt, .xml, .qti, .zip, .md or .yaml.');
  return [...new Set(files)];
}

/** Reads one file; whatever is wrong with it is a complaint, so that the others can go on. */
export function readQuizFile(file: string): QuizReading {
  try {
    const { size } = statSync(file);
    if (size > mostBytes) return complaint(file, `The file is larger than ${mostBytes / 1024 / 1024} MB.`);
    return readQuiz(readWhole(file, size), file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return complaint(file, `The file cannot be read (${code}).`);
  }
}

/** A pipe has no size; it is read to its end, or to the limit. */
function readWhole(file: string, size: number): Uint8Array {
  if (statSync(file).isFile()) return readFileSync(file);
  const bytes = Buffer.alloc(Math.max(size, mostBytes + 1));
  const descriptor = openSync(file, 'r');
  let length = 0;
  for (let count = 1; count > 0 && length < bytes.length; length += count) {
    count = readSync(descriptor, bytes, length, bytes.length - length, null);
  }
  closeSync(descriptor);
  return bytes.subarray(0, length);
}

function complaint(file: string, what: string): QuizReading {
  return { questions: [], complaints: [{ file, line: 1, what }] };
}
