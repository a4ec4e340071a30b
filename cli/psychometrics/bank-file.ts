import { type BinaryItem, threePl } from '@pyladder/psychometrics';
import { UserError } from '../user-error.ts';
import { checkHeader, checkWidth, readCsv } from './csv-reader.ts';

/** One row of a bank's table: what it is called, the item, and its other cells by their columns. */
export type BankRow = { row: number; id: string; item: BinaryItem; others: Map<string, string> };

const OWN = new Set(['id', 'a', 'b', 'c']);

/**
 * Reads a bank: columns `id` and `b`, if the bank has them `a` (1 if not) and `c` (0 if not), and others.
 *
 * @throws UserError naming row and column of what is wrong
 */
export async function readBank(file: string): Promise<BankRow[]> {
  const rows = readCsv(file);
  const names = checkHeader(file, (await rows.next()).value ?? undefined);
  for (const needed of ['id', 'b']) {
    if (!names.includes(needed)) throw new UserError(`${file} has no column ${needed}.`);
  }
  const bank: BankRow[] = [];
  const known = new Map<string, number>();
  for await (const row of rows) {
    checkWidth(file, row, names);
    const cells = new Map(names.map((name, at) => [name, (row.cells[at] ?? '').trim()]));
    const id = cells.get('id') ?? '';
    if (id === '') throw new UserError(`${file}, row ${row.row}, column id: it is empty.`);
    const first = known.get(id);
    if (first !== undefined) throw new UserError(`${file}, row ${row.row}, column id: ${id} is in row ${first}, too.`);
    known.set(id, row.row);
    const others = new Map([...cells].filter(([name]) => !OWN.has(name)));
    bank.push({ row: row.row, id, item: itemOf(cells, `${file}, row ${row.row}`), others });
  }
  if (bank.length === 0) throw new UserError(`${file} has a header and no items.`);
  return bank;
}

function itemOf(cells: ReadonlyMap<string, string>, where: string): BinaryItem {
  const read = (column: string, otherwise: number) => {
    const cell = cells.get(column);
    return cell === undefined ? otherwise : numberIn(cell, `${where}, column ${column}`);
  };
  const [a, b, c] = [read('a', 1), read('b', 0), read('c', 0)];
  try {
    return threePl(a, b, c);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${where}: ${error.message}.`);
    throw error;
  }
}

/** @throws UserError if the cell is no number */
export function numberIn(cell: string, where: string): number {
  const number = Number(cell);
  if (cell === '' || !Number.isFinite(number))
    throw new UserError(`${where}: ${JSON.stringify(cell)} is not a number.`);
  return number;
}
