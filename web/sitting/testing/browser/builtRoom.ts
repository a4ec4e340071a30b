import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const web = fileURLToPath(new URL('../../..', import.meta.url));
const vite = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')));

/** The site built into a folder of its own. */
export type BuiltRoom = { folder: string; dispose(): Promise<void> };

/** Builds the site as it is delivered: in a process of its own, because a test's React is the slow and heavy one. */
export async function buildRoom(): Promise<BuiltRoom> {
  return inFolder((folder) =>
    run(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
      cwd: web,
      env: { ...process.env, NODE_ENV: 'production' },
    }),
  );
}

/** The same build as a later version: another page, and so another worker. */
export async function laterVersion({ folder: earlier }: BuiltRoom): Promise<BuiltRoom> {
  return inFolder(async (folder) => {
    await cp(earlier, folder, { recursive: true });
    const page = await readFile(join(folder, 'room.html'), 'utf8');
    await writeFile(join(folder, 'room.html'), page.replace('</head>', '<meta name="version" content="later"></head>'));
    const worker = await readFile(join(folder, 'room-worker.js'), 'utf8');
    await writeFile(join(folder, 'room-worker.js'), worker.replace(/"version":"[0-9a-f]+"/, '"version":"later"'));
  });
}

async function inFolder(fill: (folder: string) => Promise<unknown>): Promise<BuiltRoom> {
  const folder = await mkdtemp(join(tmpdir(), 'pyladder-room-'));
  await fill(folder);
  return { folder, dispose: () => rm(folder, { recursive: true, force: true }) };
}
