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
 * manifest with the `exports` of `publishConfig`, which npm itself does not put in their place. Within this repository the
 * source is used as it is.
 *
 * @returns the folder to publish
 */
async function buildPackage(): Promise<string> {
  const folder = join(room, 'dist');
  await rm(folder, { recursive: true, force: true });
  await run(process.execPath, [tsc, '-p', join(room, 'tsconfig.publish.json')]);
  const {
    private: _,
    scripts: __,
    publishConfig: { exports, ...publishConfig },
    ...manifest
  } = JSON.parse(await readFile(join(room, 'package.json'), 'utf8'));
  const published = { ...manifest, engines: { node: '>=20.19' }, exports, publishConfig };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  for (const text of ['README.md', 'FORMULAS.md']) await copyFile(join(room, text), join(folder, text));
  await copyFile(join(room, '..', 'LICENSE'), join(folder, 'LICENSE'));
  return folder;
}

process.stdout.write(`Built. Publish it by: npm publish ${await buildPackage()}\n`);
