import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pureRooms } from './rooms.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

/** Names that a room has only if it runs in Node or in a browser, and some that every room has. */
const foreign = ['process', 'document', 'window', 'fetch', 'console', 'setTimeout', 'URL', 'crypto', 'Buffer'];
const own = ['Math', 'Date', 'JSON', 'Map', 'Promise'];

test.each(pureRooms)(
  '%s cannot reach a network, a console, a page or a process, because it does not compile there',
  async (room) => {
    const folder = mkdtempSync(join(tmpdir(), 'pyladder-probe-'));
    const names = [...foreign, ...own];
    writeFileSync(
      join(folder, 'probe.mts'),
      [`import * as room from ${JSON.stringify(join(root, room, 'index.ts'))};`, 'export { room };', ...names, ''].join(
        '\n',
      ),
    );
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, room, 'tsconfig.json'),
        compilerOptions: { composite: false, emitDeclarationOnly: false, noEmit: true, rootDir: '/' },
        include: ['probe.mts'],
        exclude: [],
      }),
    );
    const output = await compile(folder);
    rmSync(folder, { recursive: true });
    const unknown = [...output.matchAll(/^probe\.mts\(\d+,\d+\): error TS\d+: Cannot find name '(\w+)'/gm)];
    expect(unknown.map(([, name]) => name)).toEqual(foreign);
    expect(output.match(/error TS/g)).toHaveLength(foreign.length);
  },
);

test.each(pureRooms)('%s takes time and chance as arguments, so that a disputed decision can be made again', (room) => {
  const sources = globSync(`${room}/**/*.ts`, {
    cwd: root,
    exclude: ['**/node_modules/**', '**/.types/**', '**/*.test.ts'],
  });
  const impure = sources.filter((file) =>
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(sources.length).toBeGreaterThan(0);
  expect(impure).toEqual([]);
});

/** What the compiler says; it ends with an error code when it finds errors, which is what is wanted here. */
function compile(folder: string): Promise<string> {
  return new Promise((settle) => {
    execFile(process.execPath, [tsc, '--pretty', 'false', '-p', 'tsconfig.json'], { cwd: folder }, (_, stdout) =>
      settle(stdout),
    );
  });
}
