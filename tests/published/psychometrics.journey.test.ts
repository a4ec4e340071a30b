import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as source from '@pyladder/psychometrics';
import * as sourceOfAssembly from '@pyladder/psychometrics/assembly';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readImports } from '../borders/imports.ts';
import { entries, makeConsumer, place, root } from './consumer.ts';
import { openPage, runInChromium } from './in-chromium.ts';
import { listTests, runInNode } from './in-node.ts';
import { failuresOf, namesOf, type Outcome } from './outcomes.ts';

const run = promisify(execFile);
let consumer: string;

beforeAll(async () => {
  consumer = await makeConsumer();
});
afterAll(() => rm(consumer, { recursive: true, force: true }));

describe('every test of the source, on the package as npm would upload it', () => {
  let listed: string[];
  let inNode: Outcome[];
  let inChromium: Outcome[];

  beforeAll(async () => {
    [listed, inNode, inChromium] = await Promise.all([listTests(), runInNode(consumer), runInChromium(consumer)]);
  });

  test('passes in Node, and none is left out', () => {
    expect(failuresOf(inNode)).toEqual([]);
    expect(namesOf(inNode)).toEqual(listed);
  });

  test('passes in Chromium, and none is left out', () => {
    expect(failuresOf(inChromium)).toEqual([]);
    expect(namesOf(inChromium)).toEqual(listed);
  });
});

test('a wrong number in the package is found in Node and in Chromium', async () => {
  const spoilt = `${consumer}-spoilt`;
  try {
    await cp(consumer, spoilt, { recursive: true });
    const file = join(spoilt, place, 'models', 'logistic.js');
    const code = await readFile(file, 'utf8');
    const wrong = code.replace('1 / (1 + Math.exp(-z))', '1 / (1 + Math.exp(-1.0001 * z))');
    expect(wrong).not.toBe(code);
    await writeFile(file, wrong);
    const files = ['models/models.test.ts'];
    for (const outcomes of [await runInNode(spoilt, files), await runInChromium(spoilt, files)]) {
      const found = failuresOf(outcomes).length;
      expect(found).toBeGreaterThan(0);
      expect(found).toBeLessThan(outcomes.length);
    }
  } finally {
    await rm(spoilt, { recursive: true, force: true });
  }
});

/** What either entry exports by its name, and forms of items none of which tells as much as another. */
const load = `
const [library, assembly] = await Promise.all(${JSON.stringify(entries)}.map((name) => import(name)));
const bank = Array.from({ length: 30 }, (_, at) => ({ id: String(at), item: library.rasch(at / 10 - 1.53), section: 'one' }));
const aims = [{ theta: 0, information: 1 }];
const blueprint = { forms: 2, length: 5, sections: { one: 5 }, goal: 'most', aims };
const { forms } = await assembly.assembleForms(bank, blueprint);
const report = { library: Object.keys(library), assembly: Object.keys(assembly), forms };
`;
type Loaded = { library: string[]; assembly: string[]; forms: string[][] };

test('its names can be imported in Node, and in Chromium without a bundler', async () => {
  await writeFile(join(consumer, 'program.js'), `${load}console.log(JSON.stringify(report));`);
  const { stdout } = await run(process.execPath, ['program.js'], { cwd: consumer });
  const inNode: Loaded = JSON.parse(stdout);
  expect(inNode.library.toSorted()).toEqual(Object.keys(source).toSorted());
  expect(inNode.assembly.toSorted()).toEqual(Object.keys(sourceOfAssembly).toSorted());
  expect(new Set(inNode.forms.flat()).size).toBe(10);
  const inChromium = await openPage<Loaded>(consumer, `<script type="module">${load}window.report = report;</script>`);
  expect(inChromium).toEqual(inNode);
});

test('whoever uses it with TypeScript gets its types', async () => {
  const code = [
    `import { calibrate, type Calibration } from '${entries[0]}';`,
    `import { assembleForms, type Assembly } from '${entries[1]}';`,
    `export const wrong: Calibration['iterations'] = 'no number';`,
    'export const right: [typeof calibrate, typeof assembleForms, Assembly?] = [calibrate, assembleForms];',
  ];
  await writeFile(join(consumer, 'typed.ts'), `${code.join('\n')}\n`);
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', 'typed.ts'];
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = await run(process.execPath, [tsc, '--pretty', 'false', ...options], { cwd: consumer }).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout.match(/error TS\d+/g)).toEqual(['error TS2322']);
});

test('nothing in it needs Node, a clock or chance, and only assembly needs another package', async () => {
  const library = join(consumer, place);
  const files = globSync('**/*.js', { cwd: library });
  const texts = await Promise.all(files.map((file) => readFile(join(library, file), 'utf8')));
  const others = files.flatMap((file, at) =>
    readImports(texts[at] ?? '')
      .filter(({ specifier }) => !specifier.startsWith('.'))
      .map(({ specifier }) => `${file}: ${specifier}`),
  );
  expect(others).toEqual([`${join('assembly', 'highs-solver.js')}: highs`]);
  const impure = files.filter((_, at) => IMPURE.test((texts[at] ?? '').replaceAll(COMMENTS, '')));
  expect(impure).toEqual([]);
});
const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*/g;
const IMPURE =
  /\bnode:|\bMath\.random\b|\b(?:Date|performance|process|Buffer|crypto|document|window|fetch|setTimeout)\b[.(]/;
