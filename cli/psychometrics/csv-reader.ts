import { createReadStream } from 'node:fs';
import { UserError } from '../user-error.ts';

/** One row of a file as a spreadsheet counts them, from 1, and its cells. */
export type CsvRow = { row: number; cells: string[] };

/** No cell of ours is long; one that is has lost its closing quotation mark. */
const LONGEST_CELL = 10_000;
const QUOTE = '"';

/**
 * Reads a table row by row, as RFC 4180 has it, so that a file may be larger than the memory: quotation marks, line ends of
 * every system, a byte order mark. The separator is the first of comma, semicolon and tab that the header has. Empty lines
 * at the end are no rows.
 *
 * @param onBytes told how many bytes were read
 * @throws UserError naming the row, if the file cannot be read, is no UTF-8, or its quotation marks make no sense
 */
export async function* readCsv(
  file: string,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<CsvRow> {
  let empty = 0;
  let row = 0;
  for await (const cells of cellsOf(file, onBytes)) {
    row++;
    // An empty line is one empty cell; only at the end is it nothing.
    if (cells.length === 1 && cells[0] === '') empty++;
    else {
      for (let skipped = row - empty; skipped < row; skipped++) yield { row: skipped, cells: [''] };
      empty = 0;
      yield { row, cells };
    }
  }
}

async function* cellsOf(file: string, onBytes: (bytes: number) => void): AsyncGenerator<string[]> {
  const parser = startParsing(file);
  for await (const text of textOf(file, onBytes)) yield* parser.feed(text);
  yield* parser.end();
}

async function* textOf(file: string, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      bytes += chunk.length;
      onBytes(bytes);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`${file} does not exist.`);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new UserError(`${file} is no text in UTF-8.`);
    if (code !== undefined && error instanceof Error && 'syscall' in error) {
      throw new UserError(`${file} cannot be read (${code}).`);
    }
    throw error;
  }
}

type Parser = { feed(text: string): Generator<string[]>; end(): Generator<string[]> };

/** Where the parser is: at the beginning of a cell, in a bare one, in a quoted one, or after a quotation mark in that. */
type Place = 'start' | 'bare' | 'quoted' | 'closed';

function startParsing(file: string): Parser {
  let place: Place = 'start';
  let cell = '';
  let cells: string[] = [];
  let row = 1;
  let separator: string | null = null;
  let header = '';
  let endsInReturn = false;

  const refuse = (what: string): never => {
    throw new UserError(`${file}, row ${row}, column ${cells.length + 1}: ${what}`);
  };
  const endCell = () => {
    cells.push(cell);
    cell = '';
    place = 'start';
  };
  function* endRow(): Generator<string[]> {
    endCell();
    yield cells;
    cells = [];
    row++;
  }
  function* take(text: string, by: string): Generator<string[]> {
    for (let at = 0; at < text.length; at++) {
      const sign = text[at] as string;
      const isSecondOfTwo = sign === '\n' && endsInReturn;
      endsInReturn = false;
      if (isSecondOfTwo) continue;
      if (place === 'quoted') {
        if (sign === QUOTE) place = 'closed';
        else cell += sign;
        if (cell.length > LONGEST_CELL) refuse('a quotation mark is not closed');
      } else if (sign === by) endCell();
      else if (sign === '\n' || sign === '\r') {
        endsInReturn = sign === '\r';
        yield* endRow();
      } else if (sign === QUOTE && place === 'start') place = 'quoted';
      else if (sign === QUOTE && place === 'closed') {
        cell += QUOTE;
        place = 'quoted';
      } else if (place === 'closed') refuse(`${JSON.stringify(sign)} after a closing quotation mark`);
      else {
        cell += sign;
        place = 'bare';
        if (cell.length > LONGEST_CELL) refuse('the cell is too long');
      }
    }
  }
  return {
    *feed(text) {
      if (separator === null) {
        header += text;
        // A line end within quotation marks is harmless here: it is only looked at for separators.
        if (!/[\r\n]/.test(header) && header.length < LONGEST_CELL * 100) return;
        separator = separatorOf(header);
        yield* take(header, separator);
      } else yield* take(text, separator);
    },
    *end() {
      if (separator === null) {
        separator = separatorOf(header);
        yield* take(header, separator);
      }
      if (place === 'quoted') refuse('a quotation mark is not closed');
      if (place !== 'start' || cells.length > 0) yield* endRow();
    },
  };
}

function separatorOf(text: string): string {
  const [header = ''] = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/);
  return [',', ';', '\t'].find((sign) => header.includes(sign)) ?? ',';
}

/** The names of the columns. @throws UserError if there is no header, or a name is missing or there twice */
export function checkHeader(file: string, header: CsvRow | undefined): string[] {
  if (header === undefined || (header.cells.length === 1 && header.cells[0] === '')) {
    throw new UserError(`${file} is empty: its first row should name the columns.`);
  }
  const names = header.cells.map((cell) => cell.trim());
  for (const [at, name] of names.entries()) {
    if (name === '') throw new UserError(`${file}: column ${at + 1} has no name.`);
    const first = names.indexOf(name);
    if (first < at) throw new UserError(`${file}: columns ${first + 1} and ${at + 1} are both named ${name}.`);
  }
  return names;
}

/** @throws UserError if a row has not as many cells as the header */
export function checkWidth(file: string, { row, cells }: CsvRow, names: readonly string[]): void {
  if (cells.length === names.length) return;
  throw new UserError(`${file}, row ${row}: ${cells.length} cells, but the header names ${names.length} columns.`);
}
