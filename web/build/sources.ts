import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const SOURCE = /\.(tsx?|css|html|json|svg|png|js)$/;
const NOT_BUILT = /(\.test\.tsx?|\.tsbuildinfo)$/;
const FOREIGN = new Set(['node_modules', 'dist', '.types', '.cache', 'testing']);

/**
 * SHA-256 over everything the site is built from: its own files, the rooms it imports, and the pinned packages.
 *
 * @param web path of the web room
 */
export async function hashSources(web: string): Promise<string> {
  const roots = [
    web,
    join(web, '../contract'),
    join(web, '../credentials'),
    join(web, '../exam'),
    join(web, '../python'),
  ];
  const found = (await Promise.all(roots.map(listSources))).flat();
  const files = [...found, join(web, '../package-lock.json')].sort();
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash('sha256');
  for (const [index, file] of files.entries()) {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${relative(web, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function listSources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry): Promise<string[]> | string[] => {
      if (entry.isDirectory()) return FOREIGN.has(entry.name) ? [] : listSources(join(folder, entry.name));
      return SOURCE.test(entry.name) && !NOT_BUILT.test(entry.name) ? [join(folder, entry.name)] : [];
    }),
  );
  return found.flat();
}
