import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'golden');

/** Figures of other software on the data beside them; each file says or its name tells which. */
export function readGolden<T>(name: string): T {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.golden.json`), 'utf8')) as T;
}

/** A table of numbers with a header; cells that are no numbers become NaN. */
export function readTable(name: string): { header: string[]; rows: number[][] } {
  const [first = '', ...lines] = readFileSync(join(FOLDER, `${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/);
  const cells = (line: string) => line.split(',').map((cell) => cell.replaceAll('"', ''));
  return { header: cells(first), rows: lines.map((line) => cells(line).map(Number)) };
}
