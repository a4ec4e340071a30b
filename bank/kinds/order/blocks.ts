import { joinLines, type MarkedLine, readMarks } from '../running/marks.ts';

/** Marks of lines that keep their place, and of lines that stay together with the one below. */
export const fixedMark = 'fixed';
export const nextMark = 'and next';

/** A program as pieces to be put in order, between lines that stay where they are. */
export type Puzzle = { before: string[]; blocks: string[]; after: string[] };

/** Why a program is no puzzle, and at which line (from 1). */
export type PuzzleFault = { line: number; what: string; remedy: string };

/** Lines that one piece may have. */
const mostLines = 2;

/** Takes a marked program apart: fixed lines at its begin and end, the pieces between them in the author's order. */
export function readPuzzle(written: string): Puzzle | PuzzleFault {
  const lines = readMarks(written);
  const isLoose = ({ text, mark }: MarkedLine) => mark !== fixedMark && text.trim() !== '';
  const first = lines.findIndex(isLoose);
  const last = lines.findLastIndex(isLoose);
  if (first === -1)
    return { line: 1, what: 'Every line is fixed.', remedy: 'Take the marks off what is to be sorted.' };
  const loose = lines.slice(first, last + 1);
  const held = loose.findIndex(({ mark }) => mark === fixedMark);
  if (held !== -1) {
    const remedy = 'Fix only lines at the begin and the end of the program.';
    return { line: first + held + 1, what: 'This line is fixed between others that are not.', remedy };
  }
  const groups = groupLines(loose);
  const long = groups.findIndex((group) => group.length > mostLines);
  if (long !== -1) {
    const line = first + groups.slice(0, long).flat().length + 1;
    return { line, what: `More than ${mostLines} lines stay together.`, remedy: 'Let them be sorted, or fix them.' };
  }
  return {
    before: lines.slice(0, first).map(({ text }) => text),
    blocks: groups.map((group) => group.map(({ text }) => text).join('\n')).filter((block) => block.trim() !== ''),
    after: lines.slice(last + 1).map(({ text }) => text),
  };
}

function groupLines(lines: readonly MarkedLine[]): MarkedLine[][] {
  const groups: MarkedLine[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const group = groups.at(-1);
    if (isOpen && group !== undefined) group.push(line);
    else groups.push([line]);
    isOpen = line.mark === nextMark;
  }
  return groups;
}

/** The program with its pieces in this order. */
export function assemble({ before, blocks, after }: Puzzle, order: readonly number[]): string {
  return joinLines([...before, ...order.map((index) => blocks[index] ?? ''), ...after]);
}

/** What the candidate sees beside the pieces: the fixed lines, with a remark where the others go; '' if none is fixed. */
export function showFixed({ before, blocks, after }: Puzzle): string {
  if (before.length + after.length === 0) return '';
  return joinLines([...before, `${indentOf(blocks)}# your lines go here`, ...after]);
}

/** The smallest indentation of the pieces. */
function indentOf(blocks: readonly string[]): string {
  const indents = blocks.map((block) => /^ */.exec(block)?.[0] ?? '');
  return indents.reduce((least, indent) => (indent.length < least.length ? indent : least));
}
