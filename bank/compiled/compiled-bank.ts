import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Item } from '@pyladder/exam';
import { sortItems } from '../build/build-pool.ts';
import { isDraft, removeOldDrafts, writeWholeFile } from '../build/whole-file.ts';
import { canonicalJson, hashItem } from '../canonical.ts';
import { BadPack, compareText, type Problem, problemAt } from '../problem.ts';
import { ItemShape } from './item-shape.ts';

const remedy = 'Build it again: pyladder bank build.';

/** The files of a compiled bank: path below its folder to text, one item a line. Equal items give equal bytes. */
export function formatCompiledBank(items: readonly Item[]): Map<string, string> {
  const bySection = Map.groupBy(sortItems(items), ({ credential, section }) => join(credential, `${section}.jsonl`));
  return new Map(
    [...bySection]
      .sort(([a], [b]) => compareText(a, b))
      .map(([file, group]) => [file, group.map((item) => `${canonicalJson(item)}\n`).join('')]),
  );
}

/**
 * Writes a compiled bank in place of the one before. Each file is whole at every moment; the last
 * step removes what is no longer part of it.
 */
export function writeCompiledBank(folder: string, items: readonly Item[]): { changed: string[] } {
  const wanted = formatCompiledBank(items);
  const changed = findDifferences(folder, items);
  for (const [name, text] of wanted) {
    if (changed.includes(name)) writeWholeFile(join(folder, name), text);
  }
  for (const name of listFiles(folder)) if (!wanted.has(name)) rmSync(join(folder, name), { force: true });
  for (const place of new Set([...wanted.keys()].map((name) => dirname(join(folder, name))))) removeOldDrafts(place);
  return { changed };
}

/** The files in which a compiled bank on disk is not what these items give. */
export function findDifferences(folder: string, items: readonly Item[]): string[] {
  const wanted = formatCompiledBank(items);
  const names = new Set([...wanted.keys(), ...listFiles(folder)]);
  return [...names]
    .filter((name) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), 'utf8') !== wanted.get(name))
    .sort();
}

/**
 * The items of a compiled bank, each checked against its hash.
 *
 * @throws BadPack naming every line that was changed by hand or damaged
 */
export function loadCompiledBank(folder: string): Item[] {
  const problems: Problem[] = [];
  const items = listFiles(folder).flatMap((name) => {
    const file = join(folder, name);
    const lines = readFileSync(file, 'utf8').split('\n');
    if (lines.pop() !== '')
      problems.push(problemAt({ file, line: lines.length + 1, column: 1 }, 'The last line is cut off.', remedy));
    return lines.flatMap((line, index) => {
      const item = readItem(line, name);
      if (typeof item !== 'string') return [item];
      problems.push(problemAt({ file, line: index + 1, column: 1 }, item, remedy));
      return [];
    });
  });
  const hashes = new Set(items.map(({ hash }) => hash));
  if (hashes.size < items.length)
    problems.push(problemAt({ file: folder, line: 1, column: 1 }, 'An item stands here twice.', remedy));
  if (problems.length > 0) throw new BadPack(problems);
  return items;
}

function readItem(line: string, name: string): Item | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'This line is not JSON.';
  }
  const result = ItemShape.safeParse(value);
  if (!result.success) return 'This line is not an item.';
  const item = result.data;
  if (hashItem(item) !== item.hash) return 'This item was changed: its hash is not that of its content.';
  if (basename(dirname(name)) !== item.credential || basename(name, '.jsonl') !== item.section)
    return 'This item belongs into another file.';
  return item;
}

/** All but what somebody is writing at this moment, or was writing when he was killed. */
function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isDraft(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
