import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../stages/command.ts';

/** Every file that a browser can fetch of the site, as it is served. */
let site: { file: string; text: string }[] = [];

beforeAll(() => {
  execFileSync(process.execPath, ['web/build/build-if-stale.ts'], { cwd: root });
  site = globSync('web/dist/**/*.*', { cwd: root }).map((file) => ({
    file,
    text: readFileSync(join(root, file), 'latin1'),
  }));
});

function filesWith(secrets: readonly string[]): string[] {
  return secrets.flatMap((secret) =>
    site.flatMap(({ file, text }) => (text.includes(secret) ? [`${secret} in ${file}`] : [])),
  );
}

test('the site holds scripts and styles, so that the scans below have something to find', () => {
  expect(site.filter(({ file }) => file.endsWith('.js')).length).toBeGreaterThan(3);
  expect(site.filter(({ file }) => file.endsWith('.css')).length).toBeGreaterThan(1);
  expect(filesWith(['Hand in your exam?'])).not.toEqual([]);
});

test('nobody can learn from the site which belief an option stands for', () => {
  const catalogue: { id: string; belief: string }[] = JSON.parse(
    readFileSync(join(root, 'python/misconceptions/catalogue.json'), 'utf8'),
  );
  expect(catalogue.length).toBeGreaterThan(40);
  expect(filesWith(catalogue.map(({ id }) => id))).toEqual([]);
  expect(filesWith(catalogue.map(({ belief }) => belief))).toEqual([]);
});

test('the site holds no template and no item, of either pool', () => {
  const templates = globSync('packs/python-ladder/*/*/items/*.yaml', { cwd: root });
  const names = templates.map((file) => basename(file, '.yaml'));
  expect(names.length).toBeGreaterThan(60);
  expect(filesWith(names)).toEqual([]);
  const hashes = globSync('packs/python-ladder/compiled/**/*.jsonl', { cwd: root }).flatMap((file) =>
    Array.from(readFileSync(join(root, file), 'utf8').matchAll(/"hash":"([0-9a-f]{64})"/g), ([, hash]) => hash ?? ''),
  );
  expect(hashes.length).toBeGreaterThan(100);
  expect(filesWith(hashes)).toEqual([]);
});
