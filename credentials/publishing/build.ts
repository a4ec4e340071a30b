import { execFile } from 'node:child_process';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const room = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

/**
 * Builds the package as npm wants it, because Node strips no types below `node_modules`: JavaScript, declarations, and a
 * manifest that points to them. Within this repository the source is used as it is.
 *
 * @returns the folder to publish
 */
export async function buildPackage(): Promise<string> {
  const folder = join(room, 'dist');
  await rm(folder, { recursive: true, force: true });
  await run(process.execPath, [tsc, '-p', join(room, 'tsconfig.publish.json')]);
  const {
    private: _,
    devDependencies: __,
    ...manifest
  } = JSON.parse(await readFile(join(room, 'package.json'), 'utf8'));
  const published = {
    ...manifest,
    engines: { node: '>=20.19' },
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './node': { types: './node/index.d.ts', default: './node/index.js' },
    },
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  await copyFile(join(room, 'README.md'), join(folder, 'README.md'));
  await copyFile(join(room, '..', 'LICENSE'), join(folder, 'LICENSE'));
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`Built. Publish it by: npm publish ${await buildPackage()}\n`);
}
