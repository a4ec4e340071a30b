import type { FormTrial, PoolCensus, SectionCensus } from '@pyladder/bank/floor';
import type { Pool } from '@pyladder/exam';
import type { BankCount } from './count-bank.ts';

/** Sentences of a list that are printed; the rest is a number. */
const mostSentences = 20;

/** The counts as tables and sentences. */
export function formatCount({ sections, total, telling, shortfalls, forms }: BankCount): string {
  const percent = Math.round(telling.longest * 100);
  return [
    ...tabulate([
      ['section', 'in a form', ...poolHeads('practice'), ...poolHeads('exam')],
      ...sections.map((census) => [
        `${census.credential} / ${census.section}`,
        String(census.items),
        ...poolCells(census.practice),
        ...poolCells(census.exam),
      ]),
      ['all', '', ...totals(total.practice), ...totals(total.exam)],
    ]),
    `The key is the longest option in ${percent} % of the practice items (chance: 25 % at most).`,
    '',
    ...tabulate([['kind', 'practice', 'exam'], ...kindRows(sections)]),
    ...Object.entries(shortfalls).flatMap(([credential, lacks]) => ['', ...sayShortfalls(credential, lacks)]),
    ...Object.entries(forms).flatMap(([credential, trials]) => [
      '',
      ...(['practice', 'exam'] as const).map((pool) => sayTrial(credential, pool, trials[pool])),
    ]),
    '',
  ].join('\n');
}

function poolHeads(pool: Pool): string[] {
  return [pool, 'read', 'variants', 'difficulty', 'a topic'];
}

function poolCells({ templates, variants, difficulty, objectives, reviewed }: PoolCensus): string[] {
  const share = (value: number) => value.toFixed(2).slice(1);
  return [
    String(templates),
    String(reviewed),
    String(variants),
    difficulty === null ? '–' : `${share(difficulty.mean)} (${share(difficulty.lowest)}–${share(difficulty.highest)})`,
    `${Math.min(...Object.values(objectives))}+`,
  ];
}

function totals({ templates, variants }: { templates: number; variants: number }): string[] {
  return [String(templates), '', String(variants), '', ''];
}

function kindRows(sections: readonly SectionCensus[]): string[][] {
  const count = (pool: Pool, kind: string) =>
    sections.reduce((sum, census) => sum + (new Map(Object.entries(census[pool].kinds)).get(kind) ?? 0), 0);
  const kinds = new Set(
    sections.flatMap(({ practice, exam }) => [...Object.keys(practice.kinds), ...Object.keys(exam.kinds)]),
  );
  return [...kinds].map((kind) => [kind, String(count('practice', kind)), String(count('exam', kind))]);
}

function sayShortfalls(credential: string, lacks: readonly string[]): string[] {
  if (lacks.length === 0) return [`${credential} has all that is wanted of its bank.`];
  const more = lacks.length - mostSentences;
  return [
    `${credential} lacks:`,
    ...lacks.slice(0, mostSentences).map((lack) => `  ${lack}`),
    ...(more > 0 ? [`  and ${more} more (--json has all).`] : []),
  ];
}

function sayTrial(
  credential: string,
  pool: Pool,
  { forms, failed, sum, target, highestExposure, trios }: FormTrial,
): string {
  const failures = Object.entries(failed).map(([why, times]) => `${times} failed: ${why}`);
  const sums = sum === null ? 'none' : `${sum.lowest.toFixed(2)} to ${sum.highest.toFixed(2)}`;
  return [
    `${credential}, ${pool}: ${forms} forms, ${failures.length === 0 ? 'none failed' : failures.join('; ')}`,
    `sums of difficulties ${sums} (${target.toFixed(1)} wanted)`,
    `the most frequent template in ${Math.round(highestExposure * 100)} % of them`,
    `${trios.drawn} of ${trios.tried} times three forms without a shared template.`,
  ].join('; ');
}

/** Rows as lines, first column to the left, others to the right. */
function tabulate(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
