import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMAND, listUntold, listUnused, SHEET, writeSheet } from './build/formula-sheet.ts';
import { listFormulas } from './testing/formulas.ts';

const sheet = readFileSync(SHEET, 'utf8');

test('the formula sheets say what the docstrings say now', () => {
  expect(sheet === writeSheet(), `FORMULAS.md is older than the docstrings: ${COMMAND}`).toBe(true);
});

test('no formula is left out of the sheets', () => {
  const stated = listFormulas().map(({ name, expression }) => `\n${name} = ${expression}\n`);
  expect(stated.filter((formula) => !sheet.includes(formula))).toEqual([]);
});

test('every name in a formula is explained', () => {
  expect(listUntold(), 'say in build/symbols what these stand for').toEqual([]);
  expect(listUnused(), 'build/symbols explains formulas that there are no more').toEqual([]);
});

test('every link of the sheets leads to a heading', () => {
  const headings = new Set([...sheet.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) => words.toLowerCase()));
  const links = [...sheet.matchAll(/\]\(#([^)]+)\)/g)].map(([, target = '']) => target);
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter((target) => !headings.has(target))).toEqual([]);
  expect([...sheet.matchAll(/^#+ .+$/gm)]).toHaveLength(headings.size);
});
