import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as assembly from './assembly/index.ts';
import * as library from './index.ts';
import { listSource } from './testing/formulas.ts';

/** Files whose functions compute nothing of their own, and where the formulas are that they come to. */
const WITHOUT_FORMULAS = new Map([
  ['adaptive/next-item.ts', 'adaptive/criteria.ts'],
  ['adaptive/run.ts', 'adaptive/stopping.ts'],
  ['adaptive/simulate.ts', 'adaptive/stopping.ts'],
  ['assembly/assemble.ts', 'models/information.ts'],
  ['assembly/breaches.ts', 'none: it counts'],
  ['assembly/highs-solver.ts', 'none: it loads the solver'],
  ['calibration/responses.ts', 'none: it counts'],
  ['cold-start/calibrate-by-ladder.ts', 'calibration/calibrate.ts'],
  ['cold-start/ladder.ts', 'none: it compares numbers of answers'],
  ['models/item.ts', 'models/curves.ts'],
]);

/** Functions that take whatever there is: numbers, or items and plain data that were looked at before. */
const NEVER_THROWING = new Set([
  'characteristicScore',
  'curvesOf',
  'effectiveTestLength',
  'expectedScore',
  'highestScore',
  'itemInformation',
  'linkAbility',
  'listBreaches',
  'loadSolver',
  'logistic',
  'logit',
  'measureDeficits',
  'normalNumber',
  'pickAmong',
  'probabilityRight',
  'softplus',
  'testInformation',
]);

/** Where a function is declared, and what its docstring says. */
type Declared = { name: string; file: string; docstring: string };

const functions = Object.entries({ ...library, ...assembly })
  .filter(([, value]) => typeof value === 'function')
  .map(([name]) => name);
const files = listSource().map((file) => ({ file, text: readFileSync(join(import.meta.dirname, file), 'utf8') }));
const declared = functions.flatMap((name): Declared[] => {
  const declaration = new RegExp(`(/\\*\\*(?:(?!\\*/)[^])*\\*/\\s*)?export (?:async )?function ${name}\\b`);
  return files.flatMap(({ file, text }) => {
    const [found, docstring = ''] = declaration.exec(text) ?? [];
    return found === undefined ? [] : [{ name, file, docstring }];
  });
});

test('every public function is found in one place', () => {
  expect(declared.map(({ name }) => name)).toEqual(functions);
  expect(functions.length).toBeGreaterThan(90);
});

test.each(declared)('$name says what goes in and comes out, and in which units', ({ docstring }) => {
  expect(docstring).toMatch(/\/\*\*\s+\*? ?[A-Z]/);
  expect(docstring).toMatch(/@(?:param|returns) /);
});

test.each(declared)('$name says what it refuses', ({ name, docstring }) => {
  expect(docstring.includes('@throws')).toBe(!NEVER_THROWING.has(name));
});

test.each(declared)('the formulas and the source of $name are found where it is', ({ file }) => {
  const text = files.find((one) => one.file === file)?.text ?? '';
  const isExempt = WITHOUT_FORMULAS.has(file) || file.startsWith('plots/');
  if (!isExempt) expect(text).toMatch(/@formula /);
  if (!isExempt && !file.endsWith('logistic.ts')) expect(text).toMatch(/@see /);
});

test('no exception is left that nobody needs', () => {
  expect([...NEVER_THROWING].filter((name) => !functions.includes(name))).toEqual([]);
  const withFormulas = files.filter(({ text }) => text.includes('@formula ')).map(({ file }) => file);
  expect([...WITHOUT_FORMULAS.keys()].filter((file) => withFormulas.includes(file))).toEqual([]);
  const places = [...WITHOUT_FORMULAS.values()].filter((place) => !place.startsWith('none'));
  expect(places.filter((place) => !withFormulas.includes(place))).toEqual([]);
});
