import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { readPacks } from './pack.ts';

const folder = join(import.meta.dirname, '..', '..', 'packs', 'bad-packs');
const mark = /# wrong: (.+)$/;

/** What a folder says of itself: each line that is marked, with the words a problem there begins with. */
function listMarks(pack: string): string[] {
  return readdirSync(pack, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          mark.test(line) ? [`${relative(pack, file)}:${index + 1}: ${mark.exec(line)?.[1]}`] : [],
        ),
    )
    .sort();
}

test.each(readdirSync(folder).filter((name) => name !== 'no-pack-file'))(
  'a bad pack is refused with the line of every mistake: %s',
  (name) => {
    const pack = join(folder, name);
    const marks = listMarks(pack);
    const { problems } = readPacks(pack);
    const found = problems.map(({ file, line, what }) => `${relative(pack, file)}:${line}: ${what}`).sort();
    expect(found.map((problem, index) => problem.slice(0, marks[index]?.length))).toEqual(marks);
    for (const { remedy, column } of problems) {
      expect(remedy).toMatch(/^[A-Z].*[.?]$/s);
      expect(column).toBeGreaterThan(0);
    }
  },
);

test('a folder without pack.yaml is refused with what to write there', () => {
  const { problems } = readPacks(join(folder, 'no-pack-file'));
  expect(problems).toMatchObject([
    { line: 1, what: 'There is no pack here.', remedy: 'Write a pack.yaml with id, title and license.' },
  ]);
});
