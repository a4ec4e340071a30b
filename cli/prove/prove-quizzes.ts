import { proveQuiz } from '@pyladder/bank/proving';
import { openPythonPool } from '@pyladder/python/node';
import { abortOnInterrupt, exitCodes } from '../run-command.ts';
import { openProvingProgress } from './proving-progress.ts';
import { findQuizFiles, readQuizFile } from './quiz-files.ts';
import { type Count, jsonOf, sayComplaint, sayProven, saySummary } from './verdict-lines.ts';

/** Proves every question of these files and tells each verdict; the exit code is 1 if a key is contradicted. @throws UserError */
export async function proveQuizzes(words: string[], { json, all }: { json: boolean; all: boolean }): Promise<void> {
  const files = findQuizFiles(words);
  const python = openPythonPool();
  const { signal, release } = abortOnInterrupt();
  const progress = openProvingProgress(files.length);
  const count: Count = { confirmed: 0, contradicted: 0, depends: 0, undecided: 0, complaints: 0, files: files.length };
  try {
    for (const file of files) {
      const { questions, complaints } = readQuizFile(file);
      progress.startFile(questions.length);
      for (const complaint of complaints) {
        count.complaints += 1;
        progress.clear();
        process.stderr.write(sayComplaint(complaint));
      }
      for await (const proven of proveQuiz(questions, { python, signal })) {
        count[proven.verdict.verdict] += 1;
        progress.clear();
        if (json) process.stdout.write(`${JSON.stringify(jsonOf(proven))}\n`);
        else if (all || proven.verdict.verdict !== 'confirmed') process.stdout.write(sayProven(proven));
        progress.advance();
      }
    }
    if (count.contradicted > 0) process.exitCode = exitCodes.failed;
  } catch (error) {
    if (!signal.aborted) throw error;
    progress.clear();
    process.stderr.write('Interrupted; the rest was not proven.\n');
    process.exitCode = exitCodes.interrupted;
  } finally {
    release();
    progress.clear();
    (json ? process.stderr : process.stdout).write(saySummary(count));
    await python.close();
  }
}
