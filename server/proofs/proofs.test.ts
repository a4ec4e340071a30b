import { gunzipSync } from 'node:zlib';
import { GetPagePython, GetProofPrograms } from '@pyladder/contract';
import { misconceptions } from '@pyladder/python';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenBank } from '../banks/testing/given-bank.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let server: TestApp;
const beliefs = [...misconceptions.keys()];

beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

test('while there is no practice bank there is nothing to play with, which is no fault', async () => {
  const { status, body } = await server.visitor().call(GetProofPrograms);
  expect([status, body.programs]).toEqual([200, []]);
});

test('one program a topic, with just the beliefs that lead to its wrong options by themselves', async () => {
  const [first = '', second = '', third = ''] = beliefs;
  await givenBank(server.deps, 'practice', (items) =>
    items.map((item) => {
      const ways = [[], [[first]], [[second], [first, third]], []];
      return { ...item, options: item.options.map((option, at) => ({ ...option, misconceptions: ways[at] ?? [] })) };
    }),
  );
  await givenBank(server.deps, 'exam');
  const { body } = await server.visitor().call(GetProofPrograms);
  const sections = body.programs.map(({ section }) => section);
  expect(sections).toHaveLength(6);
  expect(new Set(sections).size).toBe(6);
  for (const program of body.programs) {
    expect(program.beliefs.map(({ id }) => id)).toEqual([first, second].toSorted());
    expect(program.options.filter(({ key }) => key)).toHaveLength(1);
    expect(program.code).toContain('# practice');
  }
});

test('the files with which a page runs Python come from here, kept for a year, compressed, under their own types', async () => {
  const { body } = await server.visitor().call(GetPagePython);
  const { base = '', files = [] } = body.python ?? {};
  expect(files.map(({ name }) => name).toSorted()).toEqual([
    'library.zip',
    'pyladder.zip',
    'pyodide-lock.json',
    'pyodide.asm.mjs',
    'pyodide.asm.wasm',
    'pyodide.mjs',
  ]);
  // Less than a picture book: whoever changes what is in there learns what it costs.
  expect(files.reduce((sum, { travels }) => sum + travels, 0)).toBeLessThan(7_000_000);
  const types = { mjs: 'text/javascript; charset=utf-8', wasm: 'application/wasm', zip: 'application/zip' };
  for (const { name, bytes, travels } of files) {
    const url = `${base}${name}`;
    const best = await server.app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect([name, best.statusCode, best.rawPayload.length]).toEqual([name, 200, travels]);
    expect(best.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      vary: 'accept-encoding',
    });
    const ending = name.slice(name.lastIndexOf('.') + 1);
    if (ending in types) expect(best.headers['content-type']).toBe(types[ending as keyof typeof types]);
    const gzip = await server.app.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(gzip.rawPayload)).toHaveLength(bytes);
    const plain = await server.app.inject({ url, headers: { 'accept-encoding': 'identity' } });
    expect([plain.headers['content-encoding'], plain.rawPayload.length]).toEqual([undefined, bytes]);
  }
});

test('nothing else is found there: no other file, no older version, no way out', async () => {
  const { body } = await server.visitor().call(GetPagePython);
  const base = body.python?.base ?? '';
  for (const url of [`${base}package.json`, `${base}..%2fpackage.json`, '/python/0000000000000000/pyodide.mjs']) {
    expect([url, (await server.app.inject({ url })).statusCode]).toEqual([url, 404]);
  }
});
