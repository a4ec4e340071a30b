import { statSync } from 'node:fs';
import { MISSING, type Responses } from '@pyladder/psychometrics';
import { UserError } from '../user-error.ts';
import { checkHeader, checkWidth, readCsv } from './csv-reader.ts';
import type { LiveLine } from './live-line.ts';

/** The last column of a table of patterns, by the names that it has where such tables come from: how many people gave each. */
const COUNT = /^(counts?|freq(uency)?)$/i;
/** What it may be called, too. An item may be called so as well, so that these are only hints, as all are elsewhere. */
const COUNT_ELSEWHERE = /^(counts?|freq(uency)?|weights?|n)$/i;

/** Answers, and what the items are called. */
export type NamedResponses = { names: string[]; responses: Responses };

/**
 * Reads a table of 0, 1 and empty cells: a person a row, or patterns with a last column `count` (or `Freq`, as R has it). It is read as it comes, a
 * byte a cell.
 *
 * @throws UserError naming row and column of the first cell that is something else, or a column that nobody answered
 */
export async function readResponses(file: string, line: LiveLine): Promise<NamedResponses> {
  const size = sizeOf(file);
  const rows = readCsv(file, (bytes) =>
    line.show(() => `reading ${file}: ${Math.floor((100 * bytes) / (size || bytes))} %`),
  );
  const columns = checkHeader(file, (await rows.next()).value ?? undefined);
  const hasCounts = columns.length > 1 && COUNT.test(columns.at(-1) ?? '');
  const names = hasCounts ? columns.slice(0, -1) : columns;
  const counts: number[] = [];
  let scores = new Int8Array(names.length * 1024);
  for await (const row of rows) {
    checkWidth(file, row, columns);
    const from = counts.length * names.length;
    if (from + names.length > scores.length) scores = enlarge(scores);
    for (let j = 0; j < names.length; j++) {
      const name = names[j] ?? '';
      scores[from + j] = scoreOf(row.cells[j] ?? '', name, () => `${file}, row ${row.row}, column ${name}`);
    }
    counts.push(
      hasCounts ? countOf(row.cells.at(-1) ?? '', () => `${file}, row ${row.row}, column ${columns.at(-1)}`) : 1,
    );
  }
  const responses = {
    items: names.length,
    scores: scores.subarray(0, counts.length * names.length),
    counts: Float64Array.from(counts),
  };
  if (counts.length === 0) throw new UserError(`${file} has a header and no answers.`);
  checkAnswered(file, names, responses);
  return { names, responses };
}

/** How many bytes there are to read, as far as that can be said; what is wrong with the file, reading it will say. */
function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

function scoreOf(cell: string, column: string, where: () => string): number {
  if (cell === '1') return 1;
  if (cell === '0') return 0;
  const trimmed = cell.trim();
  if (trimmed === '') return MISSING;
  if (trimmed === '0' || trimmed === '1') return Number(trimmed);
  const hint = COUNT_ELSEWHERE.test(column)
    ? 'If it counts people, it should be the last column and its name count.'
    : 'Only items may have columns.';
  throw new UserError(`${where()}: ${JSON.stringify(trimmed)} is not 0, 1 or empty. ${hint}`);
}

function countOf(cell: string, where: () => string): number {
  const trimmed = cell.trim();
  if (/^\d+$/.test(trimmed) && Number.isSafeInteger(Number(trimmed))) return Number(trimmed);
  throw new UserError(`${where()}: ${JSON.stringify(trimmed)} is not a number of people.`);
}

function enlarge(scores: Int8Array): Int8Array<ArrayBuffer> {
  const larger = new Int8Array(scores.length * 2);
  larger.set(scores);
  return larger;
}

/** An item whose parameters have no finite estimate is named as its column is. */
function checkAnswered(file: string, names: readonly string[], { items, scores, counts }: Responses): void {
  const right = new Float64Array(items);
  const answered = new Float64Array(items);
  for (const [i, count] of counts.entries()) {
    for (let j = 0; j < items; j++) {
      const score = scores[i * items + j] ?? MISSING;
      if (score === MISSING) continue;
      answered[j] = (answered[j] ?? 0) + count;
      right[j] = (right[j] ?? 0) + count * score;
    }
  }
  for (const [j, name] of names.entries()) {
    const [all, ofThem] = [answered[j] ?? 0, right[j] ?? 0];
    if (all === 0) throw new UserError(`${file}, column ${name}: nobody answered it. Take the column out.`);
    if (ofThem === 0 || ofThem === all) {
      const what = ofThem === 0 ? 'wrong' : 'right';
      throw new UserError(
        `${file}, column ${name}: all ${all} answers are ${what}, so nothing can be estimated. Take it out.`,
      );
    }
  }
}
