import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Ladder, Pool } from '@pyladder/exam';
import { misconceptions } from '@pyladder/python';
import type { PythonPool } from '@pyladder/python/node';
import { stringify } from 'yaml';
import { buildTemplate } from '../build/build-template.ts';
import { normalise, optionTextOf } from '../kinds/output/option-text.ts';
import { formatProblem } from '../problem.ts';
import { textOf } from '../quizzes/passage.ts';
import type { QuizQuestion } from '../quizzes/question.ts';
import { readTemplate } from '../templates/read-template.ts';
import { readOptions } from './option-reading.ts';
import type { Proven } from './verdict.ts';

/** Where imported questions go, and whose they are. */
export type ImportPlace = {
  credential: string;
  section: string;
  objective: string;
  pool: Pool;
  license: string;
  /** https address, or null. */
  source: string | null;
};

/** A template that passes every gate, or why there is none. */
export type Imported = { ok: true; slug: string; text: string } | { ok: false; reasons: string[] };

export type ImportTools = { python: PythonPool; ladder: Ladder; taken: ReadonlySet<string>; signal?: AbortSignal };

/** More than an item can use; the likeliest are kept. */
const mostBeliefs = 8;
const limits = { milliseconds: 2000, outputBytes: 4000 };

/** Makes a template of a confirmed question about a program's output, with the beliefs that lead to wrong outputs. */
export async function importQuestion(proven: Proven, place: ImportPlace, tools: ImportTools): Promise<Imported> {
  const { question, program, verdict } = proven;
  const refuse = (...reasons: string[]): Imported => ({ ok: false, reasons });
  if (verdict.verdict !== 'confirmed') return refuse('Its key is not confirmed.');
  if (question.form !== 'one' || program === null) return refuse('It is no question with one right option.');
  if (program.includes('{{')) return refuse('Its program has {{ in it, which a template takes for a placeholder.');
  const code = `${program.trimEnd()}\n`;
  const real = await tools.python.run('3.14', 0, { code, stdin: '', misconceptions: [], limits }, tools.signal);
  const key = optionTextOf(real);
  if (real.status !== 'finished' || key?.form !== 'printed') return refuse('It does not ask what a program prints.');
  const wrong = wrongTexts(question, key.text);
  const beliefs = await findBeliefs(code, key.text, wrong, tools);
  const slug = chooseSlug(question, tools.taken);
  const text = writeTemplate({ question, place, slug, code, key: key.text, wrong, beliefs });
  const reasons = await judgeTemplate(text, slug, place, tools);
  return reasons.length === 0 ? { ok: true, slug, text } : refuse(...reasons);
}

/** What the author's wrong options say is printed; sentences are none of that. */
function wrongTexts(question: QuizQuestion, key: string): string[] {
  const texts = readOptions(question.options).flatMap(({ text, claim }, index) =>
    claim.type === 'text' && question.options[index]?.isKey === false ? [text] : [],
  );
  return texts.filter((text) => text !== '' && !text.includes('{{') && normalise(text) !== normalise(key));
}

/** Beliefs under which the program prints something else: first those that explain an option, then by how many hold them. */
async function findBeliefs(
  code: string,
  key: string,
  wrong: readonly string[],
  { python, signal }: ImportTools,
): Promise<string[]> {
  const runs = await Promise.all(
    [...misconceptions.keys()].map(async (id) => ({
      id,
      option: optionTextOf(await python.run('3.14', 0, { code, stdin: '', misconceptions: [id], limits }, signal)),
    })),
  );
  const wanted = new Set(wrong.map(normalise));
  const weigh = (id: string, text: string) =>
    (wanted.has(normalise(text)) ? 1 : 0) + (misconceptions.get(id)?.prevalence ?? 0);
  return runs
    .flatMap(({ id, option }) =>
      option === null || normalise(option.text) === normalise(key) ? [] : [{ id, weight: weigh(id, option.text) }],
    )
    .toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, mostBeliefs)
    .map(({ id }) => id);
}

function chooseSlug({ name, file, line }: QuizQuestion, taken: ReadonlySet<string>): string {
  const words = (name ?? `${basename(file).replace(/\.\w+$/, '')}-${line}`)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-$/, '');
  const slug = /^[a-z]/.test(words) ? words : `question-${words}`;
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? slug : `${slug}-${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** The author's own words, or what the runs show. */
function explain({ explanation }: QuizQuestion, printed: string): string {
  const own = textOf(explanation).replace(/\s+/g, ' ').trim();
  if (own.length > 30 && !own.includes('{{')) return own;
  return `Run on CPython 3.11 to 3.14, this program prints ${printed}, and nothing else that is offered.`;
}

type Parts = {
  question: QuizQuestion;
  place: ImportPlace;
  slug: string;
  code: string;
  key: string;
  wrong: string[];
  beliefs: string[];
};

function writeTemplate({ question, place, slug, code, key, wrong, beliefs }: Parts): string {
  const printed = key.includes('\n') ? 'what the run shows' : `\`${key.replaceAll('`', "'")}\``;
  const template = {
    id: `${place.credential}.${place.section}.${slug}`,
    objective: place.objective,
    pool: place.pool,
    kind: 'output',
    code,
    misconceptions: beliefs,
    ...(wrong.length > 0 && {
      distractors: wrong.map((text) => ({ text, because: `The program prints ${printed}, as running it shows.` })),
    }),
    difficulty: 0.7,
    explain: explain(question, printed),
    ...(place.source !== null && { source: place.source }),
    variants: 1,
  };
  const origin = `${basename(question.file)}, line ${question.line}`.replace(/[^\x20-\x7e]/g, '?');
  return `# Imported from ${origin}; licence: ${place.license.replace(/[^\x20-\x7e]/g, '?')}. Explain the key before you use it.\n${stringify(template, { lineWidth: 0 })}`;
}

/** Builds the template where nobody sees it, through the same gates as any other. */
async function judgeTemplate(
  text: string,
  slug: string,
  { credential, section }: ImportPlace,
  tools: ImportTools,
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pyladder-import-'));
  try {
    const file = join(folder, credential, section, 'items', `${slug}.yaml`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    const reading = readTemplate(file, folder, tools.ladder);
    const problems = reading.ok
      ? (await buildTemplate(reading.template, `import ${slug}`, { python: tools.python, signal: tools.signal }))
          .problems
      : reading.problems;
    return problems.map((problem) => formatProblem(problem, dirname(file)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
