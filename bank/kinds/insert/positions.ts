import { joinLines, readMarks } from '../running/marks.ts';

/** The mark of the line that the candidate is to put in. */
export const hereMark = 'here';

/** A program without one of its lines, and the line. */
export type Parted = { rest: string[]; line: string; own: number };

/** Takes the marked line out of a program; null if no line is marked. `own` is how many lines stand before it. */
export function partLine(written: string): Parted | null {
  const lines = readMarks(written);
  const own = lines.findIndex(({ mark }) => mark === hereMark);
  const line = lines[own]?.text;
  if (line === undefined) return null;
  return { own, line, rest: lines.toSpliced(own, 1).map(({ text }) => text) };
}

/** Where a line can be put, as the number of lines before it; on either side of an empty line is one place: above it. */
export function listPositions({ rest }: Pick<Parted, 'rest'>): number[] {
  return Array.from({ length: rest.length + 1 }, (_, after) => after).filter(
    (after) => after === 0 || rest[after - 1]?.trim() !== '',
  );
}

/** The program with the line after so many others. */
export function putLine({ rest, line }: Parted, after: number): string {
  return joinLines(rest.toSpliced(after, 0, line));
}

/** A position in words, by the numbers that the candidate sees beside the lines. */
export function sayPosition(after: number): string {
  return after === 0 ? 'before line 1' : `after line ${after}`;
}
