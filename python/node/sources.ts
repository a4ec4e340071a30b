import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from '../interpreter/pyodide.ts';
import type { Bytecode } from './bytecode.ts';

const room = fileURLToPath(new URL('..', import.meta.url));

/** Where an interpreter finds this room's Python packages as files. */
export const sourcesFolder = '/pyladder';

/** Where it finds them as an archive of compiled modules. */
export const sourcesArchive = '/pyladder.zip';

/** The Python files of this room's packages that run inside an interpreter, by path from the room, in a fixed order. */
export function readSources(): Map<string, string> {
  const paths = ['runner', 'misconceptions'].flatMap((name) =>
    readdirSync(`${room}${name}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.py'))
      .map((path) => `${name}/${path.replaceAll('\\', '/')}`),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(`${room}${path}`, 'utf8')]));
}

/** Copies sources into an interpreter's file system, below `sourcesFolder`. */
export function mountSources(files: FileSystem, sources: ReadonlyMap<string, string>): void {
  for (const [path, text] of sources) {
    const target = `${sourcesFolder}/${path}`;
    files.mkdirTree(target.slice(0, target.lastIndexOf('/')));
    files.writeFile(target, text);
  }
}

/** Gives an interpreter this room's packages, compiled if they are, and tells where they lie. */
export function mountRunner(files: FileSystem, bytecode: Bytecode | null): string {
  if (bytecode === null) {
    mountSources(files, readSources());
    return sourcesFolder;
  }
  files.writeFile(sourcesArchive, readFileSync(bytecode.sources));
  return sourcesArchive;
}
