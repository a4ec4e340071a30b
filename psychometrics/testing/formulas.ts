import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line `@formula name = expression` of a docstring. */
export type Formula = { file: string; name: string; expression: string };

/** Values of a formula's variables, and what the function that states it says of the same. */
export type Sample = { given: Record<string, unknown>; says: number };

const ROOM = join(import.meta.dirname, '..');
const LINE = /^\s*\* @formula (\w+) = (.+?)(?: \*\/)?$/;

/** The source of this room but for tests, in the order of names. */
export function listSource(): string[] {
  const exclude = (path: string) => /(?:^|\/)(?:node_modules|\.types|dist)(?:\/|$)|\.test\.ts$/.test(path);
  return globSync('**/*.ts', { cwd: ROOM, exclude }).toSorted();
}

/** Every formula that a docstring of this room states, in the order of files and lines. */
export function listFormulas(): Formula[] {
  return listSource().flatMap((file) =>
    readFileSync(join(ROOM, file), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, name, expression] = LINE.exec(line) ?? [];
        return name === undefined || expression === undefined ? [] : [{ file, name, expression }];
      }),
  );
}

/** What formulas may say beside their variables. */
const vocabulary = {
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  cos: Math.cos,
  PI: Math.PI,
  sum: <T>(all: readonly T[], of: (one: T, at: number) => number = Number): number =>
    all.reduce((total, one, at) => total + of(one, at), 0),
  product: <T>(all: readonly T[], of: (one: T, at: number) => number): number =>
    all.reduce((total, one, at) => total * of(one, at), 1),
};

/** The value of a formula for given variables, read as the language reads it and by nothing of this library. */
export function evaluateFormula(expression: string, variables: Record<string, unknown>): number {
  const scope = { ...vocabulary, ...variables };
  const evaluate = new Function(...Object.keys(scope), `return ${expression};`) as (...values: unknown[]) => number;
  return evaluate(...Object.values(scope));
}
