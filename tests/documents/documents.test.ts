import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { rooms } from '../borders/rooms.ts';
import { root } from '../stages/command.ts';
import { stages } from '../stages/stages.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root });

/** The cells of a Markdown table's rows whose first cell is code. */
function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

test('the table of rooms that people read is the one that is enforced', () => {
  const rows = rowsOf(read('ARCHITECTURE.md'));
  expect(
    rows.map(([name, , mayImport, environment]) => ({
      name: name?.replace(/^`(\w+)\/`.*/, '$1'),
      planned: name?.endsWith('(planned)'),
      mayImport: mayImport === '–' ? [] : mayImport?.split(', '),
      environment,
    })),
  ).toEqual(
    rooms.map(({ name, planned = false, mayImport, environment }) => ({ name, planned, mayImport, environment })),
  );
});

test('the README names every setting, and no other', () => {
  const settings = read('server/process/settings.ts');
  const known = Array.from(settings.matchAll(/^ {2}([A-Z][A-Z_]+): z\b/gm), ([, name]) => name);
  const named = rowsOf(read('README.md')).map(([name]) => name?.replaceAll('`', ''));
  expect(known.length).toBeGreaterThan(0);
  expect(named.toSorted()).toEqual(known.toSorted());
});

test('a clean checkout is tested by the words of the README', () => {
  const [command] = read('README.md').match(/^npm install && npm test$/m) ?? [];
  expect(read('.ci/run').trimEnd().split('\n').at(-1)).toBe(command);
});

test('every stage of the tests is named for those who contribute', () => {
  for (const { name } of stages) expect(read('CONTRIBUTING.md')).toContain(`\`${name}\``);
});

test('every decision is found from the architecture', () => {
  for (const file of globSync('docs/decisions/*.md', { cwd: root })) {
    expect(read('ARCHITECTURE.md')).toContain(`(${file})`);
    expect(read(file)).toContain('**What would change our mind.**');
  }
});

test.each(documents)('%s points only at files that exist', (document) => {
  const links = Array.from(read(document).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g), ([, link = '']) => link);
  const missing = links.filter((link) => globSync(join(dirname(document), link), { cwd: root }).length === 0);
  expect(missing).toEqual([]);
});
