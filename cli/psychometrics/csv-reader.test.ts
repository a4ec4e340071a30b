import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { readCsv } from './csv-reader.ts';

async function read(text: string): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'pyladder-csv-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'table.csv');
  writeFileSync(file, text);
  const rows: string[][] = [];
  for await (const { cells } of readCsv(file)) rows.push(cells);
  return rows;
}

const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', ';', '"', '\n', '\r', ' ', 'é', '😀'), maxLength: 6 });

test('whatever cells hold, a table that is written as RFC 4180 has it comes back as it was', async () => {
  const table = fc
    .array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 })
    .map((rows) => [['x', 'y'], ...rows]);
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom('\n', '\r\n', '\r'), async (rows, end) => {
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join(end);
      expect(await read(text)).toEqual(rows);
      expect(await read(`\ufeff${text}${end}${end}`)).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

test('signs that lie across two reads of a large file stay whole, and so do line ends', async () => {
  const rows = Array.from({ length: 9000 }, (_, at) => [`é😀${at}`, 'x'.repeat(at % 13)]);
  expect(await read(['a,b', ...rows.map((row) => row.join(','))].join('\r\n'))).toEqual([['a', 'b'], ...rows]);
});

test('an empty row between others is a row of one empty cell, at its place', async () => {
  expect(await read('a,b\n\n1,2\n\n\n')).toEqual([['a', 'b'], [''], ['1', '2']]);
});
