import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strippedBytecodeOf } from './bytecode.ts';

/** A file that a page fetches to run Python; names as `PageFileName` of the browser's side has them. */
export type PageFile = { name: string; bytes: Buffer };

/** The CPython that a page runs, the newest that items are proven on. */
const version = '3.14';

/**
 * What a browser needs to run programs as the bank does: Pyodide, the standard library, the runner and the misconceptions.
 * Takes some seconds when nobody has asked before. Null where this room's cache cannot be written.
 */
export async function readPageFiles(): Promise<PageFile[] | null> {
  const bytecode = await strippedBytecodeOf(version);
  if (bytecode === null) return null;
  const ofPyodide = (name: string) => fileURLToPath(new URL(name, import.meta.resolve(`pyodide-${version}`)));
  const paths = {
    'pyodide.mjs': ofPyodide('pyodide.mjs'),
    'pyodide.asm.mjs': ofPyodide('pyodide.asm.mjs'),
    'pyodide.asm.wasm': ofPyodide('pyodide.asm.wasm'),
    'library.zip': bytecode.library,
    'pyladder.zip': bytecode.sources,
  };
  const files = Object.entries(paths).map(([name, path]) => ({ name, bytes: readFileSync(path) }));
  return [...files, { name: 'pyodide-lock.json', bytes: withoutPackages(ofPyodide('pyodide-lock.json')) }];
}

/** Pyodide's list of what can be installed, empty: what is not in the library does not exist in a page. */
function withoutPackages(path: string): Buffer {
  const { info }: { info: unknown } = JSON.parse(readFileSync(path, 'utf8'));
  return Buffer.from(JSON.stringify({ info, packages: {} }));
}
