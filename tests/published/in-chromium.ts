import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openBrowser } from '../browser/chromium.ts';
import { useBuiltLibrary } from './built-library.ts';
import { entries, place, room } from './consumer.ts';
import { serveFolder } from './folder-server.ts';
import type { Outcome } from './outcomes.ts';
import { useStandIns } from './page/stand-ins.ts';
import { listRoomFiles, listTestFiles } from './room-files.ts';

const runner = fileURLToPath(new URL('./page/run-tests.ts', import.meta.url));

/** What a page needs to find the package by its names without a bundler, as its README's readers would write it. */
const importMap = `<script type="importmap">${JSON.stringify({
  imports: {
    [entries[0]]: `/${place}/index.js`,
    [entries[1]]: `/${place}/assembly/index.js`,
    highs: '/node_modules/highs/build/highs.mjs',
  },
})}</script>`;

/**
 * Runs tests of psychometrics on the package in a consumer's folder, in Chromium: all of them, or these files. The tests are
 * bundled; the package is not, but is served file by file as npm would upload it.
 */
export async function runInChromium(consumer: string, files: readonly string[] = listTestFiles()): Promise<Outcome[]> {
  await bundleTests(consumer, files);
  return openPage<Outcome[]>(consumer, '<script type="module" src="/tests/tests.js"></script>');
}

/**
 * Opens a page of a consumer's project.
 *
 * @returns what the page's script, an ES module, leaves as `window.report`
 * @throws Error whatever error nobody caught there, or the name of a file that it looked for in vain
 */
export async function openPage<T>(consumer: string, script: string): Promise<T> {
  await writeFile(
    join(consumer, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>The package</title>${importMap}${script}</html>`,
  );
  const server = await serveFolder(consumer);
  const browser = await openBrowser();
  try {
    const failed = new Promise<never>((_, reject) => {
      browser.page.on('pageerror', reject);
      browser.page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (!response.ok() && pathname !== '/favicon.ico') reject(new Error(`there is no ${pathname}`));
      });
    });
    await browser.page.goto(`${server.origin}/index.html`);
    const reported = browser.page.waitForFunction('window.report', undefined, { timeout: 300_000 });
    const handle = await Promise.race([reported, failed]);
    return (await handle.jsonValue()) as T;
  } finally {
    await browser.dispose();
    server.dispose();
  }
}

async function bundleTests(consumer: string, files: readonly string[]): Promise<void> {
  const folder = join(consumer, 'tests');
  await mkdir(folder, { recursive: true });
  const loaders = files.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(join(room, file))})`);
  const entry = join(consumer, 'entry.js');
  await writeFile(
    entry,
    // Vitest asks for its worker as soon as it is loaded.
    `globalThis.__vitest_worker__ = { config: {}, ctx: {} };
const { runTests } = await import(${JSON.stringify(runner)});
window.report = await runTests({ ${loaders.join(', ')} });
`,
  );
  const texts = listRoomFiles('**/*.*').map(async (file) => [file, await readFile(join(room, file), 'utf8')]);
  await writeFile(join(folder, 'files.json'), JSON.stringify(Object.fromEntries(await Promise.all(texts))));
  await build({
    configFile: false,
    root: consumer,
    base: '/tests/',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"test"' },
    plugins: [useBuiltLibrary((file) => ({ id: `/${place}/${file}`, external: 'absolute' })), useStandIns()],
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'esnext',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: { tests: entry },
        output: { entryFileNames: 'tests.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}
