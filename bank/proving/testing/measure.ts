import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonPool } from '@pyladder/python/node';
import { parse } from 'yaml';
import { readQuiz } from '../../quizzes/read-quiz.ts';
import { proveQuiz } from '../prove-quiz.ts';
import type { Proven } from '../verdict.ts';

const folder = join(import.meta.dirname, '..', '..', 'quizzes', 'testing');

/** What is known of a question of the corpus; see corpus-truth.yaml. */
export type Known = 'right' | 'wrong' | 'trap' | 'varies' | 'other';

/** A question of the corpus with what is known of it and what was found. */
export type Measured = { known: Known; proven: Proven };

/** Proves the corpus: our own questions in every format, each with a truth that is known. @throws Error if they do not match */
export async function measureCorpus(python: PythonPool): Promise<Measured[]> {
  const truth: Record<string, string> = parse(readFileSync(join(folder, 'corpus-truth.yaml'), 'utf8'));
  const measured: Measured[] = [];
  for (const file of readdirSync(join(folder, 'corpus')).sort()) {
    const { questions, complaints } = readQuiz(readFileSync(join(folder, 'corpus', file)), file);
    const known = (truth[file] ?? '').split(/\s+/) as Known[];
    if (complaints.length > 0) throw new Error(`${file}: ${JSON.stringify(complaints)}`);
    if (known.length !== questions.length)
      throw new Error(`${file}: ${questions.length} questions, ${known.length} truths`);
    let index = 0;
    for await (const proven of proveQuiz(questions, { python })) {
      const own = known[index];
      index += 1;
      if (own !== undefined) measured.push({ known: own, proven });
    }
  }
  return measured;
}

/** How well "contradicted" tells wrong keys: shares in [0, 1]. */
export function rate(measured: readonly Measured[]): { precision: number; recall: number; confirmed: number } {
  const called = measured.filter(({ proven }) => proven.verdict.verdict === 'contradicted');
  const wrong = measured.filter(({ known }) => known === 'wrong');
  const right = measured.filter(({ known }) => known === 'right');
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    precision: share(called.filter(({ known }) => known === 'wrong').length, called.length),
    recall: share(wrong.filter(({ proven }) => proven.verdict.verdict === 'contradicted').length, wrong.length),
    confirmed: share(right.filter(({ proven }) => proven.verdict.verdict === 'confirmed').length, right.length),
  };
}
