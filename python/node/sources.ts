import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from './pyodide.ts';

const room = fileURLToPath(new URL('..', import.meta.url));

/** Where an interpreter finds this room's Python packages while it starts. */
export const mountPoint = '/pyladder';

/** Copies the Python packages of this room into an interpreter's file system. */
export function mountSources(files: FileSystem): void {
  for (const name of ['runner', 'misconceptions']) {
    for (const path of readdirSync(`${room}${name}`, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.py')) continue;
      const target = `${mountPoint}/${name}/${path.replaceAll('\\', '/')}`;
      files.mkdirTree(target.slice(0, target.lastIndexOf('/')));
      files.writeFile(target, readFileSync(`${room}${name}/${path}`, 'utf8'));
    }
  }
}
