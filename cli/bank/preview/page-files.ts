import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { UserError } from '../../user-error.ts';

const web = join(import.meta.dirname, '..', '..', '..', 'web');
const builder = join(web, 'build', 'build-preview.ts');
const built = join(web, 'preview', 'dist');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The files of a page by their addresses; nothing else is ever served. */
export type PageFiles = ReadonlyMap<string, { type: string; body: Buffer }>;

/** The preview's page, built anew if its sources have changed since. @throws UserError */
export async function getPreviewPage(): Promise<PageFiles> {
  const code = await new Promise<number | null>((settle, fail) => {
    // What it says is for whoever waits; standard output is for the address.
    const child = spawn(process.execPath, [builder], { stdio: ['ignore', 2, 'inherit'] });
    child.once('error', fail).once('exit', settle);
  });
  if (code !== 0) throw new UserError('The page of the preview could not be built.');
  return readPageFiles(built);
}

/** Reads every file of a folder that a page may need. */
export function readPageFiles(folder: string): PageFiles {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.flatMap(({ parentPath, name }) => {
      const type = types[extname(name)];
      const file = join(parentPath, name);
      const address = `/${relative(folder, file).split(sep).join('/')}`;
      return type === undefined ? [] : [[address, { type, body: readFileSync(file) }] as const];
    }),
  );
}
