// @vitest-environment node
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildIfStale } from './freshness.ts';

let repository: string;
let web: string;
beforeEach(async () => {
  repository = await mkdtemp(join(tmpdir(), 'pyladder-site-'));
  web = join(repository, 'web');
  await Promise.all(['web', 'contract', 'credentials', 'exam', 'python'].map((room) => mkdir(join(repository, room))));
  await writeFile(join(repository, 'package-lock.json'), '{}');
  await writeFile(join(web, 'package.json'), '{ "type": "module" }');
  await writeFile(join(repository, 'exam', 'rule.ts'), 'export const minutes = 40;');
  await writeFile(join(web, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>');
  await writeFile(join(web, 'main.js'), "document.title = 'first';");
  await writeFile(join(web, 'vite.config.ts'), `export default { root: ${JSON.stringify(web)} };`);
});
afterEach(() => rm(repository, { recursive: true, force: true }));

const assets = async () => {
  const folder = join(web, 'dist', 'assets');
  const files = await readdir(folder);
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
};

test('the first start builds the site, the second finds it fresh', async () => {
  expect(await buildIfStale(web)).toBe('built');
  expect(await buildIfStale(web)).toBe('fresh');
  expect(await assets()).toContain('first');
});

test('two first starts at once build it once, and it is whole', async () => {
  const outcomes = await Promise.all([buildIfStale(web), buildIfStale(web)]);
  expect(outcomes.sort()).toEqual(['built', 'built-by-another']);
  expect(await assets()).toContain('first');
  expect(await readdir(join(web, '.cache'))).toEqual([]);
});

test('a changed source is built anew, also one in a room that the site imports', async () => {
  await buildIfStale(web);
  await writeFile(join(web, 'main.js'), "document.title = 'second';");
  expect(await buildIfStale(web)).toBe('built');
  expect(await assets()).toContain('second');
  await writeFile(join(web, 'package.json'), '{ "type": "module" }');
  await writeFile(join(repository, 'exam', 'rule.ts'), 'export const minutes = 65;');
  expect(await buildIfStale(web)).toBe('built');
});

test('a build that fails leaves the old site standing and is tried again', async () => {
  await buildIfStale(web);
  await writeFile(join(web, 'main.js'), 'this is no JavaScript');
  await expect(buildIfStale(web)).rejects.toThrow();
  expect(await assets()).toContain('first');
  await writeFile(join(web, 'main.js'), "document.title = 'third';");
  expect(await buildIfStale(web)).toBe('built');
});
