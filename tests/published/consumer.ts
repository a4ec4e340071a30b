import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The folder of the whole project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The library's source and its tests. */
export const room = join(root, 'psychometrics');

/** The library as its users import it. */
export const entries = ['@pyladder/psychometrics', '@pyladder/psychometrics/assembly'] as const;

/** Where the package lies in a consumer's folder, as paths of a disk and of a server that serves the folder. */
export const place = 'node_modules/@pyladder/psychometrics';

/**
 * Makes a stranger's project: the tarball that npm would upload is unpacked there, and the solver it depends on, and no more.
 *
 * @returns its folder, the caller's to remove
 */
export async function makeConsumer(): Promise<string> {
  const consumer = await mkdtemp(join(tmpdir(), 'pyladder-consumer-'));
  const npm = { cwd: root, shell: process.platform === 'win32' };
  await run('npm', ['run', '--silent', 'build', '-w', '@pyladder/psychometrics'], npm);
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', consumer], {
    ...npm,
    cwd: join(room, 'dist'),
  });
  const library = join(consumer, place);
  await mkdir(library, { recursive: true });
  await run('tar', ['-xzf', join(consumer, stdout.trim()), '-C', library, '--strip-components=1']);
  await cp(join(root, 'node_modules', 'highs'), join(consumer, 'node_modules', 'highs'), { recursive: true });
  await writeFile(join(consumer, 'package.json'), '{ "type": "module" }');
  return consumer;
}
