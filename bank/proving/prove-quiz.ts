import type { PythonPool } from '@pyladder/python/node';
import { textOf } from '../quizzes/passage.ts';
import type { QuizQuestion } from '../quizzes/question.ts';
import { isOldPrint, isOtherTag, looksLikeOtherLanguage, namesOtherLanguage } from './languages.ts';
import { type Blur, lookAt, type Sight } from './look.ts';
import { sourcesOf } from './plan.ts';
import { proveQuestion } from './prove-question.ts';
import type { Proven } from './verdict.ts';

export type ProvingOptions = { python: PythonPool; signal?: AbortSignal; onProgress?: (done: number) => void };

/** Questions that are worked on at a time: enough to keep every interpreter busy. */
const atATime = 6;

/**
 * Proves the questions of one file, in their order. They are looked at together, because a file tells of what language and
 * which Python it is.
 *
 * @throws the signal's reason when aborted
 */
export async function* proveQuiz(
  questions: readonly QuizQuestion[],
  { python, signal }: ProvingOptions,
): AsyncGenerator<Proven> {
  const sources = [...new Set(questions.flatMap(sourcesOf))];
  const seen = await lookAt(sources, python, signal);
  const sights = new Map(sources.map((source, index) => [source, seen[index]]));
  const sightOf = (source: string): Sight | Blur => sights.get(source) ?? unseen;
  const tools = {
    python,
    sightOf,
    fileIsTwo: holdsPythonTwo(questions),
    fileIsMixed: questions.some(isOtherLanguage),
    signal,
  };
  const running: Promise<Proven>[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    running.push(proveQuestion(question, tools));
    // One that fails while an earlier one is awaited is told when its turn comes.
    running.at(-1)?.catch(() => undefined);
    const first = running.length >= atATime ? running.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const proven of running) yield await proven;
}

const unseen: Blur = { fault: { type: 'SyntaxError', message: 'it was not looked at', line: 1 } };

/** A print statement whose key is no error: the author had Python 2 before them. */
function holdsPythonTwo(questions: readonly QuizQuestion[]): boolean {
  return questions.some(({ stem, options }) => {
    const key = options.find(({ isKey }) => isKey);
    return key !== undefined && !/error|exception|invalid/i.test(textOf(key.passage)) && isOldPrint(textOf(stem));
  });
}

function isOtherLanguage({ stem }: QuizQuestion): boolean {
  return stem.some((piece) =>
    piece.type === 'words'
      ? namesOtherLanguage(piece.text)
      : isOtherTag(piece.language) || looksLikeOtherLanguage(piece.text),
  );
}
