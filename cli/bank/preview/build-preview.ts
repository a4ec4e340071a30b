import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import {
  BadPack,
  buildTemplate,
  loadLadder,
  openHighlight,
  type Problem,
  type Template,
  toItems,
} from '@pyladder/bank';
import { findExamCredential, type Item } from '@pyladder/exam';
import { misconceptions } from '@pyladder/python';
import type { PythonPool } from '@pyladder/python/node';
import { findFolders } from '../bank-folders.ts';
import { getTemplate } from '../template-files.ts';
import type { PreviewContent, ShownProblem, ShownTemplate } from './preview-state.ts';

export type BuildTools = { python: PythonPool; signal: AbortSignal; depth: 'glance' | 'whole' };

/**
 * Builds a template for its author's eyes, whatever the gates find.
 *
 * @throws the signal's reason when aborted
 */
export async function buildPreview(file: string, tools: BuildTools): Promise<PreviewContent> {
  const shown = { file: relative(process.cwd(), file), template: null, variants: [], beliefs: {} };
  if (!existsSync(file)) {
    const problem = { file, line: 1, column: 1, what: 'The file is not there.', remedy: 'Save it again.' };
    return { ...shown, problems: [showProblem(problem)] };
  }
  try {
    const { template, seed } = getTemplate(file);
    const { built, problems } = await buildTemplate(template, seed, tools);
    const highlight = await openHighlight();
    const variants = built.variants.map((variant) => toItems(template, variant, { license: '', highlight }));
    return {
      ...shown,
      template: showTemplate(template),
      variants,
      beliefs: wordsOf(variants.flat()),
      problems: problems.map(showProblem),
    };
  } catch (error) {
    if (!(error instanceof BadPack)) throw error;
    return { ...shown, problems: error.problems.map(showProblem) };
  }
}

function showTemplate({ id, pool, credential, section, objective, variants, source }: Template): ShownTemplate {
  const rung = findExamCredential(loadLadder(findFolders(dirname(source.file)).pack), credential);
  const topic = rung?.sections.find((other) => other.id === section);
  return {
    id,
    pool,
    section: topic?.title ?? section,
    objective: topic?.objectives.find((other) => other.id === objective)?.title ?? objective,
    wanted: variants,
    partialCredit: rung?.exam.partialCredit ?? false,
  };
}

function showProblem(problem: Problem): ShownProblem {
  const lines = existsSync(problem.file) ? readFileSync(problem.file, 'utf8').split(/\r?\n/) : [];
  return { ...problem, file: relative(process.cwd(), problem.file), text: lines[problem.line - 1] ?? '' };
}

function wordsOf(items: readonly Item[]): PreviewContent['beliefs'] {
  const named = items.flatMap(({ options, answer }) => [
    ...options.flatMap((option) => option.misconceptions.flat()),
    ...(answer?.type === 'slots' ? answer.faults.flatMap((fault) => fault.misconceptions.flat()) : []),
  ]);
  return Object.fromEntries(
    [...new Set(named)].flatMap((id) => {
      const found = misconceptions.get(id);
      return found === undefined ? [] : [[id, { belief: found.belief, correction: found.correction }]];
    }),
  );
}
