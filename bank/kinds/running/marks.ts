import type { ReadingGate } from '../../gates/gate.ts';
import { type Problem, problemAt } from '../../problem.ts';
import { linesAsWritten } from './gates.ts';

/** Words to the engine at the end of a line of the program: `total = 0  #< here`. PEP 8 has a blank after every `#`. */
const mark = /\s*#<\s*(.*?)\s*$/;

/** A line without its mark, and what the mark says; null if there is none. */
export type MarkedLine = { text: string; mark: string | null };

/** The lines of a program with their marks taken off. */
export function readMarks(code: string): MarkedLine[] {
  return code
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => ({ text: line.replace(mark, ''), mark: mark.exec(line)?.[1] ?? null }));
}

/** The program that the marks stand in. */
export function withoutMarks(code: string): string {
  return joinLines(readMarks(code).map(({ text }) => text));
}

export function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** Refuses marks that the kind does not know. */
export function knownMarks(known: readonly string[]): ReadingGate {
  return ({ code, source }) =>
    readMarks(linesAsWritten({ code }).join('\n')).flatMap(({ mark: found }, index): Problem[] => {
      if (found === null || known.includes(found)) return [];
      const remedy = `Write ${known.map((word) => `#< ${word}`).join(' or ')}.`;
      return [problemAt(source.placeOfTextLine(['code'], index + 1), `There is no mark \`#< ${found}\`.`, remedy)];
    });
}
