import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser/chromium.ts';
import { checkLibrary, type Findings, type Golden } from './library-check.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'psychometrics', 'testing', 'golden');
let project: string;
let golden: Golden;

/** A stranger's project in which the tarball that npm would upload is unpacked, and the solver it depends on, and no more. */
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'pyladder-consumer-'));
  const npm = { cwd: root, shell: process.platform === 'win32' };
  await run('npm', ['run', '--silent', 'build', '-w', '@pyladder/psychometrics'], npm);
  const built = join(root, 'psychometrics', 'dist');
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', project], { ...npm, cwd: built });
  const modules = join(project, 'node_modules');
  await mkdir(join(modules, '@pyladder', 'psychometrics'), { recursive: true });
  const into = ['-C', join(modules, '@pyladder', 'psychometrics'), '--strip-components=1'];
  await run('tar', ['-xzf', join(project, stdout.trim()), ...into]);
  await cp(join(root, 'node_modules', 'highs'), join(modules, 'highs'), { recursive: true });
  golden = await readGolden();
  await writeFile(join(project, 'package.json'), '{ "type": "module" }');
  await writeFile(join(project, 'golden.json'), JSON.stringify(golden));
  await writeFile(join(project, 'program.js'), program);
  await writeFile(join(project, 'index.html'), page);
});
afterAll(() => rm(project, { recursive: true, force: true }));

const names = ['@pyladder/psychometrics', '@pyladder/psychometrics/assembly'];
const load = `
const parts = await Promise.all(${JSON.stringify(names)}.map((name) => import(name)));
const library = Object.assign({}, ...parts);
const check = ${checkLibrary.toString()};
`;
const program = `import { readFile } from 'node:fs/promises';
${load}
console.log(JSON.stringify(await check(library, JSON.parse(await readFile('golden.json', 'utf8')))));
`;
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The library in a browser</title>
<script type="importmap">${JSON.stringify({
  imports: {
    [names[0] ?? '']: '/node_modules/@pyladder/psychometrics/index.js',
    [names[1] ?? '']: '/node_modules/@pyladder/psychometrics/assembly/index.js',
    highs: '/node_modules/highs/build/highs.mjs',
  },
})}</script>
<script type="module">${load}
window.findings = await check(library, await (await fetch('/golden.json')).json());
</script></html>`;

async function readGolden(): Promise<Golden> {
  const json = async (name: string) => JSON.parse(await readFile(join(folder, `${name}.golden.json`), 'utf8'));
  const table = async (name: string) => {
    const [, ...lines] = (await readFile(join(folder, `${name}.csv`), 'utf8')).trim().split(/\r?\n/);
    return lines.map((line) => line.split(',').map((cell) => Number(cell.replaceAll('"', ''))));
  };
  return {
    patterns: await table('LSAT6_patterns'),
    lsat: await json('LSAT6'),
    bank: await table('catR_tcals'),
    next: await json('catR_next'),
    verbal: await table('verbal_aggression'),
    fairness: await json('verbal_dif'),
  };
}

function expectGolden({ farthest, chosen, forms, random }: Findings): void {
  const most = {
    a: 1e-6,
    d: 1e-6,
    standardErrors: 1e-5,
    logLikelihood: 1e-6,
    expected: 1e-6,
    weighted: 1e-4,
    chiSquare: 1e-6,
  };
  expect(Object.keys(farthest)).toEqual(Object.keys(most));
  for (const [what, limit] of Object.entries(most)) expect(farthest[what], what).toBeLessThan(limit);
  expect(chosen).toEqual([63, 44, 44]);
  expect(forms.map((ids) => ids.length)).toEqual([10, 10, 10]);
  expect(new Set(forms.flat()).size).toBe(30);
  expect(random).toBeGreaterThan(0);
}

let inNode: Findings;

test('the package as npm would upload it computes golden values in Node, and makes forms', async () => {
  const { stdout } = await run(process.execPath, ['program.js'], { cwd: project });
  inNode = JSON.parse(stdout);
  expectGolden(inNode);
});

test('it computes the same in Chromium, without a bundler', async () => {
  const server = await serve(project);
  const browser = await openBrowser();
  try {
    const errors: Error[] = [];
    browser.page.on('pageerror', (error) => errors.push(error));
    await browser.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`);
    const handle = await browser.page.waitForFunction('window.findings', undefined, { timeout: 60_000 });
    const findings = (await handle.jsonValue()) as Findings;
    expect(errors).toEqual([]);
    expectGolden(findings);
    expect(findings.forms).toEqual(inNode.forms);
    expect(findings.random).toBe(inNode.random);
  } finally {
    await browser.dispose();
    server.close();
  }
});

test('whoever uses it with TypeScript gets its types', async () => {
  const code = [
    `import { calibrate, type Calibration } from '${names[0]}';`,
    `import { assembleForms, type Assembly } from '${names[1]}';`,
    `export const wrong: Calibration['iterations'] = 'no number';`,
    'export const right: [typeof calibrate, typeof assembleForms, Assembly?] = [calibrate, assembleForms];',
  ];
  await writeFile(join(project, 'typed.ts'), `${code.join('\n')}\n`);
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', 'typed.ts'];
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = await run(process.execPath, [tsc, '--pretty', 'false', ...options], { cwd: project }).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout.match(/error TS\d+/g)).toEqual(['error TS2322']);
});

const types: Record<string, string> = {
  '.html': 'text/html',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves a folder to this machine alone. */
async function serve(from: string): Promise<Server> {
  const server = createServer(async ({ url = '/' }, reply) => {
    const { pathname } = new URL(url, 'http://localhost');
    const content = await readFile(join(from, pathname)).catch(() => null);
    if (content === null) reply.writeHead(404).end();
    else reply.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'text/javascript' }).end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}
