import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BadPack } from '../problem.ts';
import { loadLadder } from './ladder.ts';
import { loadReferences, objectivesOf } from './references.ts';

const pack = join(import.meta.dirname, '..', '..', 'packs', 'python-ladder');
const ladder = loadLadder(pack);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pyladder-references-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what the Python ladder names for reading belongs to its objectives, and every address is an address', () => {
  const references = loadReferences(pack, ladder);
  expect(references.size).toBeGreaterThan(0);
  for (const { url } of [...references.values()].flat()) if (url !== null) expect(URL.canParse(url)).toBe(true);
});

test('a learner finds at least two things to read on every objective, one of them documentation or a PEP', () => {
  const references = loadReferences(pack, ladder);
  const short = objectivesOf(ladder).filter((objective) => {
    const found = references.get(objective) ?? [];
    return found.length < 2 || !found.some(({ kind }) => kind === 'documentation' || kind === 'pep');
  });
  expect(short).toEqual([]);
});

test('what to read on an objective never leads twice to the same address', () => {
  const twice = [...loadReferences(pack, ladder)].flatMap(([objective, found]) => {
    const urls = found.flatMap(({ url }) => (url === null ? [] : [url]));
    return urls.filter((url, index) => urls.indexOf(url) !== index).map((url) => `${objective}: ${url}`);
  });
  expect(twice).toEqual([]);
});

test('a pack that names nothing for reading is as good as any', () => {
  expect(loadReferences(folder, ladder).size).toBe(0);
});

test('a book needs no address, and a day that nobody wrote down is not made up', () => {
  writeFileSync(
    join(folder, 'references.yaml'),
    'pcep.functions.recursion:\n  - { kind: book, title: A book, author: Somebody, why: Explains it., accessed: unknown }\n',
  );
  expect(loadReferences(folder, ladder).get('pcep.functions.recursion')).toEqual([
    { kind: 'book', title: 'A book', author: 'Somebody', url: null, why: 'Explains it.', accessed: null },
  ]);
});

test('a misspelt objective is refused with those that its section has', () => {
  writeFileSync(
    join(folder, 'references.yaml'),
    'pcep.functions.recursions:\n  - { kind: book, title: A book, author: Somebody, why: Explains it., accessed: unknown }\n',
  );
  expect(() => loadReferences(folder, ladder)).toThrow(BadPack);
  expect(() => loadReferences(folder, ladder)).toThrow(/references\.yaml:1:1: .+ Write one of .+functions\.recursion,/);
});
