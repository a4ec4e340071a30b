import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortItems } from '../build/build-pool.ts';
import { BadPack } from '../problem.ts';
import { givenItem } from '../testing/given-item.ts';
import { givenFolder } from '../testing/given-pack.ts';
import { findDifferences, formatCompiledBank, loadCompiledBank, writeCompiledBank } from './compiled-bank.ts';

const items = [
  givenItem({ template: 'pcep.flow-control.b' }),
  givenItem({ template: 'pcep.flow-control.a', difficulty: 0.8 }),
  givenItem({ template: 'pcep.functions.a', section: 'functions' }),
];

function problemsOf(load: () => unknown) {
  try {
    load();
  } catch (error) {
    if (error instanceof BadPack) return error.problems;
    throw error;
  }
  return [];
}

test('what was written is what is loaded', () => {
  const folder = givenFolder();
  writeCompiledBank(folder, items);
  expect(sortItems(loadCompiledBank(folder))).toEqual(sortItems(items));
  expect(findDifferences(folder, items)).toEqual([]);
});

test('the same items give the same bytes, in whatever order they were built', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (shuffled) => {
      expect([...formatCompiledBank(shuffled)]).toEqual([...formatCompiledBank(items)]);
    }),
  );
});

test('a line changed by hand is refused with its file and line', () => {
  const folder = givenFolder();
  writeCompiledBank(folder, items);
  const file = join(folder, 'pcep', 'flow-control.jsonl');
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [lines[0], lines[1]?.replace('"key":true', '"key":false'), ''].join('\n'));
  expect(problemsOf(() => loadCompiledBank(folder))).toMatchObject([
    { file, line: 2, what: expect.stringContaining('was changed') },
  ]);
  expect(findDifferences(folder, items)).toEqual([join('pcep', 'flow-control.jsonl')]);
});

test('a file that is cut off, doubled or misplaced is refused', () => {
  const damage: [(text: string) => string, string][] = [
    [(text) => text.slice(0, -20), 'cut off'],
    [(text) => text + text, 'twice'],
    [(text) => text.replaceAll('"section":"functions"', '"section":"flow-control"'), 'was changed'],
    [() => 'nonsense\n', 'not JSON'],
    [() => '{}\n', 'not an item'],
  ];
  for (const [change, words] of damage) {
    const folder = givenFolder();
    writeCompiledBank(folder, items);
    const file = join(folder, 'pcep', 'functions.jsonl');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect(
      problemsOf(() => loadCompiledBank(folder))
        .map(({ what }) => what)
        .join(' '),
    ).toContain(words);
  }
});

test('what is no longer part of the bank goes when it is written anew, and nothing is left half written', () => {
  const folder = givenFolder();
  writeCompiledBank(folder, items);
  expect(writeCompiledBank(folder, items.slice(0, 2)).changed).toEqual([join('pcep', 'functions.jsonl')]);
  expect(readdirSync(join(folder, 'pcep'))).toEqual(['flow-control.jsonl']);
});
