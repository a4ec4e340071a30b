import { relative } from 'node:path';

/** A spot in a file, counted from 1. */
export type Place = { file: string; line: number; column: number };

/** Something in a pack that its author has to change: what is wrong, and what to write instead. Both are sentences. */
export type Problem = Place & { what: string; remedy: string };

/** A problem at a place. */
export function problemAt(place: Place, what: string, remedy: string): Problem {
  return { file: place.file, line: place.line, column: place.column, what, remedy };
}

/** One line as editors and terminals understand it, the file as seen from `from`. */
export function formatProblem({ file, line, column, what, remedy }: Problem, from: string = process.cwd()): string {
  return `${relative(from, file)}:${line}:${column}: ${what} ${remedy}`;
}

/** In the order of reading: by file, then line, then column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.what, b.what),
  );
}

/** Order by code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A pack or compiled bank that cannot be used. Its message lists every problem, one a line. */
export class BadPack extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => formatProblem(problem)).join('\n'));
    this.name = 'BadPack';
    this.problems = problems;
  }
}
