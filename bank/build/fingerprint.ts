import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../canonical.ts';

const source = /\.(ts|py|jsonl?|mjs)$/;
const noSource = /\.test\.ts$|\.d\.ts$/;

/**
 * Stands for everything that a template is built by: this room's source, the Pythons with the
 * misconceptions, the exact versions below them. Whatever changes there, templates are built again.
 */
export function fingerprintEngine(): string {
  const bank = dirname(import.meta.dirname);
  const python = dirname(fileURLToPath(import.meta.resolve('@pyladder/python')));
  const require = createRequire(import.meta.url);
  const packages = [join(bank, 'package.json'), join(python, 'package.json')].map((file) =>
    JSON.stringify(require(file)),
  );
  const files = [bank, python].flatMap(listSources).map((file) => readFileSync(file, 'utf8'));
  return sha256([...packages, ...files].map(sha256).join('\n'));
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && source.test(entry.name) && !noSource.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](node_modules|\.types|\.cache|__pycache__)[\\/]/.test(file.slice(folder.length)))
    .sort();
}
