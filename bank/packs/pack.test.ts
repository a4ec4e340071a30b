import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BadPack, formatProblem } from '../problem.ts';
import { givenFiles, givenFolder, templateText } from '../testing/given-pack.ts';
import { loadPacks, readPacks } from './pack.ts';

const own = join(import.meta.dirname, '..', '..', 'packs', 'python-ladder');
const packFile = (id: string) => `id: ${id}\ntitle: Private items\nlicense: LicenseRef-Private\n`;
const path = (slug: string) => `pcep/flow-control/items/${slug}.yaml`;
const exam = (slug: string, word: string) =>
  templateText(slug, { pool: 'exam', code: `|\n  print('${word}', {{first}} + {{start}} + {{stop}})` });

function givenExtra(files: Record<string, string>): string {
  const folder = givenFolder();
  givenFiles(folder, files);
  return folder;
}

const idsOf = (extra: string) =>
  readPacks(own, extra)
    .packs.map(({ id, templates }) => [id, templates.length])
    .slice(1);

test("an organisation's pack adds exam templates to a credential of the ladder", () => {
  const extra = givenExtra({ 'pack.yaml': packFile('private'), [path('mine')]: exam('mine', 'red') });
  expect(readPacks(own, extra).problems).toEqual(readPacks(own).problems);
  expect(idsOf(extra)).toEqual([['private', 1]]);
});

test('a folder may hold several packs', () => {
  const extra = givenExtra({
    'a/pack.yaml': packFile('a'),
    [`a/${path('mine')}`]: exam('mine', 'red'),
    'b/pack.yaml': packFile('b'),
    [`b/${path('yours')}`]: exam('yours', 'blue'),
  });
  expect(idsOf(extra)).toEqual([
    ['a', 1],
    ['b', 1],
  ]);
});

test('practice items, and names that are taken, are refused in an added pack', () => {
  const extra = givenExtra({
    'a/pack.yaml': packFile('a'),
    [`a/${path('open')}`]: templateText('open'),
    [`a/${path('mine')}`]: exam('mine', 'red'),
    'b/pack.yaml': packFile('b'),
    [`b/${path('mine')}`]: exam('mine', 'blue'),
    [`b/${path('copy')}`]: exam('copy', 'red'),
  });
  const found = readPacks(own, extra)
    .problems.filter(({ file }) => file.startsWith(extra))
    .map((problem) => formatProblem(problem, extra));
  expect(found).toEqual([
    expect.stringContaining(`a/${path('open')}:3:7: An added pack can hold exam items only. Write pool: exam.`),
    expect.stringContaining(`b/${path('copy')}:5:7: The program is the same as that of \`pcep.flow-control.mine\``),
    expect.stringContaining(`b/${path('mine')}:1:5: \`pcep.flow-control.mine\` is in the exam pool already.`),
  ]);
});

test('a folder without a pack or a ladder is named with what is missing', () => {
  const empty = givenFolder();
  expect(readPacks(own, empty).problems.map((problem) => formatProblem(problem, empty))).toContainEqual(
    'pack.yaml:1:1: There is no pack here. Write a pack.yaml with id, title and license.',
  );
  expect(() => loadPacks(empty)).toThrow(BadPack);
  expect(() => loadPacks(empty)).toThrow('There is no ladder here.');
});
